using System.Collections.Immutable;
using System.Threading;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Flow;

/// <summary>Answers which locks are certainly held where an operation runs.</summary>
internal sealed class HeldLocks(PathReader paths)
{
    /// <summary>The lock objects, in terms of the body in which <paramref name="operation"/> stands.</summary>
    public ImmutableArray<InstancePath> At(IOperation operation, CancellationToken cancellationToken)
    {
        var held = ImmutableArray.CreateBuilder<InstancePath>();
        for (var (inner, outer) = (operation, operation.Parent); outer is not null; (inner, outer) = (outer, outer.Parent))
        {
            if (inner is IAnonymousFunctionOperation or ILocalFunctionOperation)
            {
                break;
            }

            if (outer is ILockOperation region && inner == region.Body && paths.Read(region.LockedValue, cancellationToken) is { } path)
            {
                held.Add(path);
            }
        }

        return held.ToImmutable();
    }
}
