using System.Linq;
using System.Threading;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Flow;

/// <summary>Answers whether a method of the compilation changes, without a lock, a collection that it is given, itself or by what it calls.</summary>
internal sealed class ParameterWrites(KnownTypes types, PathReader paths, SourceBodies bodies, HeldLocks locks)
{
    private const int MaximumDepth = 3;

    /// <summary>Whether <paramref name="call"/> changes what <paramref name="given"/>, one of its arguments, denotes.</summary>
    public bool Changes(IInvocationOperation call, IOperation given, CancellationToken cancellationToken) =>
        call.Arguments.Any(argument => argument.Value.Unwrapped().Syntax == given.Syntax && Changes(call, argument, MaximumDepth, cancellationToken));

    private bool Changes(IInvocationOperation call, IArgumentOperation argument, int depth, CancellationToken cancellationToken)
    {
        if (depth == 0 || argument.Parameter is not { RefKind: RefKind.None } parameter || call.TargetMethod.MayBeOverridden()
            || types.KindOf(parameter.Type) is CollectionKind.None
            || bodies.Of(call.TargetMethod, cancellationToken) is not { IsIterator: false } body)
        {
            return false;
        }

        var path = InstancePath.OfSymbol(parameter);
        return body.Operation.Executed().Any(operation => DictionaryUse.TryGet(operation, types) is { } use
            ? use.Verb.Modifies() && path.Equals(paths.Read(use.Receiver, cancellationToken)) && locks.InAnyModeAt(operation, cancellationToken).IsEmpty
            : operation is IInvocationOperation inner
                && inner.Arguments.Any(next => next.Value.Unwrapped() is IParameterReferenceOperation passed && path.Equals(paths.Read(passed, cancellationToken))
                    && Changes(inner, next, depth - 1, cancellationToken))
                && locks.InAnyModeAt(operation, cancellationToken).IsEmpty);
    }
}
