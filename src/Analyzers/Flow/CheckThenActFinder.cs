using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Flow;

/// <summary>
/// Finds what is done to a key of a ConcurrentDictionary because of what was asked of the same key before, where another
/// thread can come in between: each call is atomic, the two together are not.
/// </summary>
internal sealed class CheckThenActFinder(CompilationModel model)
{
    private readonly CheckDependence dependence = new(model);
    private readonly ConcurrentDictionary<SyntaxNode, bool> asking = new();
    private readonly ConcurrentDictionary<IParameterSymbol, CheckThenAct?> ofParameters = new(SymbolEqualityComparer.Default);

    /// <summary>The check that <paramref name="operation"/> acts on; null where there is none, or nobody can come in between.</summary>
    public CheckThenAct? At(IOperation operation, CancellationToken cancellationToken)
    {
        // The names come first: most operations have nothing to do with a dictionary.
        var mayAct = operation is IPropertyReferenceOperation { Property.IsIndexer: true } or IInvocationOperation { TargetMethod.Name: "Add" or "TryAdd" };
        if (mayAct && DictionaryUse.TryGet(operation, model.Types) is { } use)
        {
            return IsAct(use) && IsConcurrent(use, cancellationToken) && !ThreadIdentity.IsIn(use.Key, model.Paths) && !FreshKeys.Are(use.Key, model.Paths) && model.Paths.Read(use.Receiver, cancellationToken) is { } collection
                ? Unless(use.Receiver, OfUse(use, collection, cancellationToken), cancellationToken)
                : null;
        }

        return operation is IInvocationOperation call ? OfCall(call, cancellationToken) : null;
    }

    // Who changes entries: an indexer, 'Add', and a 'TryAdd' that nobody asks about its result. Who reads: an indexer, which throws.
    private static bool IsAct(DictionaryUse use) => use switch
    {
        { Key: null } => false,
        { Verb: Verb.Upsert or Verb.Overwrite or Verb.Lookup, Operation: IPropertyReferenceOperation } => true,
        { Verb: Verb.InsertOrThrow } => true,
        { Verb: Verb.Insert, Operation: IInvocationOperation { Instance: null, TargetMethod.Name: "TryAdd" } } => true,
        { Verb: Verb.Insert, Operation: IInvocationOperation { TargetMethod.Name: "TryAdd" } call } => IsIgnored(call),
        _ => false,
    };

    private static bool IsIgnored(IOperation call) => call.Parent switch
    {
        IExpressionStatementOperation => true,
        ISimpleAssignmentOperation { Target: IDiscardOperation } => true,
        IConditionalAccessOperation access when access.WhenNotNull == call => IsIgnored(access),
        _ => false,
    };

    private bool IsConcurrent(DictionaryUse use, CancellationToken cancellationToken) =>
        use.Kind is CollectionKind.ConcurrentDictionary
        || (use.Kind is CollectionKind.Interface && MayHoldConcurrent(use.Receiver, cancellationToken)
            && model.Kinds.Of(use.Receiver, cancellationToken) is CollectionKind.ConcurrentDictionary);

    // 'IDictionary<..> _map = new ConcurrentDictionary<..>()': without binding anything, whether the type names one at all.
    private bool MayHoldConcurrent(IOperation receiver, CancellationToken cancellationToken) =>
        receiver.Unwrapped() is not IMemberReferenceOperation { Member.ContainingType: { } type }
        || model.Members.NamesOf("ConcurrentDictionary", type, cancellationToken).Any();

    private CheckThenAct? Unless(IOperation receiver, CheckThenAct? found, CancellationToken cancellationToken) =>
        found is null || model.Exposures.Of(receiver, cancellationToken) is Exposure.Confined ? null : found;

