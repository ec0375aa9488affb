using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Flow;

/// <summary>Reads what a body, its lambdas and local functions included, does with one object that a local or creation denotes.</summary>
internal sealed class ObjectUses(KnownTypes types, PathReader paths, SourceBodies bodies)
{
    // More helpers than this are not looked through for one object.
    private const int MaximumHelpers = 20;

    private readonly Awaits awaits = new();

    /// <summary>Each place beneath <paramref name="root"/> that denotes the object at the root of <paramref name="path"/>, and what it does with it.</summary>
    public ImmutableArray<(IOperation Place, ObjectUse Use)> Of(IOperation root, InstancePath path, CancellationToken cancellationToken) =>
        Of(root, path, new HashSet<ISymbol>(SymbolEqualityComparer.Default), cancellationToken);

    private ImmutableArray<(IOperation Place, ObjectUse Use)> Of(IOperation root, InstancePath path, HashSet<ISymbol> followed, CancellationToken cancellationToken)
    {
        var isName = new Dictionary<ISymbol, bool>(SymbolEqualityComparer.Default);
        var found = ImmutableArray.CreateBuilder<(IOperation, ObjectUse)>();
        foreach (var operation in root.DescendantsAndSelf())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (Denotes(operation))
            {
                found.Add((operation, UseOf(operation, followed, cancellationToken)));
            }
        }

        return found.ToImmutable();

