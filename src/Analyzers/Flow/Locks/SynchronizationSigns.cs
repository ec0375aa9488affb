using System.Threading;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Flow;

/// <summary>
/// Answers whether a body visibly expects to be run by several threads on the same object: it locks, counts with
/// <c>Interlocked</c> or fills a concurrent dictionary of its own object. What a type only does elsewhere says little: others may
/// post to it what one thread then works off.
/// </summary>
internal sealed class SynchronizationSigns(KnownTypes types, PathReader paths)
{
    /// <summary>What in the body around <paramref name="place"/> shows it; null where nothing does.</summary>
    public ISymbol? Around(IOperation place, CancellationToken cancellationToken)
    {
        foreach (var operation in place.Root().Executed())
        {
            cancellationToken.ThrowIfCancellationRequested();
            var guarded = operation switch
            {
                ILockOperation statement => statement.LockedValue,
                IInvocationOperation { TargetMethod: { Name: "Increment" or "Decrement" or "Add" } method, Arguments: [var counter, ..] }
                    when method.ContainingType.IsNamed("System.Threading", "Interlocked") => counter.Value,
                IInvocationOperation or IPropertyReferenceOperation when DictionaryUse.TryGet(operation, types) is { Kind: CollectionKind.ConcurrentDictionary } use && use.Verb.Modifies() => use.Receiver,
                _ => null,
            };
            if (guarded is not null && paths.Read(guarded, cancellationToken) is { Root.Kind: PathRootKind.This, Segments: [{ Member: { } member }] })
            {
                return member;
            }
        }

        return null;
    }
}
