using System.Collections.Generic;
using System.Threading;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Flow;

/// <summary>Tells a lock in the terms of the other side of a call: what the callee calls its own field is another's field to the caller.</summary>
internal sealed class LockTranslation(PathReader paths, LockObjects objects)
{
    /// <summary>A lock of the callee as the caller would name it, where <paramref name="call"/> stands; null where it cannot, or where it may be another one by then.</summary>
    public HeldLock? ToCaller(HeldLock held, IOperation call, IMethodSymbol callee, CancellationToken cancellationToken)
    {
        var receiver = call is IInvocationOperation { Instance: { } instance } ? instance.ResolvedReceiver() : null;
        var site = new CallSite(call, callee, receiver, null, IsVirtual: false, RunsToEnd: true, AfterAwait: false);
        return Frame.OfRegion(paths).Into(site, callee).Translate(held.Path, cancellationToken) is { } path && objects.IsStable(path, call, cancellationToken)
            ? held with { Path = path }
            : null;
    }

    /// <summary>A lock of the caller as the callee would name it; by the common instance, by an argument, or not at all.</summary>
    public IEnumerable<InstancePath> ToCallee(InstancePath path, IOperation call, IMethodSymbol callee, CancellationToken cancellationToken)
    {
        if (path.Root.Kind is PathRootKind.Static or PathRootKind.Constant)
        {
            yield return path;
            yield break;
        }

        var (instance, arguments) = call switch
        {
            IInvocationOperation invocation => (invocation.Instance, invocation.Arguments),
            IPropertyReferenceOperation property => (property.Instance, property.Arguments),
            _ => (null, []),
        };
        if (callee.MethodKind is MethodKind.LocalFunction)
        {
            if (!callee.IsStatic)
            {
                yield return path;
            }
        }
        else if (instance is not null && paths.Read(instance.ResolvedReceiver(), cancellationToken) is { } receiver
            && path.StartsWith(receiver) && path.Rebased(receiver, InstancePath.This) is { } own)
        {
            yield return own;
        }

        foreach (var argument in arguments)
        {
            if (argument.Parameter is { } parameter && paths.Read(argument.Value, cancellationToken) is { } given && path.StartsWith(given)
                && path.Rebased(given, InstancePath.OfSymbol(callee.OriginalDefinition.Parameters[parameter.Ordinal])) is { } passed)
            {
                yield return passed;
            }
        }
    }
}
