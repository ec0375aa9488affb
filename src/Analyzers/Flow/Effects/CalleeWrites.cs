using System.Collections.Concurrent;
using System.Linq;
using System.Threading;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Flow;

/// <summary>Answers whether a method of the compilation changes a collection that it is given, without a lock.</summary>
internal sealed class CalleeWrites(CompilationModel model)
{
    private readonly ConcurrentDictionary<IParameterSymbol, Written> known = new(SymbolEqualityComparer.Default);
    private readonly Awaits awaits = new();

    /// <summary>When a method changes what it is given.</summary>
    public enum Written
    {
        /// <summary>Never, or that is not known.</summary>
        No,

        /// <summary>Before it waits for anything.</summary>
        AtOnce,

        /// <summary>Only after its first <c>await</c>.</summary>
        AfterAwait,
    }

    /// <summary>When <paramref name="call"/> changes the collection that it is given as <paramref name="argument"/>.</summary>
    public Written Of(IInvocationOperation call, IArgumentOperation argument, CancellationToken cancellationToken)
    {
        if (argument.Parameter?.OriginalDefinition is not { RefKind: RefKind.None or RefKind.In } parameter || call.TargetMethod.MayBeOverridden()
            || model.Types.KindOf(parameter.Type) is CollectionKind.None)
        {
            return Written.No;
        }

        return known.TryGetValue(parameter, out var found) ? found : known.GetOrAdd(parameter, InBody(call.TargetMethod, parameter, cancellationToken));
    }

    private Written InBody(IMethodSymbol method, IParameterSymbol parameter, CancellationToken cancellationToken)
    {
        if (model.Bodies.Of(method, cancellationToken) is not { IsIterator: false } body || !body.Locals.IsNeverReassigned(parameter))
        {
            return Written.No;
        }

        var path = InstancePath.OfSymbol(parameter);
        var changes = model.Search.Of(body.Operation, method.ContainingType, static (call, _) => !call.IsVirtual, cancellationToken)
            .Where(reached => reached.Effect.Kind is EffectKind.Modifies && path.Equals(reached.Target)
                && model.Locks.At(reached.Effect.Operation, cancellationToken).IsEmpty && model.Locks.At(reached.Site, cancellationToken).IsEmpty)
            .ToArray();
        return changes.Length == 0 ? Written.No
            : method.IsAsync && changes.All(change => awaits.IsBefore(change.Effect.Use is { } use && change.Frame.Caller is null ? use.Receiver : change.Site)) ? Written.AfterAwait
            : Written.AtOnce;
    }
}