    private CheckThenAct? OfUse(DictionaryUse use, InstancePath collection, CancellationToken cancellationToken)
    {
        // 'd[k]++', 'd[k] += x', 'd[k] ??= x' are both halves in one.
        if (use.Verb is Verb.Overwrite)
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

    private CheckThenAct? OfSite(
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

            var fault = FaultOf(act, site, collection, key, values, dependent, isInCallee, cancellationToken);
            if (fault is ActFault.Harmless && Refuses(check.Operation, site))
            {
                fault = ActFault.PassesTwice;
            }

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

        return found ?? OfWalk(site, act, collection, key, values, cancellationToken);
    }

    // 'if (used.ContainsKey(nonce)) throw ..; used.TryAdd(nonce, now);': a test that refuses, and lets two through.
    private static bool Refuses(IOperation check, IOperation site)
    {
        var (inner, outer) = (check, check.Parent);
        while (outer is IUnaryOperation or IBinaryOperation or IIsPatternOperation or IParenthesizedOperation or IConversionOperation)
        {
            (inner, outer) = (outer, outer.Parent);
        }

        return outer is IConditionalOperation choice && choice.Condition == inner
            && (EndsInThrow(choice.WhenTrue, site) || (choice.WhenFalse is { } otherwise && EndsInThrow(otherwise, site)));
    }

    private static bool EndsInThrow(IOperation branch, IOperation site) =>
        !site.IsWithin(branch)
        && (branch is IBlockOperation { Operations: [.., var last] } ? last : branch) is IThrowOperation or IExpressionStatementOperation { Operation: IThrowOperation };

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
        Verb.Lookup => candidate.Use.Verb is Verb.Contains || candidate.IsTest || candidate.Use.Operation is IInvocationOperation { TargetMethod.Name: "TryAdd" },
        _ => candidate.IsTest || candidate.Use.Verb is Verb.Lookup
            || candidate.Use.Operation is IInvocationOperation { TargetMethod.Name: "GetOrAdd" or "AddOrUpdate" },
    };

    private ActFault? FaultOf(
        DictionaryUse act, IOperation site, InstancePath collection, KeyIdentity key, IReadOnlyList<IOperation> values,
        CheckDependence.Dependence dependent, bool isInCallee, CancellationToken cancellationToken)
    {
        switch (act.Verb)
        {
            case Verb.Lookup:
                return dependent.Found is true && !IsReadBefore(site, collection, key, cancellationToken) && IsEverRemoved(collection, cancellationToken)
                    ? ActFault.ReadThrows
                    : null;
            case Verb.InsertOrThrow:
                return dependent.IsControlled && dependent.Found is not true ? ActFault.AddThrows : null;
            case Verb.Insert:
                return !dependent.IsControlled || dependent.Found is true ? null
                    : !isInCallee && HasIdentity(values) && dependence.IsUsedAfter(site, values, cancellationToken) ? ActFault.KeepsOwnValue
                    : ActFault.Harmless;
        }

        if (dependent.UsesValue)
        {
            return ActFault.LostUpdate;
        }

        if (!dependent.IsControlled)
        {
            return null;
        }

        if (dependent.Found is true)
        {
            return IsEverRemoved(collection, cancellationToken) ? ActFault.Resurrects : null;
        }

        var isHarmless = !dependent.ComparesOrder
            && !HasIdentity(values)
            && !IsFollowedByWork(site)
            && !IsReplacedElsewhere(collection, site, values, cancellationToken);
        return isHarmless ? ActFault.Harmless : ActFault.SecondValue;
    }

    private bool HasIdentity(IReadOnlyList<IOperation> values) =>
        values is [var written, ..] && ValueIdentity.Matters(written.Unwrapped().Type ?? written.Type, model.Types);

    // 'if (seen.ContainsKey(x)) return; seen[x] = true; Process(x);': Process runs twice.
    private static bool IsFollowedByWork(IOperation site)
    {
        var statement = site;
        while (statement.Parent is { } parent and not (IBlockOperation or IConditionalOperation))
        {
            statement = parent;
        }

        return statement.Parent is IBlockOperation block
            && block.Operations.SkipWhile(earlier => earlier != statement).Skip(1)
                .Any(later => later is IExpressionStatementOperation { Operation: IInvocationOperation or IAwaitOperation });
    }

    private bool IsWrittenBeside(DictionaryUse act, IOperation site, InstancePath collection, KeyIdentity key, CancellationToken cancellationToken) =>
        model.KeyEvents.In(site.EnclosingBody(), cancellationToken).Any(other =>
            other.Use.Verb is Verb.Upsert or Verb.Overwrite && (act.Verb is Verb.Insert || other.Operation.Syntax.SpanStart < site.Syntax.SpanStart)
            && collection.Equals(other.Collection) && key.IsSame(other.Key, model.Bodies));

    // The first of several reads is told, the others throw no sooner.
    private bool IsReadBefore(IOperation site, InstancePath collection, KeyIdentity key, CancellationToken cancellationToken) =>
        model.KeyEvents.In(site.EnclosingBody(), cancellationToken).Any(other =>
            other.Use is { Verb: Verb.Lookup, Operation: IPropertyReferenceOperation } && other.Operation.Syntax.SpanStart < site.Syntax.SpanStart
            && collection.Equals(other.Collection) && key.IsSame(other.Key, model.Bodies));

