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
internal sealed class SequenceReader(KnownTypes types, SourceBodies bodies, PathReader paths, ConcreteKinds kinds)
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
            // Over a list these two go by index and do not look at its version.
            if (IsList(sequence) && call.TargetMethod.Name is "Skip" or "Take" or "TakeLast")
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

    // A local that holds a query, a method or property that returns one, a field that holds a view.
    private IEnumerable<LiveSequence> ThroughDefinition(IOperation operation, int depth, CancellationToken cancellationToken)
    {
        switch (operation)
        {
            case ILocalReferenceOperation local when bodies.Around(operation).Locals.SoleValue(local.Local) is { } value && !IsOutOf(value):
                return Read(value, depth + 1, cancellationToken).Select(sequence => sequence with { Source = operation });
            case IInvocationOperation call when !call.TargetMethod.MayBeOverridden()
                && bodies.Of(call.TargetMethod, cancellationToken) is { } body:
                return Translate(Returned(body, depth, cancellationToken), operation, root => root switch
                {
                    { Kind: PathRootKind.This } => paths.Read(call.Instance?.ResolvedReceiver(), cancellationToken),
                    { Symbol: IParameterSymbol parameter } => paths.Read(call.Argument(parameter.Ordinal), cancellationToken),
                    _ => null,
                });
            case IPropertyReferenceOperation { Property.GetMethod: { } getter } property
                when !getter.MayBeOverridden() && bodies.Of(getter, cancellationToken) is { } body:
                return Translate(Returned(body, depth, cancellationToken), operation, root =>
                    root.Kind is PathRootKind.This ? paths.Read(property.Instance?.ResolvedReceiver(), cancellationToken) : null);
            case not IInvocationOperation when GetEnumerator(operation.Type) is { } getEnumerator && bodies.Of(getEnumerator, cancellationToken) is { } body:
                return Translate(Returned(body, depth, cancellationToken), operation, root =>
                    root.Kind is PathRootKind.This ? paths.Read(operation, cancellationToken) : null);
            default:
                return [];
        }
    }

    // A type of the compilation that hands out the enumerator of a collection it holds.
    private static IMethodSymbol? GetEnumerator(ITypeSymbol? type) =>
        type is INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct }
            ? type.GetMembers("GetEnumerator").OfType<IMethodSymbol>().FirstOrDefault(method =>
                method.Parameters.IsEmpty && !method.MayBeOverridden() && !method.DeclaringSyntaxReferences.IsEmpty)
            : null;

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
            .SelectMany(loop => Read(loop.Collection, depth + 1, cancellationToken))
            .Select(sequence => sequence with { View = SequenceView.Projected });
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