        bool Denotes(IOperation operation)
        {
            switch (operation)
            {
                case IObjectCreationOperation:
                    return path.Root.Kind is PathRootKind.Creation && path.Root.Value == operation.Syntax;
                case ILocalReferenceOperation or IParameterReferenceOperation:
                    var symbol = operation is ILocalReferenceOperation local ? local.Local : (ISymbol)((IParameterReferenceOperation)operation).Parameter;
                    if (!isName.TryGetValue(symbol, out var isIt))
                    {
                        isName[symbol] = isIt = path.Equals(paths.Read(operation, cancellationToken));
                    }

                    return isIt;

                // 'var holder = new Holder(d); .. holder.Map'
                case IFieldReferenceOperation or IPropertyReferenceOperation { Property.IsIndexer: false } when types.KindOf(operation.Type) is not CollectionKind.None:
                    return path.Equals(paths.Read(operation, cancellationToken));
                default:
                    return false;
            }
        }
    }

    private ObjectUse UseOf(IOperation value, HashSet<ISymbol> followed, CancellationToken cancellationToken)
    {
        while (true)
        {
            switch (value.Parent)
            {
                case IParenthesizedOperation or IConversionOperation { OperatorMethod: null } or ITranslatedQueryOperation
                    or ICoalesceOperation or IConditionalOperation { Type: not null } or ISwitchExpressionArmOperation or ISwitchExpressionOperation:
                    value = value.Parent;
                    break;
                case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation }:
                    return IsAliased(value, cancellationToken) ? ObjectUse.Names : ObjectUse.HandsOn;
                case IAssignmentOperation assignment when assignment.Target == value:
                    return ObjectUse.Names;
                case ISimpleAssignmentOperation { Target: IDiscardOperation }:
                    return ObjectUse.Names;
                case ISimpleAssignmentOperation { Target: ILocalReferenceOperation } assignment when IsAliased(value, cancellationToken):
                    value = assignment;
                    break;
                case IConditionalAccessOperation access when access.Operation == value
                    && access.WhenNotNull.DescendantsAndSelf().FirstOrDefault(inner =>
                        inner is IConditionalAccessInstanceOperation && inner.Syntax == value.Syntax) is { } placeholder:
                    value = placeholder;
                    break;
                case IInvocationOperation call when call.Instance == value:
                    return OfReceiver(call, followed, cancellationToken);
                case IPropertyReferenceOperation property when property.Instance == value:
                    return DictionaryUse.TryGet(property, types) is { Verb: Verb.EnumerateKeys or Verb.EnumerateValues }
                        ? OfSequence(property)
                        : ObjectUse.Touches;
                case IFieldReferenceOperation:
                    return ObjectUse.Touches;
                case IArgumentOperation { Parent: IInvocationOperation call } argument:
                    return OfArgument(call, argument, followed, cancellationToken);
                case IArgumentOperation { Parent: IObjectCreationOperation creation } when types.KindOf(creation.Type) is not (CollectionKind.None or CollectionKind.ReadOnlyDictionary):
                    return ObjectUse.Touches;
                case IForEachLoopOperation or ISpreadOperation or IIsPatternOperation or IIsTypeOperation or IBinaryOperation
                    or IInterpolationOperation or ILockOperation or INameOfOperation or IUsingOperation:
                    return ObjectUse.Touches;
                case IExpressionStatementOperation:
                    return ObjectUse.Names;
                case IObjectOrCollectionInitializerOperation:
                    return ObjectUse.Touches;
                default:
                    return ObjectUse.HandsOn;
            }
        }
    }

    // 'var alias = d': the alias is followed by its own path, unless it may denote something else too.
    private bool IsAliased(IOperation value, CancellationToken cancellationToken)
    {
        var target = value.Parent switch
        {
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var declared } } => declared,
            ISimpleAssignmentOperation { Target: ILocalReferenceOperation reference } => reference.Local,
            _ => null,
        };
        if (target is null || target.IsRef)
        {
            return false;
        }

        // A fresh value that a local of several values is given stays the local's own.
        return bodies.Around(value).Locals.SoleValue(target) is not null
            ? paths.Read(value, cancellationToken) is not null && value.Unwrapped() is ILocalReferenceOperation or IParameterReferenceOperation or IObjectCreationOperation or IAssignmentOperation
            : value.Unwrapped() is IObjectCreationOperation;
    }

    private ObjectUse OfReceiver(IInvocationOperation call, HashSet<ISymbol> followed, CancellationToken cancellationToken)
    {
        if (types.KindOf(call.TargetMethod.ContainingType) is not CollectionKind.None && types.IsKnown(call.TargetMethod.ContainingType))
        {
            return call.TargetMethod.Name is "AsReadOnly" ? ObjectUse.HandsOn : ObjectUse.Touches;
        }

        if (call.TargetMethod.ContainingType.SpecialType is SpecialType.System_Object or SpecialType.System_ValueType)
        {
            return ObjectUse.Touches;
        }

        // The object's own method may give itself away.
        return !call.TargetMethod.MayBeOverridden() && bodies.Of(call.TargetMethod, cancellationToken) is { } body
            && !body.Operation.DescendantsAndSelf().Any(operation => operation
                is IInstanceReferenceOperation { IsImplicit: false, Parent: not IMemberReferenceOperation and not IInvocationOperation { Instance: IInstanceReferenceOperation } }
                or IAnonymousFunctionOperation or IMethodReferenceOperation or IInvocationOperation { Instance: IInstanceReferenceOperation })
            ? ObjectUse.Touches
            : ObjectUse.HandsOn;
    }

    private ObjectUse OfArgument(IInvocationOperation call, IArgumentOperation argument, HashSet<ISymbol> followed, CancellationToken cancellationToken)
    {
        var method = call.TargetMethod;
        var isReceiver = argument.Parameter?.Ordinal == 0 && call.Instance is null;
        switch (LazyOperators.Of(method, types))
        {
            case Laziness.Consumes when isReceiver:
                return ObjectUse.Touches;
            case Laziness.Defers or Laziness.Buffers:
                return OfSequence(call);
        }

        if ((isReceiver && DictionaryUse.TryGet(call, types) is not null) || ReadsOnly(method))
        {
            return ObjectUse.Touches;
        }

        // A helper that only reads or fills it.
        if (argument.Parameter is not { RefKind: RefKind.None or RefKind.In } parameter || method.MayBeOverridden()
            || bodies.Of(method, cancellationToken) is not { IsIterator: false } body)
        {
            return ObjectUse.HandsOn;
        }

        // One that was looked at either is harmless or has already told its caller that it is not.
        if (!followed.Add(parameter.OriginalDefinition))
        {
            return ObjectUse.Touches;
        }

        var inner = followed.Count <= MaximumHelpers ? Of(body.Operation, InstancePath.OfSymbol(parameter), followed, cancellationToken) : default;
        return inner.IsDefault || inner.Any(found => found.Use is ObjectUse.HandsOn || IsInLambda(found.Place, body.Operation)) ? ObjectUse.HandsOn
            : IsOverWithCall(call) ? inner.Any(found => found.Use is ObjectUse.LendsToTask) ? ObjectUse.HandsOn : inner.Any(found => found.Use is ObjectUse.Touches) ? ObjectUse.Touches : ObjectUse.Names
            : method.IsAsync ? inner.Any(found => found.Use is not ObjectUse.Names && awaits.IsBefore(found.Place)) ? ObjectUse.LendsToTask : ObjectUse.Touches
            : ObjectUse.HandsOn;
    }

    // An async helper that is not waited for goes on with the object beside its caller.
    private static bool IsOverWithCall(IInvocationOperation call) =>
        !(call.TargetMethod.IsAsync || call.TargetMethod.ReturnType.Name is "Task" or "ValueTask") || TaskWaits.IsAwaitedAtOnce(call);

    private static bool IsInLambda(IOperation place, IOperation body)
    {
        for (var outer = place.Parent; outer is not null && outer != body; outer = outer.Parent)
        {
            if (outer is IAnonymousFunctionOperation or ILocalFunctionOperation)
            {
                return true;
            }
        }

        return false;
    }

    // A view or query that is enumerated where it stands keeps nothing.
    private ObjectUse OfSequence(IOperation sequence) =>
        QueryConsumers.Of(sequence, types) is not null || sequence.Parent is IPropertyReferenceOperation or IInvocationOperation { Instance: not null }
            ? ObjectUse.Touches
            : ObjectUse.HandsOn;

    // 'set.UnionWith(d)', 'string.Join(", ", d)', 'JsonSerializer.Serialize(d)' read what they are given.
    internal static bool ReadsOnly(IMethodSymbol method)
    {
        var type = method.ContainingType;
        return method.Name switch
        {
            "UnionWith" or "ExceptWith" or "IntersectWith" or "SymmetricExceptWith" or "AddRange" or "InsertRange" or "SequenceEqual" => true,
            "ThrowIfNull" or "WriteLine" or "Write" or "ReferenceEquals" or "Join" or "Concat" or "Format" =>
                type.SpecialType is SpecialType.System_String or SpecialType.System_Object || type.IsNamed("System", "Console") || type.IsNamed("System", "ArgumentNullException"),
            "Serialize" or "SerializeToUtf8Bytes" or "SerializeToElement" => type.IsNamed("System.Text.Json", "JsonSerializer"),
            _ => false,
        };
    }
}
