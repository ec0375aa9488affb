using System.Collections.Generic;
using System.Linq;
using System.Threading;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Flow;

/// <summary>Finds the check in a body that an act in the same body relies on, where no lock keeps other threads out in between.</summary>
internal sealed class CheckSearch
{
    private readonly CompilationModel model;
    private readonly CheckDependence dependence;
    private readonly ActFaults faults;
    private readonly ElementFilters filters;

    public CheckSearch(CompilationModel model)
    {
        this.model = model;
        dependence = new CheckDependence(model);
        faults = new ActFaults(model, dependence);
        filters = new ElementFilters(model);
    }

    /// <summary>
    /// Whether a use changes an entry: an indexer, <c>Add</c>, and a <c>TryAdd</c> or <c>TryUpdate</c> that nobody asks about its result; or reads or takes one: an indexer, which throws, <c>TryGetValue</c> and <c>TryRemove</c> that nobody asks.
    /// </summary>
    public static bool IsAct(DictionaryUse use) => use switch
    {
        { Key: null } => false,
        { Verb: Verb.Upsert or Verb.Overwrite or Verb.Lookup, Operation: IPropertyReferenceOperation } => true,
        { Verb: Verb.InsertOrThrow } => true,
        { Verb: Verb.Insert, Operation: IInvocationOperation { Instance: null, TargetMethod.Name: "TryAdd" } } => true,
        { Verb: Verb.Insert, Operation: IInvocationOperation { TargetMethod.Name: "TryAdd" } call } => IsIgnored(call),
        { Verb: Verb.Overwrite, Operation: IInvocationOperation { TargetMethod.Name: "TryUpdate" } call } => IsIgnored(call),
        { Verb: Verb.Lookup or Verb.Remove, Operation: IInvocationOperation { TargetMethod.Name: "TryGetValue" or "TryRemove" } call } => IsIgnored(call),
        _ => false,
    };

    private static bool IsIgnored(IOperation call) => call.Parent switch
    {
        IExpressionStatementOperation => true,
        ISimpleAssignmentOperation { Target: IDiscardOperation } => true,
        IConditionalAccessOperation access when access.WhenNotNull == call => IsIgnored(access),
        _ => false,
    };

    /// <summary>The check that <paramref name="use"/> of the <paramref name="collection"/> relies on; null where there is none, or nobody can come in between.</summary>
    public CheckThenAct? OfUse(DictionaryUse use, InstancePath collection, CancellationToken cancellationToken)
    {
        // 'd[k]++', 'd[k] += x', 'd[k] ??= x' are both halves in one.
        if (use is { Verb: Verb.Overwrite, Operation: IPropertyReferenceOperation })
        {
            var fault = use.Operation.Parent is ICoalesceAssignmentOperation ? ActFault.SecondValue : ActFault.LostUpdate;
            return IsLocked(use.Operation, cancellationToken) ? null : new CheckThenAct(use.Operation, use, use.Operation, null, fault);
        }

        // 'CollectionExtensions.TryAdd' of an interface is 'ContainsKey' and 'Add'.
        if (use is { Verb: Verb.Insert, Operation: IInvocationOperation { Instance: null } })
        {
            return IsLocked(use.Operation, cancellationToken) ? null : new CheckThenAct(use.Operation, use, use.Operation, false, ActFault.AddThrows);
        }

        var key = new KeyIdentity(model.Paths.Read(use.Key, cancellationToken), use.Key);
        return OfSite(use.Operation, use, collection, key, use.Value is { } value ? [value] : [], isInCallee: false, cancellationToken);
    }

    /// <summary>The check that <paramref name="site"/>, which does <paramref name="act"/> or calls what does it, relies on.</summary>
    public CheckThenAct? OfSite(
        IOperation site, DictionaryUse act, InstancePath collection, KeyIdentity key, IReadOnlyList<IOperation> values, bool isInCallee, CancellationToken cancellationToken)
    {
        CheckThenAct? found = null;
        foreach (var check in model.KeyEvents.In(site.EnclosingBody(), cancellationToken))
        {
            if (check.Operation == site || !IsCheck(check, act) || !collection.Equals(check.Collection) || !key.IsSame(check.Key, model.Bodies)
                || dependence.Of(site, check, key, values, cancellationToken) is not { } dependent)
            {
                continue;
            }

            // 'if (!cd.ContainsKey(k)) lock (gate) { if (!cd.ContainsKey(k)) cd[k] = v; }': the inner check is what counts.
            if (model.Locks.AnyHeldAtBoth(check.Operation, site, cancellationToken))
            {
                return null;
            }

            var fault = faults.Of(act, site, check, collection, key, values, dependent, isInCallee, cancellationToken);
            if (fault is not null && found is null)
            {
                found = new CheckThenAct(check.Operation, act, site, dependent.Found, fault.Value);
            }
        }

        if (found is { Fault: ActFault.SecondValue or ActFault.PassesTwice or ActFault.Harmless } && IsClaimed(site, collection, key, values, cancellationToken))
        {
            return null;
        }

        // 'if (!cd.ContainsKey(k)) cd.TryAdd(k, 1); else cd[k]++;' is told once, where it does harm; work done twice is told once too.
        if (found is { Fault: ActFault.Harmless } && IsWrittenBeside(act, site, collection, key, cancellationToken))
        {
            return null;
        }

        return found ?? OfWalk(site, act, collection, key, values, cancellationToken) ?? OfFilter(site, act, collection, key, values, isInCallee, cancellationToken)
            ?? OfReplacement(site, act, collection, key, values, cancellationToken);
    }

    /// <summary>What was found, unless no other thread has the dictionary.</summary>
    public CheckThenAct? Unless(IOperation receiver, CheckThenAct? found, CancellationToken cancellationToken) =>
        found is null || model.Exposures.Of(receiver, cancellationToken) is Exposure.Confined ? null : found;

