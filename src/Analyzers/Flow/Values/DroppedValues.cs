using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Flow;

/// <summary>
/// Answers whether an operation takes disposable objects out of the dictionary that owns them, though no code around it
/// disposes of them or has them in hand.
/// </summary>
internal sealed class DroppedValues(CompilationModel model)
{
    private const int MaximumDepth = 2;

    private readonly ContainerReferences references = new(model);
    private readonly OwnedValues owned = new(model);
    private readonly ValueFates fates = new(model.Types);

    /// <summary>The type of what is dropped by <paramref name="use"/>; null where nothing is, or that is not known.</summary>
    public ITypeSymbol? DroppedBy(DictionaryUse use, CancellationToken cancellationToken)
    {
        if (KnownTypes.ValueTypeOf(use.Receiver.Type) is not { IsValueType: false } valueType || !model.Types.IsDisposable(valueType) || !MayDrop(use)
            || references.Of(use.Receiver, cancellationToken) is not { } places)
        {
            return null;
        }

        var made = owned.MadeFor(places, valueType, cancellationToken);
        return made is null || IsBeforeFirstInsertion(use) || !IsOverPresent(use, places, cancellationToken) || IsInHand(use.Operation.Root(), valueType, made, MaximumDepth, cancellationToken)
            ? null
            : made;
    }

    private static bool MayDrop(DictionaryUse use) => use switch
    {
        { Verb: Verb.Clear } => true,
        { Verb: Verb.Remove, Key: { } key, Operation: IInvocationOperation call } => key.Unwrapped().Type?.Name is not "KeyValuePair" && !TakesOut(call),
        { Verb: Verb.Upsert, Operation: IInvocationOperation { TargetMethod.Name: "AddOrUpdate" } call } =>
            call.Argument(2)?.Lambda() is { Symbol.Parameters: [_, var old, ..] } update
            && !update.Body.Descendants().Any(part => part is IParameterReferenceOperation named && SymbolEqualityComparer.Default.Equals(named.Parameter, old)),
        { Verb: Verb.Upsert, Operation: IPropertyReferenceOperation } => true,
        _ => false,
    };

    // 'Remove(k, out var v)' where somebody looks at v.
    private static bool TakesOut(IInvocationOperation call) =>
        call.Arguments.FirstOrDefault(argument => argument.Parameter?.RefKind is RefKind.Out)?.Value is { } output
        && output is not IDiscardOperation
        && !(output is IDeclarationExpressionOperation { Expression: ILocalReferenceOperation declared }
            && call.Root().Descendants().Count(operation => operation is ILocalReferenceOperation named && SymbolEqualityComparer.Default.Equals(named.Local, declared.Local)) == 1);

    private static bool IsBeforeFirstInsertion(DictionaryUse use) =>
        use.Operation.Root() is IConstructorBodyOperation or IFieldInitializerOperation or IPropertyInitializerOperation;

    // Writing by the indexer drops what is there: surely in code that has just found the key, likely under a constant key.
    private bool IsOverPresent(DictionaryUse use, ImmutableArray<IOperation> places, CancellationToken cancellationToken)
    {
        if (use is not { Operation: IPropertyReferenceOperation, Key: { } key })
        {
            return true;
        }

        var body = use.Operation.Root();
        var others = places.Where(place => place.Syntax != use.Receiver.Syntax && place.Root().Syntax == body.Syntax)
            .Select(place => DictionaryUse.Of(place, model.Types))
            .OfType<DictionaryUse>()
            .ToArray();
        return others.Length == 0
            ? key.ConstantValue.HasValue && use.Operation.EnclosingBody() is IMethodBodyOperation
            : others.Any(other => other is { Verb: Verb.Contains or Verb.Lookup, Key: { } asked, Operation: IInvocationOperation }
                    && IdentityOf(asked).IsSame(IdentityOf(key), model.Bodies) && HasFound(other.Operation, use.Operation))
                && !others.Any(other => other.Verb is Verb.Remove or Verb.Clear);

        KeyIdentity IdentityOf(IOperation given) => new(model.Paths.Read(given, cancellationToken), given);
    }