    private bool IsEverRemoved(InstancePath collection, CancellationToken cancellationToken) =>
        UsesElsewhere(collection, cancellationToken).Any(use => use.Verb is Verb.Remove or Verb.Clear);

    private bool IsReplacedElsewhere(InstancePath collection, IOperation site, IReadOnlyList<IOperation> values, CancellationToken cancellationToken) =>
        UsesElsewhere(collection, cancellationToken).Any(use =>
            use.Verb is Verb.Upsert or Verb.Overwrite && use.Operation.Root().Syntax != site.Root().Syntax
            && !IsSameConstant(use.Value, values) && !OnlyFills(use, cancellationToken));

    private static bool IsSameConstant(IOperation? written, IReadOnlyList<IOperation> values) =>
        written?.Unwrapped().ConstantValue is { HasValue: true, Value: var constant }
        && values is [var value, ..] && value.Unwrapped().ConstantValue is { HasValue: true, Value: var other } && Equals(constant, other);

    // The same cache, filled by another method: 'if (cd.TryGetValue(k, out var v)) return v; return cd[k] = Compute(k);'
    private bool OnlyFills(DictionaryUse use, CancellationToken cancellationToken)
    {
        if (use is not { Verb: Verb.Upsert, Key: { } keyOperation, Value: { } value } || model.Paths.Read(use.Receiver, cancellationToken) is not { } collection)
        {
            return false;
        }

        var key = new KeyIdentity(model.Paths.Read(keyOperation, cancellationToken), keyOperation);
        return model.KeyEvents.In(use.Operation.EnclosingBody(), cancellationToken).Any(check =>
            check.IsTest && collection.Equals(check.Collection) && key.IsSame(check.Key, model.Bodies)
            && dependence.Of(use.Operation, check, key, [value], cancellationToken) is { IsControlled: true, Found: false, UsesValue: false });
    }

    private IEnumerable<DictionaryUse> UsesElsewhere(InstancePath collection, CancellationToken cancellationToken) =>
        collection.LastMember is { } member
            ? model.Members.ChangesOf(member, cancellationToken)
                .Select(reference => Outermost(reference).Parent)
                .OfType<IOperation>()
                .Select(parent => DictionaryUse.TryGet(parent is IArgumentOperation { Parent: { } call } ? call : parent, model.Types))
                .OfType<DictionaryUse>()
            : [];

    private static IOperation Outermost(IOperation reference)
    {
        while (reference.Parent is IConversionOperation or IParenthesizedOperation)
        {
            reference = reference.Parent;
        }

        return reference;
    }

    private CheckThenAct? OfCall(IInvocationOperation call, CancellationToken cancellationToken)
    {
        if (call.TargetMethod.OriginalDefinition.DeclaringSyntaxReferences.IsEmpty || call.TargetMethod.MethodKind is MethodKind.DelegateInvoke)
        {
            return null;
        }

        return OfArguments(call, cancellationToken) ?? OfHelper(call, cancellationToken);
    }

    // 'concurrent.AddIfAbsent(key, value)', where the extension takes any dictionary and asks before it acts.
    private CheckThenAct? OfArguments(IInvocationOperation call, CancellationToken cancellationToken)
    {
        foreach (var argument in call.Arguments)
        {
            if (argument.Parameter?.OriginalDefinition is { Type: INamedTypeSymbol { TypeKind: TypeKind.Interface, IsGenericType: true } } parameter
                && model.Types.KindOf(parameter.Type) is CollectionKind.Interface
                && model.Types.KindOf(argument.Value.Unwrapped().Type) is CollectionKind.Interface or CollectionKind.ConcurrentDictionary
                && !call.TargetMethod.MayBeOverridden()
                && model.Kinds.Of(argument.Value, cancellationToken) is CollectionKind.ConcurrentDictionary
                && OfParameter(call.TargetMethod, parameter, cancellationToken) is { } inCallee
                && !IsLocked(call, cancellationToken))
            {
                return Unless(argument.Value, inCallee with { Site = call, Fault = FaultWith(argument.Value, inCallee.Fault) }, cancellationToken);
            }
        }

        return null;
    }

