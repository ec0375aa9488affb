using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Flow;

/// <summary>Answers which locks are held at an access to a collection, told of the object that holds the collection.</summary>
internal sealed class AccessLocks(HeldLocks locks, MemberUses members)
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
               select (key, found.Mode),
        ];
    }

    /// <summary>The locks that at least one caller of the helper around <paramref name="access"/> holds, though not all do, or others may call it.</summary>
    public IEnumerable<GuardKey> OfSomeCallers(CollectionAccess access, CancellationToken cancellationToken)
    {
        var calls = access.Reference.EnclosingBody() is { Parent: null } body
            && body.SemanticModel?.GetEnclosingSymbol(access.Reference.Syntax.SpanStart, cancellationToken) is IMethodSymbol { DeclaredAccessibility: not Accessibility.Public } method
                ? members.CallsOf(method, cancellationToken) ?? []
                : [];
        return from call in calls
               where call is not IMethodReferenceOperation
               from held in locks.InAnyModeAt(call, cancellationToken)
               let key = GuardKey.Of(held.Path, access.Owner)
               where key is not null
               select key;
    }
}
