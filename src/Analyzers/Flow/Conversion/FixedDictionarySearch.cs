using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Flow;

/// <summary>Follows one dictionary to everything that it is exchanged with, and gives up at the first thing that is not known.</summary>
internal sealed class FixedDictionarySearch(CompilationModel model, ClosedMethods methods, CancellationToken cancellationToken)
{
    private readonly Queue<ISymbol> pending = new();
    private readonly HashSet<SyntaxNode> seen = [];
    private HashSet<SyntaxNode> fillsOfOuter = [];
    private HashSet<SyntaxNode> readsOfOuter = [];
    private FixedDictionary found = new(StringComparer.Ordinal);

    /// <summary>What <paramref name="creation"/> makes, and all that is done with it; null where that is not known.</summary>
    public FixedDictionary? Of(IObjectCreationOperation creation)
    {
        found = new(FixedDictionaries.ComparerOf(creation) ?? StringComparer.Ordinal);
        return AddSource(creation) && Drain() ? WithNested() : null;
    }

    // A member of another dictionary: what is stored in it is this one, and what is read from it too.
    private FixedDictionary? OfMember(FixedDictionary outer, string key)
    {
        var writes = outer.Uses.Where(use => use.Value is not null && outer.Comparer.Equals(use.Key, key)).ToArray();
        var first = writes.Select(write => write.Value!.Unwrapped()).OfType<IObjectCreationOperation>().FirstOrDefault();
        found = new(first is null ? StringComparer.Ordinal : FixedDictionaries.ComparerOf(first) ?? StringComparer.Ordinal);
        fillsOfOuter = [.. writes.Select(write => write.Value!.Syntax), .. writes.Select(write => write.Value!.Unwrapped().Syntax)];
        readsOfOuter = [.. outer.Uses.Where(use => use.Kind is FixedUseKind.Read && outer.Comparer.Equals(use.Key, key)).Select(use => use.Operation.Syntax)];
        foreach (var write in writes)
        {
            if (!AddSource(write.Value!))
            {
                return null;
            }
        }

        foreach (var read in outer.Uses.Where(use => outer.Comparer.Equals(use.Key, key) && use.Kind is FixedUseKind.Read))
        {
            if (!ReadView(read.Operation))
            {
                return null;
            }
        }

        return outer.Uses.All(use => !outer.Comparer.Equals(use.Key, key) || use.Kind is FixedUseKind.Fill or FixedUseKind.Write or FixedUseKind.Read)
            && found.Creations.Count > 0 && Drain() && found.Uses.Any(use => use.Kind is not (FixedUseKind.Fill or FixedUseKind.Write))
                ? WithNested()
                : null;
    }

    private bool Drain()
    {
        while (pending.Count > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!ReadCarrier(pending.Dequeue()))
            {
                return false;
            }
        }

