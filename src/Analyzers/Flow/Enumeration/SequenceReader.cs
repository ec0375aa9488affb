using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Flow;

/// <summary>
/// Answers which collections an expression still reads while it is enumerated: through views, lazy operators, query syntax,
/// stored queries, methods and properties that return a view, and iterators.
/// </summary>
internal sealed class SequenceReader(
    KnownTypes types, SourceBodies bodies, PathReader paths, ConcreteKinds kinds, MemberUses members, TypeHierarchy hierarchy)
{
    private const int MaximumDepth = 3;

    /// <summary>The live collections behind <paramref name="operation"/>; none when it is a copy or not known.</summary>
    public ImmutableArray<LiveSequence> Read(IOperation operation, CancellationToken cancellationToken) =>
        operation.IsEndlessChain() ? [] : [.. Read(operation, 0, cancellationToken)];

    /// <summary>The delegates that the consuming call <paramref name="call"/> itself runs for each element of its source.</summary>
    public static IEnumerable<SequenceStage> StagesOf(IInvocationOperation call, SequenceView view)
    {
        foreach (var argument in call.Arguments)
        {
            if (argument.Parameter is { Ordinal: > 0, Name: not "resultSelector", Type: INamedTypeSymbol { DelegateInvokeMethod: { } invoke } })
            {
                var element = call.TargetMethod.Name == "Aggregate" ? 1 : 0;
                if (invoke.Parameters.Length > element)
                {
                    yield return new SequenceStage(call, argument.Value.Unwrapped(), view, [element]);
                }
            }
        }
    }

    private IEnumerable<LiveSequence> Read(IOperation operation, int depth, CancellationToken cancellationToken)
    {
        operation = operation.Unwrapped();
        switch (operation)
        {
            case ITranslatedQueryOperation query:
                return Read(query.Operation, depth, cancellationToken);
            case IConditionalAccessOperation access:
                return Read(access.WhenNotNull, depth, cancellationToken);
            case IAwaitOperation:
                return [];
            case ICoalesceOperation coalesce:
                return Read(coalesce.Value, depth, cancellationToken).Concat(Read(coalesce.WhenNull, depth, cancellationToken))
                    .Select(sequence => sequence with { Source = operation });
            case IConditionalOperation { WhenFalse: { } otherwise } conditional:
                return Read(conditional.WhenTrue, depth, cancellationToken).Concat(Read(otherwise, depth, cancellationToken))
                    .Select(sequence => sequence with { Source = operation });
            case IInvocationOperation { TargetMethod.Name: "AsReadOnly", Instance: { } list } when types.KindOf(list.Type) is CollectionKind.List:
                return Read(list, depth, cancellationToken);
            case IInvocationOperation { Instance: { } viewed } when IsWindow(operation):
                return Read(viewed, depth, cancellationToken).Select(sequence => sequence with { Source = operation });
            case ILocalReferenceOperation local when bodies.Around(operation).Locals.SoleValue(local.Local)?.Unwrapped() is { } window && IsWindow(window):
                return Read(window, depth, cancellationToken).Select(sequence => sequence with { Source = operation });
            case IInvocationOperation invocation when LazyOperators.Of(invocation.TargetMethod, types) is var laziness and not Laziness.Unknown:
                return laziness is Laziness.Consumes ? [] : ThroughOperator(invocation, laziness, depth, cancellationToken);
            case IObjectCreationOperation { Arguments: [var wrapped] } creation when types.KindOf(creation.Type) is CollectionKind.ReadOnlyDictionary:
                return Read(wrapped.Value, depth, cancellationToken);
        }

        if (DictionaryUse.TryGet(operation, types) is { Verb: Verb.EnumerateKeys or Verb.EnumerateValues } view)
        {
            var throughInterface = operation is IPropertyReferenceOperation { Property.ContainingType.TypeKind: TypeKind.Interface };
            return !view.Kind.HasLiveViews(throughInterface) ? [] : OfCollection(view.Receiver, view.Verb is Verb.EnumerateKeys ? SequenceView.Keys : SequenceView.Values, operation, cancellationToken);
        }

        var hidesEnumerator = operation.Type is INamedTypeSymbol type && !types.IsKnown(type) && GetEnumerator(type) is not null;
        if (types.KindOf(operation.Type) is not CollectionKind.None && !hidesEnumerator
            && OfCollection(operation, SequenceView.Elements, operation, cancellationToken) is { IsEmpty: false } own)
        {
            return own;
        }

        return depth < MaximumDepth ? ThroughDefinition(operation, depth, cancellationToken) : [];
    }

    // 'sorted.GetViewBetween(a, b)' is of the type of a collection, and yet only a view of one.
    private bool IsWindow(IOperation operation) =>
        operation is IInvocationOperation { TargetMethod: var method, Instance: { } viewed } && CollectionViews.IsLive(method, types.KindOf(viewed.Type));

    private ImmutableArray<LiveSequence> OfCollection(
        IOperation collection, SequenceView view, IOperation source, CancellationToken cancellationToken)
    {
        var kind = kinds.Of(collection, cancellationToken);
        return CollectionSemantics.CanThrow(kind) && paths.Read(collection, cancellationToken) is { } path
            ? [new LiveSequence(path, kind, view, source, [])]
            : [];
    }

    private IEnumerable<LiveSequence> ThroughOperator(
        IInvocationOperation call, Laziness laziness, int depth, CancellationToken cancellationToken)
    {
        // 'Take(1)' takes no second step.
        if (call.Argument(0) is not { } first
            || call.TargetMethod.Name is "Take" && call.Argument(1)?.ConstantValue is { HasValue: true, Value: int and <= 1 })
        {
            yield break;
        }

        foreach (var sequence in Read(first, depth, cancellationToken))
        {
            // Over a list these go by index and do not look at its version.
            if (call.TargetMethod.Name is "Skip" or "Take" or "TakeLast" && IsReadByIndex(first, sequence))
            {
                continue;
            }

            if (laziness is Laziness.Buffers && !(LazyOperators.WalksCountedSource(call.TargetMethod) && sequence.Source == first.Unwrapped()))
            {
                continue;
            }

            yield return sequence with
            {
                View = ViewAfter(call, sequence.View),
                Stages = sequence.Stages.AddRange(StagesOf(call, sequence.View)),
            };
        }

        if (LazyOperators.ReadsSecondSource(call.TargetMethod) && call.Argument(1) is { } second)
        {
            foreach (var sequence in Read(second, depth, cancellationToken))
            {
                yield return sequence with { View = ViewAfter(call, sequence.View) };
            }
        }
    }

    // Whether LINQ sees a list in what 'Take' is given: the list itself, or one of the operators that keep to its index.
    private bool IsReadByIndex(IOperation operation, LiveSequence sequence)
    {
        operation = operation.Unwrapped();
        while (operation != sequence.Source && operation is IInvocationOperation call
            && LazyOperators.Of(call.TargetMethod, types) is not Laziness.Unknown)
        {
            if (!LazyOperators.KeepsIndex(call.TargetMethod) || call.Argument(0) is not { } source)
            {
                return false;
            }

            operation = source.Unwrapped();
        }

        return IsList(operation, sequence);
    }

    private bool IsList(IOperation source, LiveSequence sequence) => sequence.Kind switch
    {
        // The keys and the values of a sorted list are lists, its pairs are not.
        CollectionKind.SortedList => types.KindOf(source.Type) is not CollectionKind.SortedList && IsList(sequence),
        _ => IsList(sequence),
    };

    /// <summary>
    /// Whether the collection or view is an <c>IList</c>, which LINQ may read by index without noticing a change.
    /// </summary>
    public static bool IsList(LiveSequence sequence) => sequence.Kind switch
    {
        CollectionKind.List or CollectionKind.OrderedDictionary => true,
        CollectionKind.SortedList => sequence.View is SequenceView.Keys or SequenceView.Values,
        _ => false,
    };

    // 'Select(p => p.Key)' gives keys again, 'Select(p => p.Value)' values; other projections lose the key.
    private static SequenceView ViewAfter(IInvocationOperation call, SequenceView view)
    {
        var method = call.TargetMethod;
        if (method.Name is "Concat" or "Union" or "Append" or "Prepend" or "DefaultIfEmpty")
        {
            return view;
        }

        if (method.Name != "Select")
        {
            return LazyOperators.KeepsElements(method) && method.Name is not "SelectMany" ? view : SequenceView.Projected;
        }

        var projected = call.Argument(1)?.Lambda() is { } lambda ? new Body(lambda.Body).SoleReturnValue?.Unwrapped() : null;
        return projected switch
        {
            IParameterReferenceOperation => view,
            IPropertyReferenceOperation { Property.Name: "Key", Instance: IParameterReferenceOperation } when view is SequenceView.Elements => SequenceView.Keys,
            IPropertyReferenceOperation { Property.Name: "Value", Instance: IParameterReferenceOperation } when view is SequenceView.Elements => SequenceView.Values,
            _ => SequenceView.Projected,
        };
    }

    // A local or field that holds a query or a view, a method or property that returns one, whichever it is of those that a virtual call can mean.
    private IEnumerable<LiveSequence> ThroughDefinition(IOperation operation, int depth, CancellationToken cancellationToken)
    {
        switch (operation)
        {
            case ILocalReferenceOperation local when bodies.Around(operation).Locals.SoleValue(local.Local) is { } value && !IsOutOf(value):
                return Read(value, depth + 1, cancellationToken).Select(sequence => sequence with { Source = operation });
            case IInvocationOperation { TargetMethod: var method } call:
                return Translate(ReturnedBy(method, call.Instance, depth, cancellationToken), operation, root => root switch
                {
                    { Kind: PathRootKind.This } => paths.Read(call.Instance?.ResolvedReceiver(), cancellationToken),
                    { Symbol: IParameterSymbol parameter } => paths.Read(call.Argument(parameter.Ordinal), cancellationToken),
                    _ => null,
                });
            case IFieldReferenceOperation or IPropertyReferenceOperation when GetEnumerator(operation.Type) is null && KeptIn((IMemberReferenceOperation)operation, cancellationToken) is { } kept:
                return Translate(Read(kept, depth + 1, cancellationToken).Where(sequence => IsFixed(sequence.Path, cancellationToken)), operation, root =>
                    root.Kind is PathRootKind.This ? paths.Read(((IMemberReferenceOperation)operation).Instance?.ResolvedReceiver(), cancellationToken) : null);
            case IPropertyReferenceOperation { Property.GetMethod: { } getter } property:
                return Translate(ReturnedBy(getter, property.Instance, depth, cancellationToken), operation, root =>
                    root.Kind is PathRootKind.This ? paths.Read(property.Instance?.ResolvedReceiver(), cancellationToken) : null);
            case IObjectCreationOperation creation when GetEnumerator(operation.Type) is { } getEnumerator && bodies.Of(getEnumerator, cancellationToken) is { } body:
                return OfNew(Returned(body, depth, cancellationToken), creation, cancellationToken);
            case not IInvocationOperation when GetEnumerator(operation.Type) is { } getEnumerator && bodies.Of(getEnumerator, cancellationToken) is { } body:
                return Translate(Returned(body, depth, cancellationToken), operation, root =>
                    root.Kind is PathRootKind.This ? paths.Read(operation, cancellationToken) : null);
            default:
                return [];
        }
    }

    // 'new Query(_health)', whose enumerator is that of the argument.
    private IEnumerable<LiveSequence> OfNew(IEnumerable<LiveSequence> sequences, IObjectCreationOperation creation, CancellationToken cancellationToken) =>
        from sequence in sequences
        where sequence.Path is { Root.Kind: PathRootKind.This, Segments: [{ Member: not null }, ..] }
        let given = paths.ConstructorArgument(creation, sequence.Path.Segments[0].Member!, cancellationToken)
        let path = sequence.Path.TranslatedAfter(1, paths.Read(given, cancellationToken), static _ => null)
        where path is not null
        select sequence with { Path = path, Source = creation, Stages = [] };

    // Every method that the call can mean; one that gives a collection by its own name is what the path of the call says.
    private IEnumerable<LiveSequence> ReturnedBy(IMethodSymbol method, IOperation? instance, int depth, CancellationToken cancellationToken)
    {
        if (!method.MayBeOverridden())
        {
            return bodies.Of(method, cancellationToken) is { } body ? Returned(body, depth, cancellationToken) : [];
        }

        return method.ReturnType.TypeKind is TypeKind.Interface && !instance.IsBaseReference()
            ? hierarchy.Targets(method, instance?.ResolvedReceiver().Type)
                .Select(target => bodies.Of(target, cancellationToken)).OfType<Body>()
                .SelectMany(body => Returned(body, depth, cancellationToken))
                .Select(sequence => sequence with { IsIndirect = true })
            : [];
    }

    // 'private readonly IEnumerable<Upload> _stale;' that the constructor sets to a query, once and for all.
    private IOperation? KeptIn(IMemberReferenceOperation reference, CancellationToken cancellationToken) =>
        reference.Member is IFieldSymbol || reference.Member is IPropertySymbol property && property.IsAutomatic(cancellationToken)
            ? members.WritesOf(reference.Member.OriginalDefinition, cancellationToken) is { AreComplete: true, AfterConstruction: false, Values: [{ } value] } ? value : null
            : null;

    // What a query was made of is what it still reads, but a member that is set again denotes another object by then.
    private bool IsFixed(InstancePath path, CancellationToken cancellationToken) =>
        path.Segments.All(segment => segment.Member is { } member
            && members.WritesOf(member, cancellationToken) is { AreComplete: true, AfterConstruction: false });

    // A type of the compilation that hands out the enumerator of a collection it holds.
    private static IMethodSymbol? GetEnumerator(ITypeSymbol? type)
    {
        if (type is not INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct, DeclaringSyntaxReferences.IsEmpty: false })
        {
            return null;
        }

        // Where there is no public one, a loop takes that of the interface.
        return type.GetMembers("GetEnumerator").OfType<IMethodSymbol>().FirstOrDefault(method => method.Parameters.IsEmpty) is { } open
            ? open.MayBeOverridden() ? null : open
            : type.GetMembers().OfType<IMethodSymbol>().FirstOrDefault(method => method.ExplicitInterfaceImplementations is
                [{ Name: "GetEnumerator", ContainingType.OriginalDefinition.SpecialType: SpecialType.System_Collections_Generic_IEnumerable_T }]);
    }

    private static bool IsOutOf(IOperation value) =>
        value is IInvocationOperation call && call.Arguments.Any(argument => argument.Parameter?.RefKind is RefKind.Out);

    private IEnumerable<LiveSequence> Returned(Body body, int depth, CancellationToken cancellationToken)
    {
        if (!body.IsIterator)
        {
            return body.SoleReturnValue switch
            {
                null => [],
                var value when value.Unwrapped() is IInvocationOperation { TargetMethod.Name: "GetEnumerator", Instance: { } walked } =>
                    Read(walked, depth + 1, cancellationToken),
                var value => Read(value, depth + 1, cancellationToken),
            };
        }

        // An iterator that yields inside its own loop over a collection keeps that enumeration open between two elements.
        return body.Operation.Executed()
            .OfType<IForEachLoopOperation>()
            .Where(loop => loop.Body.Executed().Any(inner => inner.Kind is OperationKind.YieldReturn))
            .SelectMany(loop => Read(loop.Collection, depth + 1, cancellationToken).Select(sequence => sequence with { View = YieldedBy(loop, sequence, cancellationToken), IsIndirect = true }));
    }

    // 'yield return pair.Value;' gives the values of what the iterator walks.
    private SequenceView YieldedBy(IForEachLoopOperation loop, LiveSequence sequence, CancellationToken cancellationToken)
    {
        var walk = new Enumeration(sequence, loop, loop.Collection, loop.Body, LoopElements.Of(loop), EnumerationForm.Loop);
        var views = loop.Body.Executed()
            .OfType<IReturnOperation>()
            .Where(yield => yield.Kind is OperationKind.YieldReturn)
            .Select(yield => walk.ViewOf(paths.Read(yield.ReturnedValue, cancellationToken)))
            .Distinct()
            .ToArray();
        return views is [var only] ? only : SequenceView.Projected;
    }

    private static IEnumerable<LiveSequence> Translate(
        IEnumerable<LiveSequence> sequences, IOperation source, System.Func<PathRoot, InstancePath?> translate)
    {
        foreach (var sequence in sequences)
        {
            if (sequence.Path.Translated(translate) is { } path)
            {
                // The delegates stand in another body, where the caller's loop means nothing.
                yield return sequence with { Path = path, Source = source, Stages = [] };
            }
        }
    }
}
