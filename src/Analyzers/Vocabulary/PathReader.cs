using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Vocabulary;

/// <summary>Reads the <see cref="InstancePath"/> of an expression, through aliases, getters and constructors.</summary>
internal sealed class PathReader(KnownTypes types, SourceBodies bodies)
{
    // Getter calls getter calls getter: deeper than this nobody follows, and a cycle must end.
    private const int MaximumDepth = 3;

    /// <summary>The path of <paramref name="operation"/>; null when it is not known which object it denotes.</summary>
    public InstancePath? Read(IOperation? operation, CancellationToken cancellationToken) =>
        operation is null || operation.IsEndlessChain() ? null : Read(operation, 0, cancellationToken);

    /// <summary>
    /// The operation that made the object which <paramref name="operation"/> denotes, as far as locals lead back to it.
    /// It tells the type where a variable is declared as an interface.
    /// </summary>
    public IOperation Origin(IOperation operation)
    {
        for (var step = 0; step < 8; step++)
        {
            operation = operation.Unwrapped();
            if (operation is ILocalReferenceOperation local && bodies.Around(operation).Locals.SoleValue(local.Local) is { } value
                && value is not IInvocationOperation { Arguments: [.., { Parameter.RefKind: RefKind.Out }] })
            {
                operation = value;
                continue;
            }

            if (operation is ISimpleAssignmentOperation { IsRef: false } assignment)
            {
                operation = assignment.Value;
                continue;
            }

            break;
        }

        return operation;
    }

