using System.Collections.Generic;
using System.Linq;
using System.Threading;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Flow;

/// <summary>Finds enumerations of queries that are kept in a local and read somewhere else: <c>var query = d.Select(x => ..); .. foreach (var y in query)</c>. They are found at the operator, where the delegate stands.</summary>
internal sealed class StoredQueries(CompilationModel model)
{
    private readonly QueryReaders readers = new(model.Types);

    /// <summary>The enumerations in which the delegates of the lazy operator <paramref name="call"/> run.</summary>
    public IEnumerable<Enumeration> Of(IInvocationOperation call, CancellationToken cancellationToken)
    {
        if (Stored(call) is not { } local || call.Argument(0) is not { } source
            || !SequenceReader.StagesOf(call, SequenceView.Projected).Any(stage => stage.Region is not null)
            || Reader(local, call) is not { } reader)
        {
            return [];
        }

        return
            from sequence in model.Sequences.Read(source, cancellationToken)
            where QueryReaders.AreWalkers(sequence)
            from enumeration in Enumeration.OfStages(sequence, reader, sequence.Source, [.. SequenceReader.StagesOf(call, sequence.View)])
            select enumeration;
    }

    // The local that a query is kept in and never changed.
    private ILocalSymbol? Stored(IInvocationOperation call)
    {
        IOperation value = call;
        while (value.Parent is IArgumentOperation { Parent: IInvocationOperation outer } && LazyOperators.Of(outer.TargetMethod, model.Types) is Laziness.Defers
            || value.Parent is IConversionOperation or ITranslatedQueryOperation)
        {
            value = value.Parent is IArgumentOperation argument ? argument.Parent! : value.Parent!;
        }

        return value.Parent is IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var local } }
            && model.Bodies.Around(call).Locals.SoleValue(local) is not null
                ? local
                : null;
    }

    // The first place that reads a stored query to its end.
    private IOperation? Reader(ILocalSymbol query, IOperation call) =>
        call.EnclosingBody().Executed()
            .OfType<ILocalReferenceOperation>()
            .Where(reference => SymbolEqualityComparer.Default.Equals(reference.Local, query))
            .Select(reference => ReaderOf(reference))
            .FirstOrDefault(reader => reader is not null);

    private IOperation? ReaderOf(IOperation sequence)
    {
        for (var (inner, outer) = (sequence, sequence.Parent); outer is not null; (inner, outer) = (outer, outer.Parent))
        {
            switch (outer)
            {
                case IForEachLoopOperation loop when inner == loop.Collection:
                case ISpreadOperation:
                    return outer;
                case IInvocationOperation reader when readers.ReadsSequences(reader.TargetMethod) || LazyOperators.Of(reader.TargetMethod, model.Types) is Laziness.Consumes:
                    return outer;
                case IInvocationOperation lazy when LazyOperators.Of(lazy.TargetMethod, model.Types) is Laziness.Defers:
                case IConversionOperation or IArgumentOperation or ITranslatedQueryOperation:
                    continue;
                default:
                    return null;
            }
        }

        return null;
    }
}
