using System.Collections.Concurrent;
using System.Linq;
using System.Threading;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Flow;

/// <summary>Finds removals from a ConcurrentDictionary that take the key away whatever its value is by now, after a test of the value it had.</summary>
internal sealed class ConditionalRemovalFinder(CompilationModel model)
{
    private readonly CheckDependence dependence = new(model);
    private readonly ConcurrentDictionary<INamedTypeSymbol, bool> removing = new(SymbolEqualityComparer.Default);

    /// <summary>The test that the removal <paramref name="operation"/> depends on; null where it is no such removal.</summary>
    public ConditionalRemoval? At(IOperation operation, CancellationToken cancellationToken)
    {
        if (operation is IInvocationOperation call && !call.TargetMethod.OriginalDefinition.DeclaringSyntaxReferences.IsEmpty)
        {
            return OfHelper(call, cancellationToken);
        }

        if (operation is not IInvocationOperation { TargetMethod.Name: "TryRemove" or "Remove" }
            || DictionaryUse.TryGet(operation, model.Types) is not { Verb: Verb.Remove, Key: { } keyOperation } removal
            || !RemovesAnyValue(removal)
            || model.Kinds.Of(removal.Receiver, cancellationToken) is not CollectionKind.ConcurrentDictionary
            || ThreadIdentity.IsIn(keyOperation, model.Paths)
            || model.Paths.Read(removal.Receiver, cancellationToken) is not { } collection)
        {
            return null;
        }

        var key = new KeyIdentity(model.Paths.Read(keyOperation, cancellationToken), keyOperation);
        var check = TestOf(operation, collection, key, cancellationToken) ?? WalkThatTests(operation, collection, key, cancellationToken);
        return check is null || model.Locks.AnyHeldAtBoth(check, operation, cancellationToken)
            || model.Exposures.Of(removal.Receiver, cancellationToken) is Exposure.Confined
                ? null
                : new ConditionalRemoval(check, removal);
    }

    // 'if (entry.IsOld) Evict(key);', where 'Evict' removes the key and asks nothing.
    private ConditionalRemoval? OfHelper(IInvocationOperation call, CancellationToken cancellationToken)
    {
        var method = call.TargetMethod;
        if (call.Arguments.IsEmpty || method.IsAsync || method.MayBeOverridden() || method.MethodKind is not MethodKind.Ordinary || method.ContainingType is not { } type
            || !NamesRemoval(type.OriginalDefinition, cancellationToken)
            || model.Bodies.Of(method, cancellationToken) is not { IsIterator: false } body
            || model.KeyEvents.In(body.Operation, cancellationToken) is not [{ Use: { Verb: Verb.Remove, Kind: CollectionKind.ConcurrentDictionary, Key: { } key } removal }] events
            || !RemovesAnyValue(removal) || key.Unwrapped() is not IParameterReferenceOperation { Parameter: var parameter } || call.Argument(parameter.Ordinal) is not { } given
            || events[0].Collection.Translated(root => root.Kind is PathRootKind.This ? model.Paths.Read(call.Instance?.ResolvedReceiver(), cancellationToken) : null) is not { } collection
            || ThreadIdentity.IsIn(given, model.Paths))
        {
            return null;
        }

        var identity = new KeyIdentity(model.Paths.Read(given, cancellationToken), given);
        var check = TestOf(call, collection, identity, cancellationToken);
        return check is null || model.Locks.AnyHeldAtBoth(check, call, cancellationToken) || !model.Locks.At(removal.Operation, cancellationToken).IsEmpty
            || model.Exposures.Of(removal.Receiver, cancellationToken) is Exposure.Confined
                ? null
                : new ConditionalRemoval(check, removal);
    }

    // Most types remove nothing, and their methods are not bound for this.
    private bool NamesRemoval(INamedTypeSymbol type, CancellationToken cancellationToken) =>
        removing.TryGetValue(type, out var known) ? known : removing.GetOrAdd(type, model.Members.NamesOf("TryRemove", type, cancellationToken).Any());

    // 'TryRemove(key, out _)' and 'Remove(key)'; 'TryRemove(pair)' and 'Remove(pair)' compare the value themselves.
    private static bool RemovesAnyValue(DictionaryUse removal) =>
        removal.Operation is IInvocationOperation { TargetMethod: { Name: "TryRemove" or "Remove", Parameters: var parameters } }
        && !parameters.Any(parameter => parameter.Type is { Name: "KeyValuePair" });

    private IOperation? TestOf(IOperation site, InstancePath collection, KeyIdentity key, CancellationToken cancellationToken) =>
        model.KeyEvents.In(site.EnclosingBody(), cancellationToken)
            .Where(check => GivesValue(check) && collection.Equals(check.Collection) && key.IsSame(check.Key, model.Bodies)
                && dependence.IsDecidedByValue(site, check, key, cancellationToken))
            .Select(check => check.Operation)
            .FirstOrDefault();

    private static bool GivesValue(KeyEvent check) =>
        check.Use.Verb is Verb.Lookup || check.Operation is IInvocationOperation { TargetMethod.Name: "GetOrAdd" or "AddOrUpdate" };

    // 'foreach (var pair in cd) if (pair.Value.IsStale) cd.TryRemove(pair.Key, out _);'
    private IOperation? WalkThatTests(IOperation site, InstancePath collection, KeyIdentity key, CancellationToken cancellationToken)
    {
        for (var parent = site.Parent; parent is not null and not (IAnonymousFunctionOperation or ILocalFunctionOperation); parent = parent.Parent)
        {
            if (parent is IForEachLoopOperation loop && key.Path is not null
                && PairWalk.Of(loop, model, cancellationToken) is { } walk && walk.Collection.Equals(collection) && walk.IsOwnKey(key.Path)
                && (walk.TestsValue || dependence.IsDecidedBy(site, walk.ReadsValue, cancellationToken)))
            {
                return loop.Collection;
            }
        }

        return null;
    }
}
