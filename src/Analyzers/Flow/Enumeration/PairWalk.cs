using System.Collections.Generic;
using System.Linq;
using System.Threading;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Flow;

/// <summary>
/// A loop over the pairs or the keys of a keyed collection, a copy of it or a part of it, and what its variables say of the
/// entry at hand.
/// </summary>
internal sealed class PairWalk
{
    private readonly Enumeration enumeration;

    private PairWalk(Enumeration enumeration, bool testsValue)
    {
        this.enumeration = enumeration;
        TestsValue = testsValue;
    }

    /// <summary>The collection that is walked.</summary>
    public InstancePath Collection => enumeration.Sequence.Path;

    /// <summary>The loop.</summary>
    public IForEachLoopOperation Loop => (IForEachLoopOperation)enumeration.Statement;

    /// <summary>Whether a condition in the head of the loop, <c>Where(p => p.Value ..)</c>, has looked at the value.</summary>
    public bool TestsValue { get; }

    /// <summary>The walk of <paramref name="loop"/>; null where it is none, or it is not known over what.</summary>
    public static PairWalk? Of(IForEachLoopOperation loop, CompilationModel model, CancellationToken cancellationToken)
    {
        if (loop.Collection.IsEndlessChain())
        {
            return null;
        }

        var source = model.Paths.Origin(loop.Collection);
        var view = SequenceView.Elements;
        var filters = new List<IAnonymousFunctionOperation>();
        while (Queried(source) is IInvocationOperation call && SourceOf(call, model) is { } inner)
        {
            var lambda = call.Argument(1)?.Lambda();
            if (call.TargetMethod.Name is "Select")
            {
                if (lambda is null || new Body(lambda.Body).SoleReturnValue?.Unwrapped() is not IPropertyReferenceOperation { Property.Name: "Key" })
                {
                    return null;
                }

                view = SequenceView.Keys;
            }

            if (call.TargetMethod.Name is "Where" && lambda is not null)
            {
                filters.Add(lambda);
            }

            source = model.Paths.Origin(inner);
        }

        if (DictionaryUse.TryGet(source.Unwrapped(), model.Types) is { Verb: Verb.EnumerateKeys } keys)
        {
            (source, view) = (keys.Receiver, SequenceView.Keys);
        }

        var kind = model.Kinds.Of(source, cancellationToken);
        return kind.HoldsPairs() && model.Paths.Read(source, cancellationToken) is { } path
            ? new PairWalk(
                new Enumeration(new LiveSequence(path, kind, view, source, []), loop, loop.Collection, loop.Body, LoopElements.Of(loop), EnumerationForm.Loop),
                filters.Any(filter => TestsValueIn(filter, path, model, cancellationToken)))
            : null;
    }

    // 'from p in cd select p' is a call in other words.
    private static IOperation Queried(IOperation source) => source.Unwrapped() is ITranslatedQueryOperation query ? query.Operation.Unwrapped() : source.Unwrapped();

    // 'cd.Where(p => p.Value ..)', 'cd.Keys.Where(k => cd[k] ..)'
    private static bool TestsValueIn(IAnonymousFunctionOperation filter, InstancePath collection, CompilationModel model, CancellationToken cancellationToken) =>
        filter.Body.Executed().Any(operation => operation is IPropertyReferenceOperation { Property.Name: "Value" }
            || (DictionaryUse.TryGet(operation, model.Types) is { Verb: Verb.Lookup, Key: { } key } lookup
                && key.Unwrapped() is IParameterReferenceOperation { Parameter: var asked } && SymbolEqualityComparer.Default.Equals(asked, filter.Symbol.Parameters[0])
                && collection.Equals(model.Paths.Read(lookup.Receiver, cancellationToken))));

    /// <summary>Whether <paramref name="key"/> is the key of the entry at hand.</summary>
    public bool IsOwnKey(InstancePath key) => enumeration.IsOwnKey(key);

    /// <summary>Whether <paramref name="operation"/> reads the value of the entry at hand, or hands the whole entry on.</summary>
    public bool ReadsValue(IOperation operation) => operation is ILocalReferenceOperation local && enumeration.Sequence.View is SequenceView.Elements
        && (enumeration.Elements is [_, { } value]
            ? SymbolEqualityComparer.Default.Equals(value.Root.Symbol, local.Local)
            : enumeration.Elements is [_] && enumeration.Holds(local.Local) && local.Parent is not IPropertyReferenceOperation { Property.Name: "Key" });

    // 'cd.Where(..)', 'cd.ToArray()', 'cd.OrderBy(..).ToList()', 'cd.Select(p => p.Key)'
    private static IOperation? SourceOf(IInvocationOperation call, CompilationModel model)
    {
        if (DictionaryUse.TryGet(call, model.Types) is { Verb: Verb.Snapshot } copy && call.TargetMethod.Name is "ToArray" or "ToList")
        {
            return call.Receiver() ?? copy.Receiver;
        }

        var keepsPairs = KnownTypes.Is(call.TargetMethod.ContainingType, model.Types.Enumerable)
            && (call.TargetMethod.Name is "Select" or "OrderBy" or "OrderByDescending" or "ThenBy" or "ThenByDescending" or "ToArray" or "ToList" or "Reverse"
                || LazyOperators.Of(call.TargetMethod, model.Types) is Laziness.Defers && LazyOperators.KeepsElements(call.TargetMethod) && call.TargetMethod.Name is not "SelectMany");
        return keepsPairs ? call.Argument(0) : null;
    }
}