        return true;
    }

    private FixedDictionary WithNested()
    {
        foreach (var key in found.Keys.ToArray())
        {
            if (found.Uses.Any(use => found.Comparer.Equals(use.Key, key) && use.Value is { } value && FixedDictionaries.IsMap(value.Unwrapped().Type))
                && new FixedDictionarySearch(model, methods, cancellationToken).OfMember(found, key) is { } inner)
            {
                found.Nested[key] = inner;
            }
        }

        return found;
    }

    // Whatever a variable may be given has to be such a dictionary too.
    private bool AddSource(IOperation source)
    {
        source = source.Unwrapped();
        switch (source)
        {
            case IObjectCreationOperation creation when FixedDictionaries.IsCandidate(creation) && Equals(FixedDictionaries.ComparerOf(creation), found.Comparer):
                if (seen.Add(creation.Syntax))
                {
                    found.Creations.Add(creation);
                    return ReadInitializer(creation) && ReadUse(creation);
                }

                return true;
            case { ConstantValue: { HasValue: true, Value: null } } or IDefaultValueOperation:
                found.MayBeNull = true;
                return true;
            case ILocalReferenceOperation { Local: { IsRef: false } local }:
                return AddCarrier(local);
            case IParameterReferenceOperation parameter:
                return AddCarrier(parameter.Parameter);
            case IInvocationOperation call:
                return AddCarrier(call.TargetMethod.OriginalDefinition);
            case IAwaitOperation { Operation: var awaited }:
                return WithoutConfiguration(awaited) is IInvocationOperation task && AddCarrier(task.TargetMethod.OriginalDefinition);
            case IConditionalOperation { WhenFalse: { } otherwise } choice:
                return AddSource(choice.WhenTrue) && AddSource(otherwise);
            case IThrowOperation:
            case IPropertyReferenceOperation when readsOfOuter.Contains(source.Syntax):
                return true;
            default:
                return false;
        }
    }

    private bool AddCarrier(ISymbol carrier)
    {
        if (!found.Carriers.Contains(carrier))
        {
            var type = carrier switch
            {
                ILocalSymbol local => local.Type,
                IParameterSymbol { RefKind: RefKind.None, IsParams: false, ContainingSymbol: IMethodSymbol method } parameter when methods.Contain(method) => parameter.Type,
                IMethodSymbol { ReturnsByRef: false, ReturnsByRefReadonly: false } method when methods.Contain(method) => Awaited(method.ReturnType),
                _ => null,
            };
            if (!FixedDictionaries.IsMap(type))
            {
                return false;
            }

            found.Carriers.Add(carrier);
            pending.Enqueue(carrier);
        }

        return true;
    }

    private static IOperation WithoutConfiguration(IOperation task) => task is IInvocationOperation { TargetMethod.Name: "ConfigureAwait", Instance: { } configured } ? configured : task;

    private static ITypeSymbol Awaited(ITypeSymbol type) =>
        type is INamedTypeSymbol { Name: "Task" or "ValueTask", TypeArguments: [var result] } && type.IsNamed("System.Threading.Tasks", type.Name) ? result : type;

    private bool ReadCarrier(ISymbol carrier) => carrier switch
    {
        ILocalSymbol local => ReadLocal(local),
        IParameterSymbol parameter => ReadParameter(parameter),
        IMethodSymbol method => ReadMethod(method),
        _ => false,
    };

    private bool ReadLocal(ILocalSymbol local)
    {
        if (local.DeclaringSyntaxReferences is not [var declaration] || RootOf(declaration.GetSyntax(cancellationToken)) is not { } root)
        {
            return false;
        }

        var isDeclared = false;
        foreach (var operation in root.Descendants())
        {
            if (operation is IVariableDeclaratorOperation declarator && SymbolEqualityComparer.Default.Equals(declarator.Symbol, local))
            {
                isDeclared = true;
                if (declarator.GetVariableInitializer() is { } initializer && !AddSource(initializer.Value))
                {
                    return false;
                }
            }
            else if (operation is IDeclarationPatternOperation pattern && SymbolEqualityComparer.Default.Equals(pattern.DeclaredSymbol, local))
            {
                isDeclared = true;
            }
            else if (operation is ILocalReferenceOperation reference && SymbolEqualityComparer.Default.Equals(reference.Local, local)
                && !(reference.Access() is AccessKind.Read ? ReadUse(reference) : reference.Parent is ISimpleAssignmentOperation { IsRef: false } write && write.Parent is IExpressionStatementOperation && AddSource(write.Value)))
            {
                return false;
            }
        }

        return isDeclared;
    }

    private bool ReadParameter(IParameterSymbol parameter)
    {
        var method = (IMethodSymbol)parameter.ContainingSymbol;
        if (parameter.HasExplicitDefaultValue)
        {
            found.MayBeNull = true;
        }

        if (model.Bodies.Of(method, cancellationToken) is not { } body || methods.CallsOf(method, cancellationToken) is not { } calls)
        {
            return false;
        }

        foreach (var operation in body.Operation.Descendants())
        {
            if (operation is IParameterReferenceOperation reference && SymbolEqualityComparer.Default.Equals(reference.Parameter, parameter)
                && !(reference.Access() is AccessKind.Read ? ReadUse(reference) : reference.Parent is ISimpleAssignmentOperation { IsRef: false } write && write.Parent is IExpressionStatementOperation && AddSource(write.Value)))
            {
                return false;
            }
        }

        return calls.Count > 0 && calls.All(call => call.Argument(parameter.Ordinal) is { } given && AddSource(given));
    }

    private bool ReadMethod(IMethodSymbol method)
    {
        if (model.Bodies.Of(method, cancellationToken) is not { IsIterator: false } body || methods.CallsOf(method, cancellationToken) is not { } calls)
        {
            return false;
        }

        var own = body.Operation is ILocalFunctionOperation { Body: { } block } ? block.Executed() : body.Operation.Executed();
        return own.OfType<IReturnOperation>().All(returned => returned.ReturnedValue is null || AddSource(returned.ReturnedValue))
            && calls.All(ReadUse);
    }

    private IOperation? RootOf(SyntaxNode declaration)
    {
        var semantics = model.Bodies.ModelOf(declaration.SyntaxTree);
        for (var node = declaration; node is not null; node = node.Parent)
        {
            if (semantics.GetOperation(node, cancellationToken) is { } operation)
            {
                return operation.Root();
            }
        }

        return null;
    }

    private bool ReadInitializer(IObjectCreationOperation creation)
    {
        foreach (var element in creation.Initializer?.Initializers ?? [])
        {
            var use = element switch
            {
                ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.IsIndexer: true } indexer } assignment => Fill(assignment, indexer.Argument(0), assignment.Value),
                IInvocationOperation { TargetMethod.Name: "Add", Arguments.Length: 2 } call => Fill(call, call.Argument(0), call.Argument(1)),
                _ => null,
            };
            if (use is not { } fill)
            {
                return false;
            }

            found.Uses.Add(fill);
        }

        return true;
    }

    private static FixedUse? Fill(IOperation operation, IOperation? key, IOperation? value) =>
        KeyOf(key) is { } name && value is not null ? new FixedUse(FixedUseKind.Fill, name, operation, value) : null;

    private static string? KeyOf(IOperation? key) => key?.Unwrapped().ConstantValue is { HasValue: true, Value: string name } ? name : null;

    // '(Dictionary<string, object>)d["inner"]', 'd["inner"] as ..', 'd["inner"] is Dictionary<string, object> inner'
    private bool ReadView(IOperation read)
    {
        var parent = read.Parent;
        while (parent is IParenthesizedOperation)
        {
            parent = parent.Parent;
        }

        switch (parent)
        {
            case IConversionOperation conversion when FixedDictionaries.IsMap(conversion.Type):
                found.Views.Add(conversion);
                return ReadUse(conversion);
            case IIsPatternOperation { Pattern: IDeclarationPatternOperation { DeclaredSymbol: ILocalSymbol local } pattern } when FixedDictionaries.IsMap(pattern.MatchedType):
                found.Views.Add(pattern);
                return AddCarrier(local);
            default:
                return false;
        }
    }

    // What is done with the dictionary that 'value' denotes, where it stands.
    private bool ReadUse(IOperation value)
    {
        var used = value;
        var parent = used.Parent;
        while (parent is IParenthesizedOperation or IAwaitOperation or IInvocationOperation { TargetMethod.Name: "ConfigureAwait" }
            || (parent is IConversionOperation { OperatorMethod: null } conversion && FixedDictionaries.IsMap(conversion.Type)))
        {
            (used, parent) = (parent, parent.Parent);
        }

        if (fillsOfOuter.Contains(used.Syntax) || fillsOfOuter.Contains(value.Syntax))
        {
            return true;
        }

        switch (parent)
        {
            case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator }:
                return AddCarrier(declarator.Symbol);
            case ISimpleAssignmentOperation { Target: ILocalReferenceOperation local } assignment when assignment.Value == used && assignment.Parent is IExpressionStatementOperation:
                return AddCarrier(local.Local);
            case ISimpleAssignmentOperation { Target: IDiscardOperation }:
            case IExpressionStatementOperation or INameOfOperation:
                return true;
            case IReturnOperation returned:
                return ReturnedBy(returned) is { } method && AddCarrier(method);
            case IConditionalOperation choice when choice.Condition != used:
                return ReadUse(choice);
            case IBinaryOperation comparison:
                return IsNullTest(comparison);
            case IConversionOperation { Type.SpecialType: SpecialType.System_Object, Parent: IBinaryOperation comparison }:
                return IsNullTest(comparison);
            case IIsPatternOperation { Pattern: IConstantPatternOperation or INegatedPatternOperation { Pattern: IConstantPatternOperation } }:
                return true;
            case IConditionalAccessOperation access when access.Operation == used:
                return access.WhenNotNull.DescendantsAndSelf().OfType<IConditionalAccessInstanceOperation>().Where(placeholder => placeholder.ResolvedReceiver() == used).ToArray() is { Length: > 0 } placeholders
                    && placeholders.All(ReadUse);
            case IPropertyReferenceOperation { Property.IsIndexer: true } indexer when indexer.Instance == used:
                return ReadIndexer(indexer);
            case IInvocationOperation call when call.Instance == used:
                return ReadCall(call, 0);
            case IArgumentOperation { Parent: IInvocationOperation call, Parameter: { } parameter }:
                return KnownTypes.Is(call.TargetMethod.ContainingType, model.Types.CollectionExtensions) && parameter.Ordinal == 0
                    ? ReadCall(call, 1)
                    : AddCarrier(parameter.OriginalDefinition);
            default:
                return false;
        }
    }

    private static bool IsNullTest(IBinaryOperation comparison) =>
        comparison is { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals, OperatorMethod: null } && (IsNull(comparison.LeftOperand) || IsNull(comparison.RightOperand));

    private static bool IsNull(IOperation operation) => operation.Unwrapped().ConstantValue is { HasValue: true, Value: null };

    private static IMethodSymbol? ReturnedBy(IReturnOperation returned)
    {
        var body = returned.EnclosingBody();
        return body switch
        {
            ILocalFunctionOperation function => function.Symbol,
            IAnonymousFunctionOperation => null,
            IMethodBodyOperation => body.SemanticModel?.GetDeclaredSymbol(body.Syntax) as IMethodSymbol,
            _ => null,
        };
    }

    private bool ReadIndexer(IPropertyReferenceOperation indexer)
    {
        if (KeyOf(indexer.Argument(0)) is not { } key)
        {
            return false;
        }

        switch (indexer.Access())
        {
            case AccessKind.Read:
                found.Uses.Add(new FixedUse(FixedUseKind.Read, key, indexer, null));
                return true;
            case AccessKind.Write when indexer.Parent is ISimpleAssignmentOperation { Parent: IExpressionStatementOperation } assignment:
                found.Uses.Add(new FixedUse(IsFirstFill(assignment, indexer.Instance) ? FixedUseKind.Fill : FixedUseKind.Write, key, assignment, assignment.Value));
                return true;
            default:
                return false;
        }
    }

    private bool ReadCall(IInvocationOperation call, int first)
    {
        if (KeyOf(call.Argument(first)) is not { } key)
        {
            return false;
        }

        switch (call.TargetMethod.Name)
        {
            case "ContainsKey" when first == 0:
                found.Uses.Add(new FixedUse(FixedUseKind.Test, key, call, null));
                return true;
            case "TryGetValue" when first == 0:
                found.Uses.Add(new FixedUse(FixedUseKind.TryRead, key, call, null));
                return true;
            case "GetValueOrDefault" when first == 1:
                found.Uses.Add(new FixedUse(FixedUseKind.ReadOrDefault, key, call, null));
                return true;
            case "Add" when first == 0 && call.Parent is IExpressionStatementOperation && IsFirstFill(call, call.Instance):
                found.Uses.Add(new FixedUse(FixedUseKind.Fill, key, call, call.Argument(1)));
                return true;
            default:
                return false;
        }
    }

    // Whether a statement fills the dictionary that a local was declared with, right after its declaration or after another such statement.
    private static bool IsFirstFill(IOperation write, IOperation? receiver)
    {
        if (receiver?.Unwrapped() is not ILocalReferenceOperation { Local: var local } || write.Parent is not IExpressionStatementOperation { Parent: IBlockOperation block } statement)
        {
            return false;
        }

        var index = block.Operations.IndexOf(statement);
        for (index--; index >= 0; index--)
        {
            switch (block.Operations[index])
            {
                case IVariableDeclarationGroupOperation group:
                    if (group.Declarations.SelectMany(declaration => declaration.Declarators).Any(declarator => SymbolEqualityComparer.Default.Equals(declarator.Symbol, local) && declarator.GetVariableInitializer()?.Value.Unwrapped() is IObjectCreationOperation))
                    {
                        return true;
                    }

                    break;
                case IExpressionStatementOperation { Operation: ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.IsIndexer: true, Instance: ILocalReferenceOperation same } } }
                    when SymbolEqualityComparer.Default.Equals(same.Local, local):
                case IExpressionStatementOperation { Operation: IInvocationOperation { TargetMethod.Name: "Add", Instance: ILocalReferenceOperation other } } when SymbolEqualityComparer.Default.Equals(other.Local, local):
                    break;
                default:
                    return false;
            }
        }

        return false;
    }
}
