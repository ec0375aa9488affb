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

        return operation switch
        {
            IPropertyReferenceOperation { Type.SpecialType: SpecialType.System_Boolean, Property: { IsIndexer: false, GetMethod: { } getter } } property
                when !property.Property.MayBeOverridden() => OfProperty(property, getter, cancellationToken),
            IInvocationOperation { Type.IsReferenceType: true, Arguments: [{ } argument] } finder => OfFinder(finder, argument, cancellationToken),
            _ => null,
        };
    }

    // 'bool IsRegistered => All.ContainsKey(Name);'
    private KeyEvent? OfProperty(IPropertyReferenceOperation property, IMethodSymbol getter, CancellationToken cancellationToken) =>
        !getter.OriginalDefinition.DeclaringSyntaxReferences.IsEmpty && bodies.Of(getter, cancellationToken)?.SoleReturnValue?.Unwrapped() is { } returned
        && DictionaryUse.TryGet(returned, types) is { Verb: Verb.Contains, Key: { } asked } inner
        && paths.Read(inner.Receiver, cancellationToken)?.Translated(root => Owner(root, property, cancellationToken)) is { } collection
        && paths.Read(asked, cancellationToken)?.Translated(root => Owner(root, property, cancellationToken)) is { } key
            ? new KeyEvent(property, inner with { Operation = property }, collection, new KeyIdentity(key, null))
            : null;

    // 'Session? Find(string key) => _map.TryGetValue(key, out var found) ? found : null;', 'Session? Find(string key) => _map.GetValueOrDefault(key);'
    private KeyEvent? OfFinder(IInvocationOperation call, IArgumentOperation argument, CancellationToken cancellationToken)
    {
        if (call.TargetMethod.IsAsync || call.TargetMethod.MayBeOverridden() || call.TargetMethod.OriginalDefinition.DeclaringSyntaxReferences.IsEmpty
            || call.TargetMethod.MethodKind is not (MethodKind.Ordinary or MethodKind.LocalFunction)
            || bodies.Of(call.TargetMethod, cancellationToken)?.SoleReturnValue?.Unwrapped() is not { } returned)
        {
            return null;
        }

        var lookup = returned is IConditionalOperation { Condition: var condition, WhenFalse: { } otherwise } && otherwise.Unwrapped() is IDefaultValueOperation or { ConstantValue: { HasValue: true, Value: null } }
            ? condition.Unwrapped()
            : returned;
        return DictionaryUse.TryGet(lookup, types) is { Verb: Verb.Lookup, Operation: IInvocationOperation { TargetMethod.Name: "TryGetValue" or "GetValueOrDefault" } } inner
            && (lookup == returned) == (inner.Operation is IInvocationOperation { TargetMethod.Name: "GetValueOrDefault" })
            && inner.Key?.Unwrapped() is IParameterReferenceOperation { Parameter.Ordinal: 0 }
            && paths.Read(inner.Receiver, cancellationToken)?.Translated(root => Outside(root, call, cancellationToken)) is { } owner
                ? new KeyEvent(call, inner with { Operation = call }, owner, new KeyIdentity(paths.Read(argument.Value, cancellationToken), argument.Value))
                : null;
    }

    private InstancePath? Owner(PathRoot root, IPropertyReferenceOperation property, CancellationToken cancellationToken) =>
        root.Kind is PathRootKind.This ? paths.Read(property.Instance?.ResolvedReceiver(), cancellationToken) : null;

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