    // The extension does not know what the values are; who calls it does.
    private ActFault FaultWith(IOperation dictionary, ActFault inCallee) =>
        inCallee is ActFault.Harmless && dictionary.Unwrapped().Type is INamedTypeSymbol { TypeArguments: [_, var value] } && ValueIdentity.Matters(value, model.Types)
            ? ActFault.SecondValue
            : inCallee;

    private CheckThenAct? OfParameter(IMethodSymbol method, IParameterSymbol parameter, CancellationToken cancellationToken)
    {
        if (ofParameters.TryGetValue(parameter, out var known))
        {
            return known;
        }

        CheckThenAct? found = null;
        if (model.Bodies.Of(method, cancellationToken) is { } body && body.Locals.IsNeverReassigned(parameter))
        {
            var collection = InstancePath.OfSymbol(parameter);
            found = body.Operation.Executed()
                .Select(operation => DictionaryUse.TryGet(operation, model.Types))
                .OfType<DictionaryUse>()
                .Where(use => IsAct(use) && use.Verb is not Verb.Lookup && collection.Equals(model.Paths.Read(use.Receiver, cancellationToken)))
                .Select(use => OfUse(use, collection, cancellationToken))
                .OfType<CheckThenAct>()
                .OrderBy(act => act.Fault is ActFault.Harmless)
                .FirstOrDefault();
        }

        return ofParameters.GetOrAdd(parameter, found);
    }

    // 'if (!cd.ContainsKey(key)) Store(key, value);', where the helper writes without asking again.
    private CheckThenAct? OfHelper(IInvocationOperation call, CancellationToken cancellationToken)
    {
        var isLocal = call.TargetMethod.MethodKind is MethodKind.LocalFunction;
        if ((call.Arguments.IsEmpty && !isLocal) || !AsksConcurrent(call.EnclosingBody()))
        {
            return null;
        }

        var checks = model.KeyEvents.In(call.EnclosingBody(), cancellationToken)
            .Where(check => check.Operation != call && check.Use.Kind is CollectionKind.ConcurrentDictionary && check.IsTest && check.Key.Path is not null)
            .ToArray();
        if (checks.Length == 0
            || !isLocal && !call.Arguments.Any(argument => model.Paths.Read(argument.Value, cancellationToken) is { } given && checks.Any(check => given.Equals(check.Key.Path))))
        {
            return null;
        }

        var type = call.SemanticModel?.GetEnclosingSymbol(call.Syntax.SpanStart, cancellationToken)?.ContainingType;
        foreach (var reached in model.Search.Of(call, type, static (_, _) => true, cancellationToken))
        {
            if (reached is { Effect: { Kind: EffectKind.Modifies, Use: { Key: { } keyInCallee } use }, Frame.Caller: not null, Target: { } collection }
                && use.Verb is not Verb.Overwrite && IsAct(use)
                && checks.Any(check => collection.Equals(check.Collection))
                && reached.Frame.Read(keyInCallee, cancellationToken) is { } key
                && !AsksAgain(use, reached.Effect.Target, cancellationToken)
                && !IsLocked(use.Operation, cancellationToken) && !IsLocked(call, cancellationToken)
                && OfSite(call, use, collection, new KeyIdentity(key, null), [.. call.Arguments.Select(argument => argument.Value)], isInCallee: true, cancellationToken) is { } found)
            {
                return Unless(checks.First(check => collection.Equals(check.Collection)).Use.Receiver, found, cancellationToken);
            }
        }

        return null;
    }

    // Most bodies ask no ConcurrentDictionary anything, and are not looked at further.
    private bool AsksConcurrent(IOperation body) =>
        asking.TryGetValue(body.Syntax, out var known)
            ? known
            : asking.GetOrAdd(body.Syntax, body.Executed().Any(operation =>
                operation is IInvocationOperation { TargetMethod: { Name: "ContainsKey" or "TryGetValue" or "GetValueOrDefault" or "Contains" }, Arguments.IsEmpty: false } call
                && DictionaryUse.TryGet(call, model.Types) is { Kind: CollectionKind.ConcurrentDictionary }));

    // Or takes the entry out, and puts in what it took.
    private bool AsksAgain(DictionaryUse use, InstancePath collection, CancellationToken cancellationToken) =>
        model.KeyEvents.In(use.Operation.EnclosingBody(), cancellationToken)
            .Any(check => (check.IsTest || check.Use.Verb is Verb.Remove) && collection.Equals(check.Collection));

    private bool IsLocked(IOperation operation, CancellationToken cancellationToken) => !model.Locks.At(operation, cancellationToken).IsEmpty;
}