    /// <summary>Whether a lock is held.</summary>
    public bool IsLocked(IOperation operation, CancellationToken cancellationToken) => !model.Locks.At(operation, cancellationToken).IsEmpty;

    // 'if (cd.ContainsKey(k)) return; if (cd.TryAdd(k, pending)) cd[k] = Start();': only the thread that added the key goes on.
    private bool IsClaimed(IOperation site, InstancePath collection, KeyIdentity key, IReadOnlyList<IOperation> values, CancellationToken cancellationToken) =>
        model.KeyEvents.In(site.EnclosingBody(), cancellationToken).Any(claim =>
            claim.Use is { Verb: Verb.Insert, Operation: IInvocationOperation { TargetMethod.Name: "TryAdd" } } && claim.Operation != site
            && collection.Equals(claim.Collection) && key.IsSame(claim.Key, model.Bodies)
            && dependence.Of(site, claim, key, values, cancellationToken) is { IsControlled: true, Found: false });

    // 'foreach (var pair in cd) cd[pair.Key] = pair.Value + 1;'
    private CheckThenAct? OfWalk(
        IOperation site, DictionaryUse act, InstancePath collection, KeyIdentity key, IReadOnlyList<IOperation> values, CancellationToken cancellationToken)
    {
        if (act.Verb is not Verb.Upsert || key.Path is null || values.Count == 0)
        {
            return null;
        }

        foreach (var loop in LoopsAround(site))
        {
            if (PairWalk.Of(loop, model, cancellationToken) is { } walk && walk.Collection.Equals(collection) && walk.IsOwnKey(key.Path)
                && values.Any(value => value.Unwrapped() is not ILocalReferenceOperation && value.Executed().Any(walk.ReadsValue)))
            {
                return IsLocked(site, cancellationToken) ? null : new CheckThenAct(loop, act, site, true, ActFault.LostUpdate);
            }
        }

        return null;
    }

    // 'cd.TryRemove(k, out _); cd.TryAdd(k, v);'
    private CheckThenAct? OfReplacement(
        IOperation site, DictionaryUse act, InstancePath collection, KeyIdentity key, IReadOnlyList<IOperation> values, CancellationToken cancellationToken)
    {
        if (act is not { Verb: Verb.Insert, Operation: IInvocationOperation { Instance: not null } } || site.Parent is not IExpressionStatementOperation { Parent: IBlockOperation block } store)
        {
            return null;
        }

        var before = block.Operations.IndexOf(store) - 1;
        var removal = before < 0 ? null : model.KeyEvents.In(site.EnclosingBody(), cancellationToken).FirstOrDefault(candidate =>
            candidate.Use.Verb is Verb.Remove && candidate.Operation.Parent == block.Operations[before] && candidate.Operation is IInvocationOperation call && IsIgnored(call)
            && collection.Equals(candidate.Collection) && key.IsSame(candidate.Key, model.Bodies));
        return removal is null || IsLocked(site, cancellationToken) ? null
            : new CheckThenAct(removal.Operation, act, site, null, dependence.IsUsedAfter(site, values, cancellationToken) ? ActFault.KeepsOwnValue : ActFault.GivesUp);
    }

    // 'foreach (var item in items.Where(item => !cd.ContainsKey(item.Id))) cd[item.Id] = Make(item);'
    private CheckThenAct? OfFilter(
        IOperation site, DictionaryUse act, InstancePath collection, KeyIdentity key, IReadOnlyList<IOperation> values, bool isInCallee, CancellationToken cancellationToken)
    {
        if (key.Path is null)
        {
            return null;
        }

        foreach (var (check, askedKey, isFound) in filters.Of(site, cancellationToken))
        {
            if (collection.Equals(check.Collection) && key.Path.Equals(askedKey)
                && faults.Of(act, site, check, collection, key, values, new CheckDependence.Dependence(true, isFound, false, false), isInCallee, cancellationToken) is { } fault)
            {
                return IsLocked(site, cancellationToken) ? null : new CheckThenAct(check.Operation, act, site, isFound, fault);
            }
        }

        return null;
    }

    private static IEnumerable<IForEachLoopOperation> LoopsAround(IOperation operation)
    {
        for (var parent = operation.Parent; parent is not null and not (IAnonymousFunctionOperation or ILocalFunctionOperation); parent = parent.Parent)
        {
            if (parent is IForEachLoopOperation loop)
            {
                yield return loop;
            }
        }
    }

    // What can have told something of the key. What changes it atomically is no check, but what it returns was read.
    private static bool IsCheck(KeyEvent candidate, DictionaryUse act) => act.Verb switch
    {
        Verb.Remove => candidate.Use.Verb is Verb.Contains,
        Verb.Lookup => candidate.Use.Verb is Verb.Contains || candidate.IsTest || candidate.Use.Operation is IInvocationOperation { TargetMethod.Name: "TryAdd" },
        _ => candidate.IsTest || candidate.Use.Verb is Verb.Lookup
            || candidate.Use.Operation is IInvocationOperation { TargetMethod.Name: "GetOrAdd" or "AddOrUpdate" },
    };

    private bool IsWrittenBeside(DictionaryUse act, IOperation site, InstancePath collection, KeyIdentity key, CancellationToken cancellationToken) =>
        model.KeyEvents.In(site.EnclosingBody(), cancellationToken).Any(other =>
            other.Use.Verb is Verb.Upsert or Verb.Overwrite && (act.Verb is Verb.Insert || other.Operation.Syntax.SpanStart < site.Syntax.SpanStart)
            && collection.Equals(other.Collection) && key.IsSame(other.Key, model.Bodies));
}
