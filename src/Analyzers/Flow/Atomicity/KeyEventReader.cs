using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Flow;

/// <summary>Reads everything in a body that says something about the keys of a collection, or changes them; each body once.</summary>
internal sealed class KeyEventReader(KnownTypes types, SourceBodies bodies, PathReader paths)
{
    private readonly ConcurrentDictionary<SyntaxNode, ImmutableArray<KeyEvent>> events = new();

    /// <summary>The events of a body, lambda or local function, in source order.</summary>
    public ImmutableArray<KeyEvent> In(IOperation body, CancellationToken cancellationToken) =>
        events.TryGetValue(body.Syntax, out var found)
            ? found
            : events.GetOrAdd(body.Syntax, [.. body.Executed().Select(operation => EventOf(operation, cancellationToken)).OfType<KeyEvent>()]);

    private KeyEvent? EventOf(IOperation operation, CancellationToken cancellationToken)
    {
        if (DictionaryUse.TryGet(operation, types) is { } use)
        {
            return (use.Verb is Verb.Lookup or Verb.Contains || use.Verb.Modifies()) && paths.Read(use.Receiver, cancellationToken) is { } collection
                ? new KeyEvent(operation, use, collection, new KeyIdentity(paths.Read(use.Key, cancellationToken), use.Key))
                : null;
        }

        // 'bool Has(int key) => _map.ContainsKey(key);'
        if (operation is IInvocationOperation { Type.SpecialType: SpecialType.System_Boolean } call && !call.TargetMethod.MayBeOverridden()
            && bodies.Of(call.TargetMethod, cancellationToken)?.SoleReturnValue?.Unwrapped() is { } returned
            && DictionaryUse.TryGet(returned, types) is { Verb: Verb.Contains or Verb.Lookup } inner
            && inner.Key?.Unwrapped() is IParameterReferenceOperation { Parameter: var parameter }
            && paths.Read(inner.Receiver, cancellationToken)?.Translated(root => Outside(root, call, cancellationToken)) is { } owner)
        {
            var argument = call.Argument(parameter.Ordinal);
            return new KeyEvent(call, inner with { Operation = call }, owner, new KeyIdentity(paths.Read(argument, cancellationToken), argument));
        }

        return null;
    }

    // What a callee's 'this', or a variable that a local function captures, is where it is called.
    private InstancePath? Outside(PathRoot root, IInvocationOperation call, CancellationToken cancellationToken) => root switch
    {
        { Symbol: { } captured } when call.TargetMethod.MethodKind is MethodKind.LocalFunction
            && !SymbolEqualityComparer.Default.Equals(captured.ContainingSymbol, call.TargetMethod) => InstancePath.OfSymbol(captured),
        { Symbol: IParameterSymbol parameter } => paths.Read(call.Argument(parameter.Ordinal), cancellationToken),
        { Kind: PathRootKind.This } => call.TargetMethod.MethodKind is MethodKind.LocalFunction
            ? InstancePath.This
            : paths.Read(call.Instance?.ResolvedReceiver(), cancellationToken),
        _ => null,
    };
}