    private InstancePath? Read(IOperation operation, int depth, CancellationToken cancellationToken)
    {
        operation = operation.Unwrapped();
        if (operation.ConstantValue is { HasValue: true, Value: var constant })
        {
            return InstancePath.OfConstant(constant);
        }

        switch (operation)
        {
            case IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance }:
                return InstancePath.This;
            case IInstanceReferenceOperation or IConditionalAccessInstanceOperation:
                var receiver = operation.ResolvedReceiver();
                return receiver == operation ? null : Read(receiver, depth, cancellationToken);
            case IConditionalAccessOperation access:
                return Read(access.WhenNotNull, depth, cancellationToken);
            case IParameterReferenceOperation parameter:
                return OfParameter(parameter);
            case ILocalReferenceOperation local:
                return OfLocal(local, depth, cancellationToken);
            case IFieldReferenceOperation field:
                return OfMember(field.Field.CorrespondingTupleField ?? field.Field, field.Instance, depth, cancellationToken);
            case IPropertyReferenceOperation { Property.IsIndexer: false } property:
                return OfProperty(property, depth, cancellationToken);
            case IInvocationOperation { TargetMethod.Name: "GetAlternateLookup", Instance: { } table }:
                return Read(table, depth, cancellationToken);
            case IPropertyReferenceOperation or IInvocationOperation when DictionaryUse.TryGet(operation, types) is { } use:
                return OfUse(use, depth, cancellationToken);
            case IInvocationOperation invocation:
                return OfCall(invocation, depth, cancellationToken);
            case IObjectCreationOperation creation:
                return InstancePath.OfCreation(creation.Syntax);
            case ISimpleAssignmentOperation assignment:
                return Read(assignment.Value, depth, cancellationToken);
            case ICoalesceAssignmentOperation assignment:
                return Read(assignment.Target, depth, cancellationToken);
            case IArrayElementReferenceOperation { Indices: [var index] } element:
                return Read(element.ArrayReference, depth, cancellationToken) is { } array && Read(index, depth, cancellationToken) is { } position
                    ? array.ThenElement(position)
                    : null;
            case IEventReferenceOperation eventReference:
                return OfMember(eventReference.Event, eventReference.Instance, depth, cancellationToken);
            default:
                return null;
        }
    }

    private static InstancePath? OfParameter(IParameterReferenceOperation reference)
    {
        var parameter = reference.Parameter;

        // A primary constructor's parameter that is used elsewhere in the type is in truth a field of the instance.
        var isCaptured = parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.Constructor } constructor
            && reference.SemanticModel?.GetEnclosingSymbol(reference.Syntax.SpanStart) is { } user
            && !SymbolEqualityComparer.Default.Equals(user, constructor);
        return isCaptured ? InstancePath.This.Then(parameter) : InstancePath.OfSymbol(parameter);
    }

    private InstancePath? OfLocal(ILocalReferenceOperation reference, int depth, CancellationToken cancellationToken)
    {
        var itself = InstancePath.OfSymbol(reference.Local);
        if (depth < MaximumDepth * 4 && bodies.Around(reference).Locals.SolePart(reference.Local) is var (whole, members))
        {
            var part = Read(whole, depth + 1, cancellationToken);
            foreach (var member in members)
            {
                part = part?.Then(member);
            }

            return part is not null && part.Variables.All(bodies.Around(reference).Locals.IsNeverReassigned) ? part : itself;
        }

        if (depth >= MaximumDepth * 4 || reference.Local.IsRef
            || (bodies.Around(reference).Locals.SoleValue(reference.Local)
                ?? bodies.Around(reference).Locals.LookedUpOrCreated(reference.Local)) is not { } value)
        {
            return itself;
        }

        // 'TryGetValue(key, out var element)': the local is the element, whatever the call's own result is.
        if (value is IInvocationOperation call && call.Type?.SpecialType == SpecialType.System_Boolean
            && DictionaryUse.TryGet(call, types) is not { Verb: Verb.Lookup })
        {
            return itself;
        }

        // 'var old = d; d = new();': the alias keeps the object, the name moves on.
        var locals = bodies.Around(reference).Locals;
        return Read(value, depth + 1, cancellationToken) is { } path && path.Variables.All(locals.IsNeverReassigned) ? path : itself;
    }

    private InstancePath? OfProperty(IPropertyReferenceOperation reference, int depth, CancellationToken cancellationToken)
    {
        var property = reference.Property;

        // 'd.Keys' is a view of d, not an object of its own; who wants views asks SequenceReader.
        if (DictionaryUse.TryGet(reference, types) is { Verb: Verb.EnumerateKeys or Verb.EnumerateValues or Verb.Snapshot })
        {
            return null;
        }

        var getter = property.GetMethod?.OriginalDefinition;
        if (getter is null || property.IsAbstract || bodies.Of(getter, cancellationToken) is not { } body)
        {
            return OfMember(property, reference.Instance, depth, cancellationToken);
        }

        if (depth >= MaximumDepth || property.MayBeOverridden() || body.SoleReturnValue is not { } value
            || Read(value, depth + 1, cancellationToken) is not { } returned)
        {
            return null;
        }

        return returned.Translated(root => root.Kind is PathRootKind.This
            ? OfInstance(reference.Instance, depth, cancellationToken)
            : null);
    }

    private InstancePath? OfCall(IInvocationOperation call, int depth, CancellationToken cancellationToken)
    {
        var method = call.TargetMethod;
        if (depth >= MaximumDepth || method.MayBeOverridden() || method.IsAsync
            || method.ReturnType.IsValueType
            || bodies.Of(method, cancellationToken) is not { IsIterator: false } body
            || body.SoleReturnValue is not { } value
            || Read(value, depth + 1, cancellationToken) is not { } returned)
        {
            return null;
        }

        return returned.Translated(root => root switch
        {
            { Kind: PathRootKind.This } => OfInstance(call.Instance, depth, cancellationToken),
            { Symbol: IParameterSymbol parameter } when call.Argument(parameter.Ordinal) is { } argument => Read(argument, depth, cancellationToken),
            _ => null,
        });
    }

    // The element that a dictionary holds under a key that is itself known.
    private InstancePath? OfUse(DictionaryUse use, int depth, CancellationToken cancellationToken)
    {
        if (use is not { Verb: Verb.Lookup or Verb.Insert or Verb.Overwrite or Verb.Upsert, Key: { } keyOperation }
            || use.Kind is CollectionKind.HashSet or CollectionKind.SortedSet
            || use.Operation is IInvocationOperation { TargetMethod.Name: "TryAdd" or "AddOrUpdate" })
        {
            return null;
        }

        return Read(use.Receiver, depth, cancellationToken) is { } owner && Read(keyOperation, depth, cancellationToken) is { } key
            ? owner.ThenElement(key)
            : null;
    }

    private InstancePath? OfMember(ISymbol member, IOperation? instance, int depth, CancellationToken cancellationToken)
    {
        if (member.IsStatic)
        {
            return InstancePath.Static.Then(member);
        }

        if (instance?.Unwrapped().ResolvedReceiver().Unwrapped() is { } receiver
            && Created(receiver) is { } creation
            && ConstructorArgument(creation, member, cancellationToken) is { } argument)
        {
            return Read(argument, depth + 1, cancellationToken);
        }

        return OfInstance(instance, depth, cancellationToken)?.Then(member);
    }

    /// <summary>The argument of a creation that ends up, unchanged and for good, in <paramref name="member"/> of the new object.</summary>
    public IOperation? ConstructorArgument(IObjectCreationOperation creation, ISymbol member, CancellationToken cancellationToken)
    {
        if (creation.Constructor is not { } constructor
            || ConstructorParameter(constructor.OriginalDefinition, member.OriginalDefinition, cancellationToken) is not { } parameter)
        {
            return null;
        }

        return creation.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == parameter.Ordinal)?.Value;
    }

    /// <summary>The parameter of <paramref name="constructor"/> that is stored in <paramref name="member"/>; null when none is, or when it may change later.</summary>
    public IParameterSymbol? ConstructorParameter(IMethodSymbol constructor, ISymbol member, CancellationToken cancellationToken)
    {
        if (member is IParameterSymbol captured)
        {
            return constructor.Parameters.FirstOrDefault(parameter => SymbolEqualityComparer.Default.Equals(parameter, captured));
        }

        // A positional record property is declared by the parameter itself.
        if (member is IPropertySymbol { DeclaringSyntaxReferences: [var property] }
            && constructor.Parameters.FirstOrDefault(candidate =>
                candidate.DeclaringSyntaxReferences is [var declaration] && declaration.Span == property.Span
                && declaration.SyntaxTree == property.SyntaxTree) is { } positional)
        {
            return positional;
        }

        return StoredParameter(constructor, member, cancellationToken) ?? InitializerParameter(constructor, member, cancellationToken);
    }

    /// <summary>The parameter that the body of <paramref name="method"/> assigns to <paramref name="member"/> of its own instance.</summary>
    public IParameterSymbol? StoredParameter(IMethodSymbol method, ISymbol member, CancellationToken cancellationToken)
    {
        if (bodies.Of(method, cancellationToken) is { } body)
        {
            foreach (var assignment in body.Operation.Executed().OfType<ISimpleAssignmentOperation>())
            {
                if (assignment.Target is IMemberReferenceOperation { Instance: IInstanceReferenceOperation } target
                    && SymbolEqualityComparer.Default.Equals(target.Member.OriginalDefinition, member)
                    && StoredParameter(assignment.Value) is { } stored)
                {
                    return stored;
                }
            }

            // ': base(owner)' and ': this(owner)'
            if ((body.Operation as IConstructorBodyOperation)?.Initializer?.Executed().OfType<IInvocationOperation>().FirstOrDefault() is { } chained
                && ConstructorParameter(chained.TargetMethod.OriginalDefinition, member, cancellationToken) is { } passed
                && chained.Argument(passed.Ordinal) is { } argument)
            {
                return StoredParameter(argument);
            }
        }

        return null;
    }

    // 'private readonly Center _center = center;' beside a primary constructor.
    private IParameterSymbol? InitializerParameter(IMethodSymbol constructor, ISymbol member, CancellationToken cancellationToken)
    {
        if (member.DeclaringSyntaxReferences is not [var declaration])
        {
            return null;
        }

        var value = declaration.GetSyntax(cancellationToken) switch
        {
            Microsoft.CodeAnalysis.CSharp.Syntax.VariableDeclaratorSyntax { Initializer.Value: var initializer } => initializer,
            Microsoft.CodeAnalysis.CSharp.Syntax.PropertyDeclarationSyntax { Initializer.Value: var initializer } => initializer,
            _ => null,
        };
        return value is not null && bodies.Owns(value.SyntaxTree)
            && bodies.ModelOf(value.SyntaxTree).GetSymbolInfo(value, cancellationToken).Symbol is IParameterSymbol parameter
            && SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol, constructor)
                ? parameter
                : null;
    }

    // '_center = center', '_center = center ?? throw ..'.
    private static IParameterSymbol? StoredParameter(IOperation value) => value.Unwrapped() switch
    {
        IParameterReferenceOperation parameter => parameter.Parameter,
        ICoalesceOperation coalesce => StoredParameter(coalesce.Value),
        _ => null,
    };

    private IObjectCreationOperation? Created(IOperation receiver) => Origin(receiver) as IObjectCreationOperation;

    private InstancePath? OfInstance(IOperation? instance, int depth, CancellationToken cancellationToken) =>
        instance is null ? null : Read(instance.ResolvedReceiver(), depth, cancellationToken);
}
