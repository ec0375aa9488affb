using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Flow;

/// <summary>Answers what the type that declares a collection puts into it.</summary>
internal sealed class CollectionContents(KnownTypes types, MemberUses members)
{
    private readonly ConcurrentDictionary<ISymbol, ImmutableArray<IOperation>> contents = new(SymbolEqualityComparer.Default);

    /// <summary>The values, or elements of a set or list, that are inserted into the collection in <paramref name="collection"/>.</summary>
    public ImmutableArray<IOperation> InsertedInto(ISymbol collection, CancellationToken cancellationToken) =>
        contents.TryGetValue(collection, out var known)
            ? known
            : contents.GetOrAdd(collection, [.. members.ChangesOf(collection, cancellationToken).Select(Inserted).OfType<IOperation>()]);

    private IOperation? Inserted(IMemberReferenceOperation collection)
    {
        for (IOperation? candidate = collection.Parent; candidate is not null and not IBlockOperation; candidate = candidate.Parent)
        {
            if (DictionaryUse.TryGet(candidate, types) is { } use && use.Receiver == collection && use.Verb.LeavesKeyPresent())
            {
                return use.Value ?? (use.Kind.IsKeyed() ? null : use.Key);
            }
        }

        return null;
    }
}
