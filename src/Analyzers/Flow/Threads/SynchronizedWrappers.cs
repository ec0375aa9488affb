using System.Linq;
using System.Threading;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Flow;

/// <summary>Answers whether a table of the first framework may be the wrapper that locks for its callers: <c>Hashtable.Synchronized(..)</c> is a Hashtable as well.</summary>
internal sealed class SynchronizedWrappers(PathReader paths, MemberUses members)
{
    /// <summary>Whether <paramref name="table"/>, a collection of <paramref name="kind"/>, may be one.</summary>
    public bool MayBe(IOperation table, CollectionKind kind, CancellationToken cancellationToken) =>
        kind is CollectionKind.Hashtable or CollectionKind.NonGenericSortedList && paths.Origin(table) switch
        {
            IObjectCreationOperation => false,
            IMemberReferenceOperation { Member: IFieldSymbol or IPropertySymbol } reference => members.WritesOf(reference.Member, cancellationToken) is not { AreComplete: true, Values: { IsEmpty: false } values }
                || values.Any(value => value?.Unwrapped() is not (IObjectCreationOperation or { ConstantValue: { HasValue: true, Value: null } })),
            _ => true,
        };
}
