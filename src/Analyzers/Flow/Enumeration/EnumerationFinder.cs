using System.Collections.Generic;
using System.Linq;
using System.Threading;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Flow;

/// <summary>Finds the enumerations that an operation drives, whatever their clothes: loops, operators with lambdas, enumerators.</summary>
internal sealed class EnumerationFinder(CompilationModel model)
{
    private readonly QueryReaders readers = new(model.Types);
    private readonly HelperEnumerations helpers = new(model);
    private readonly StoredQueries storedQueries = new(model);
    private readonly EnumeratorLoops enumeratorLoops = new(model);

    /// <summary>Whether <paramref name="operation"/> can drive an enumeration at all. It is asked of every call, and allocates nothing.</summary>
    public static bool IsCandidate(IOperation operation)
    {
        if (operation is ILoopOperation or ISpreadOperation)
        {
            return true;
        }

        if (operation is IObjectCreationOperation { Arguments: [var source, ..] })
        {
            return MayBeQuery(source.Value);
        }

        if (operation is not IInvocationOperation invocation)
        {
            return false;
        }

        foreach (var argument in invocation.Arguments)
        {
            if (argument.Value is IDelegateCreationOperation || MayBeQuery(argument.Value) || ParameterWalks.IsCandidate(argument))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// The enumerations over collections that can be disturbed which <paramref name="operation"/> drives, with regions that stand
    /// inside it: an editor shows what a callback reports only inside the operation that the callback was called for.
    /// </summary>
    public IEnumerable<Enumeration> Find(IOperation operation, CancellationToken cancellationToken)
    {
        var found = operation switch
        {
            IForEachLoopOperation loop => OfLoop(loop, cancellationToken),
            ILoopOperation loop => enumeratorLoops.Of(loop, cancellationToken),
            IInvocationOperation call => OfCall(call, cancellationToken),
            ISpreadOperation spread => OfQuery(spread, spread.Operand, cancellationToken),
            IObjectCreationOperation { Arguments: [var source, ..] } creation when model.Types.KindOf(creation.Type) is not CollectionKind.None =>
                OfQuery(creation, source.Value, cancellationToken),
            _ => [],
        };
        return found.Where(enumeration => operation.Syntax.Span.Contains(enumeration.Region.Syntax.Span));
    }

    private IEnumerable<Enumeration> OfLoop(IForEachLoopOperation loop, CancellationToken cancellationToken)
    {
        foreach (var sequence in model.Sequences.Read(loop.Collection, cancellationToken))
        {
            yield return new Enumeration(sequence, loop, loop.Collection.Unwrapped(), loop.Body, LoopElements.Of(loop), EnumerationForm.Loop);
            foreach (var stage in Enumeration.OfStages(sequence, loop, loop.Collection.Unwrapped(), sequence.Stages))
            {
                yield return stage;
            }
        }
    }

    private IEnumerable<Enumeration> OfCall(IInvocationOperation call, CancellationToken cancellationToken)
    {
        var laziness = LazyOperators.Of(call.TargetMethod, model.Types);
        if (laziness is Laziness.Defers)
        {
            foreach (var enumeration in storedQueries.Of(call, cancellationToken))
            {
                yield return enumeration;
            }
        }
        else if (laziness is Laziness.Consumes or Laziness.Buffers && call.Argument(0) is { } source)
        {
            // A buffering operator is driven by whoever consumes it; its source is only enumerated then, but then in whole.
            foreach (var sequence in model.Sequences.Read(source, cancellationToken).Where(QueryReaders.AreWalkers))
            {
                var own = laziness is Laziness.Consumes ? SequenceReader.StagesOf(call, sequence.View) : [];
                foreach (var stage in Enumeration.OfStages(sequence, call, sequence.Source, sequence.Stages.AddRange(own)))
                {
                    yield return stage;
                }
            }
        }
        else if (DictionaryUse.TryGet(call, model.Types) is { Verb: Verb.Enumerate } use && call.Arguments is [{ Value: var action }])
        {
            foreach (var sequence in model.Sequences.Read(use.Receiver, cancellationToken))
            {
                var stage = new SequenceStage(call, action.Unwrapped(), sequence.View, [0]);
                foreach (var enumeration in Enumeration.OfStages(sequence, call, use.Receiver, [stage]))
                {
                    yield return enumeration;
                }
            }
        }
        else if (readers.ReadsSequences(call.TargetMethod))
        {
            foreach (var argument in call.Arguments.Where(argument => MayBeQuery(argument.Value)))
            {
                foreach (var enumeration in OfQuery(call, argument.Value, cancellationToken))
                {
                    yield return enumeration;
                }
            }

            foreach (var enumeration in OfOperation(call, cancellationToken))
            {
                yield return enumeration;
            }
        }
        else
        {
            foreach (var enumeration in helpers.Of(call, cancellationToken))
            {
                yield return enumeration;
            }
        }
    }

    // 'set.UnionWith(set.SelectMany(..))', but not the collection itself, which the operations look out for.
    private IEnumerable<Enumeration> OfOperation(IInvocationOperation call, CancellationToken cancellationToken)
    {
        if (DictionaryUse.TryGet(call, model.Types) is not { } use || !CollectionViews.ChangesWhileReading(call.TargetMethod, use.Kind)
            || call.Arguments.LastOrDefault()?.Value is not { } given || model.Paths.Read(use.Receiver, cancellationToken) is not { } collection
            || collection.Equals(model.Paths.Read(given, cancellationToken)))
        {
            return [];
        }

        return
            from sequence in model.Sequences.Read(given, cancellationToken)
            where sequence.Path.Equals(collection) && (use.Verb is Verb.Remove || use.Kind is CollectionKind.List || sequence.View is SequenceView.Projected)
            select new Enumeration(sequence, call, given.Unwrapped(), call, [], EnumerationForm.Operation);
    }

    // A query whose delegates run while somebody else's code reads it to its end.
    private IEnumerable<Enumeration> OfQuery(IOperation reader, IOperation query, CancellationToken cancellationToken) =>
        from sequence in model.Sequences.Read(query, cancellationToken)
        where QueryReaders.AreWalkers(sequence)
        from enumeration in Enumeration.OfStages(sequence, reader, sequence.Source, sequence.Stages)
        select enumeration;

    // A lazy sequence that is handed on: a call, a query, or a local of an interface type.
    private static bool MayBeQuery(IOperation argument) =>
        argument.Unwrapped() is ITranslatedQueryOperation or IInvocationOperation or ILocalReferenceOperation
        && (argument.Unwrapped().Type?.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T
            || argument.Unwrapped() is IInvocationOperation { TargetMethod: { ContainingType.Name: "SortedSet" } method } && CollectionViews.IsLive(method, CollectionKind.SortedSet));
}
