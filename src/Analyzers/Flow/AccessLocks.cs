using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using DictionaryAnalyzers.Vocabulary;

namespace DictionaryAnalyzers.Flow;

/// <summary>Answers which locks are held at an access to a collection, told of the object that holds the collection.</summary>
internal sealed class AccessLocks(HeldLocks locks)
{
    /// <summary>The locks that are certainly held where <paramref name="access"/> touches the collection.</summary>
    public ImmutableArray<(GuardKey Lock, LockMode Mode)> Of(CollectionAccess access, CancellationToken cancellationToken)
    {
        // A loop and a query are in no single place; what they walk is.
        var held = locks.InAnyModeAt(access.Reference, cancellationToken);
        return held.IsEmpty ? [] :
        [
            .. from found in held
               let key = GuardKey.Of(found.Path, access.Owner)
               where key is not null
               select (key.Value, found.Mode),
        ];
    }
}