    // 'if (d.TryGetValue(k, out var old)) { .. }', and the write in it, or after it where it goes on.
    private static bool HasFound(IOperation question, IOperation write)
    {
        for (var (inner, outer) = (question, question.Parent); outer is not null; (inner, outer) = (outer, outer.Parent))
        {
            switch (outer)
            {
                // '.. && old is null': then there is nothing that could be lost.
                case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd } both when both.LeftOperand == inner && FoundNull(both.RightOperand, question):
                    return false;
                case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd } or IParenthesizedOperation:
                    continue;
                case IConditionalOperation choice when choice.Condition == inner:
                    return choice.WhenTrue.Syntax.Span.Contains(write.Syntax.Span)
                        || choice.Parent is IBlockOperation block && block.Syntax.Span.Contains(write.Syntax.Span)
                            && write.Syntax.SpanStart > choice.Syntax.Span.End && !EndsInJump(choice.WhenTrue);
                default:
                    return false;
            }
        }

        return false;
    }

    private static bool FoundNull(IOperation test, IOperation question) =>
        ((question as IInvocationOperation)?.Arguments.FirstOrDefault(argument => argument.Parameter?.RefKind is RefKind.Out)?.Value switch
        {
            IDeclarationExpressionOperation { Expression: ILocalReferenceOperation declared } => declared.Local,
            ILocalReferenceOperation named => named.Local,
            _ => null,
        }) is { } found
        && test.DescendantsAndSelf().Any(part => part switch
        {
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals } comparison => IsNull(comparison.RightOperand) && Names(comparison.LeftOperand, found) || IsNull(comparison.LeftOperand) && Names(comparison.RightOperand, found),
            IIsPatternOperation { Pattern: IConstantPatternOperation { Value: var constant } } pattern => IsNull(constant) && Names(pattern.Value, found),
            _ => false,
        });

    private static bool IsNull(IOperation operation) => operation.Unwrapped().ConstantValue is { HasValue: true, Value: null };

    private static bool Names(IOperation operation, ILocalSymbol local) =>
        operation.Unwrapped() is ILocalReferenceOperation reference && SymbolEqualityComparer.Default.Equals(reference.Local, local);

    private static bool EndsInJump(IOperation branch) =>
        (branch is IBlockOperation { Operations: [.., var last] } ? last : branch) is IBranchOperation or IReturnOperation
        or IThrowOperation or IExpressionStatementOperation { Operation: IThrowOperation };

    // Whether the body, a method that it calls, or all that call it, may have the value, or dispose of it.
    private bool IsInHand(IOperation body, ITypeSymbol valueType, ITypeSymbol made, int depth, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var method = body.SemanticModel?.GetDeclaredSymbol(body.Syntax, cancellationToken) as IMethodSymbol;
        return HasInHand(body, valueType, made, cancellationToken)
            || method is not null && method.Parameters.Any(parameter => MayBe(parameter, made))
            || OwnCallees(body).Any(callee => HasInHand(callee, valueType, made, cancellationToken))
            || depth > 0 && method is { DeclaredAccessibility: Accessibility.Private }
                && model.Members.CallsOf(method, cancellationToken) is { } calls
                && calls.Select(call => call.Root()).Distinct().Any(caller => caller.Syntax != body.Syntax && IsInHand(caller, valueType, made, depth - 1, cancellationToken));

        // What the value itself does when it is told something is its own affair.
        IEnumerable<IOperation> OwnCallees(IOperation caller) => caller.Descendants().OfType<IInvocationOperation>()
            .Where(call => !call.TargetMethod.DeclaringSyntaxReferences.IsEmpty && !call.TargetMethod.MayBeOverridden()
                && !SymbolEqualityComparer.Default.Equals(call.TargetMethod.ContainingType, made))
            .Select(call => model.Bodies.Of(call.TargetMethod, cancellationToken)?.Operation)
            .OfType<IOperation>();
    }

    private bool HasInHand(IOperation body, ITypeSymbol valueType, ITypeSymbol made, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return body.Descendants().Any(operation => (operation.Type.Mentions(valueType) || operation.Type.Mentions(made)) && !IsDictionary(operation)
            && operation is not IObjectCreationOperation && fates.Of(operation) is not ValueFate.Used);
    }

    // The dictionary itself: where it goes is known.
    private bool IsDictionary(IOperation operation) => KnownTypes.ValueTypeOf(operation.Type) is not null && DictionaryUse.Of(operation, model.Types) is not null;

    // 'Remove(Session session)', 'OnClosed(object sender, ..)'.
    private static bool MayBe(IParameterSymbol parameter, ITypeSymbol made)
    {
        if (parameter.Type.SpecialType is SpecialType.System_Object)
        {
            return true;
        }

        for (ITypeSymbol? candidate = made; candidate is not null; candidate = candidate.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(candidate, parameter.Type))
            {
                return true;
            }
        }

        return parameter.Type.TypeKind is TypeKind.Interface && made.AllInterfaces.Contains(parameter.Type, SymbolEqualityComparer.Default);
    }
}
