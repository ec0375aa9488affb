using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Flow;

/// <summary>
/// Answers which locks a method of the compilation leaves taken when it returns, and which it gives back that it has not taken:
/// <c>EnterGate()</c>, <c>ExitGate()</c>, the constructor of a guard that is held through <c>using</c>.
/// </summary>
internal sealed class CalleeLocks(BodyLockReader reader, SourceBodies bodies, LockScan scan, LockTranslation translation)
{
    private readonly ConcurrentDictionary<(SyntaxNode Body, int Depth), BodyLocks> solved = new();

    /// <summary>What the code behind <paramref name="call"/> does to locks that outlast it, told where the call stands; callees are followed <paramref name="depth"/> deep.</summary>
    public (ImmutableArray<HeldLock> Taken, ImmutableArray<HeldLock> Given) Of(IOperation call, int depth, CancellationToken cancellationToken)
    {
        var method = call switch
        {
            IInvocationOperation { TargetMethod: { MethodKind: MethodKind.Ordinary or MethodKind.LocalFunction } target } => target,
            IObjectCreationOperation { Constructor: { } constructor } => constructor,
            _ => null,
        };
        if (depth == 0 || method is null || method.MayBeOverridden() || method.DeclaringSyntaxReferences.IsEmpty
            || !method.DeclaringSyntaxReferences.Any(declaration => (scan.Of(declaration.GetSyntax(cancellationToken), cancellationToken) & LockSigns.Calls) != 0)
            || bodies.Of(method, cancellationToken) is not { IsIterator: false, Operation: var body })
        {
            return ([], []);
        }

        var key = (body.Syntax, depth);
        var locks = solved.TryGetValue(key, out var known)
            ? known
            : solved.GetOrAdd(key, reader.Read(body, scan.Of(body.Syntax, cancellationToken), [], this, depth - 1, cancellationToken));
        return locks.Flow is { } flow
            ? (Told(flow.AtEnd().Select(stay => stay.Held)), Told(flow.GivenForOthers))
            : ([], []);

        ImmutableArray<HeldLock> Told(IEnumerable<HeldLock> held) =>
            [.. held.Select(each => translation.ToCaller(each, call, method, cancellationToken)).OfType<HeldLock>()];
    }
}
