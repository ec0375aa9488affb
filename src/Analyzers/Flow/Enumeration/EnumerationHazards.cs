using System.Collections.Generic;
using System.Linq;
using System.Threading;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Flow;

/// <summary>
/// Answers which modifications of its own collection an enumeration can run into, and whether each of them makes its next
/// step throw. Whatever is not certain (another instance, a reassigned field, a guarded callee) is left out.
/// </summary>
internal sealed class EnumerationHazards
{
    private readonly Displacement displacement;
    private readonly KeyKnowledge keys;
    private readonly EffectGuards guards;
    private readonly HazardContinuation continuation;
    private readonly PrivateCollection privateCollection;
    private readonly CompilationModel model;
    private readonly FrameworkRules rules;

    /// <summary>Asks under the <paramref name="rules"/> of one framework, which need not be the compilation's own.</summary>
    public EnumerationHazards(CompilationModel model, FrameworkRules rules)
    {
        this.model = model;
        this.rules = rules;
        var presence = new KeyPresence(model);
        displacement = new Displacement(model, presence);
        keys = new KeyKnowledge(model, presence);
        guards = new EffectGuards(model);
        continuation = new HazardContinuation(model, keys, rules);
        privateCollection = new PrivateCollection(model.Members);
    }

    /// <summary>The modifications after which the enumeration can take a step that throws.</summary>
    public IEnumerable<Hazard> Of(Enumeration enumeration, CancellationToken cancellationToken) =>
        NamesOf(enumeration, cancellationToken).SelectMany(named => OfNamed(named, cancellationToken));

    // 'foreach (var (slot, jobs) in _buckets) foreach (var job in jobs) ..': the inner collection is 'jobs', and '_buckets[slot]' too.
    private IEnumerable<Enumeration> NamesOf(Enumeration enumeration, CancellationToken cancellationToken)
    {
        yield return enumeration;
        var path = enumeration.Sequence.Path;
        if (path.Root.Symbol is ILocalSymbol local
            && model.Bodies.Around(enumeration.Statement).Locals.WritesOf(local).ToArray() is [IForEachLoopOperation outer])
        {
            foreach (var sequence in model.Sequences.Read(outer.Collection, cancellationToken))
            {
                var around = new Enumeration(sequence, outer, outer.Collection, outer.Body, LoopElements.Of(outer), EnumerationForm.Loop);
                if (sequence.Stages.IsEmpty && around.UnderOwnKey(path) is { } other)
                {
                    yield return enumeration with { Sequence = enumeration.Sequence with { Path = other } };
                }
            }
        }
    }

    private IEnumerable<Hazard> OfNamed(Enumeration enumeration, CancellationToken cancellationToken)
    {
        var modifications = ModificationsIn(enumeration, orderMatters: true, cancellationToken);
        return modifications is null
            ? []
            : modifications
                .Where(hazard => hazard.Change is { } change && CollectionSemantics.Throws(enumeration.Sequence.Kind, change, rules))
                .Where(hazard => CanGoOn(enumeration, hazard, cancellationToken));
    }

    /// <summary>
    /// Every modification of the enumerated collection that running the region leads to, harmful or not; null where the
    /// region makes it uncertain which object is enumerated.
    /// </summary>
    public IReadOnlyCollection<Hazard>? ModificationsIn(Enumeration enumeration, CancellationToken cancellationToken) =>
        ModificationsIn(enumeration, orderMatters: false, cancellationToken);

    // Where the order matters, those count that come before another collection may be found in the place of the walked one.
    private IReadOnlyCollection<Hazard>? ModificationsIn(Enumeration enumeration, bool orderMatters, CancellationToken cancellationToken)
    {
        var collection = enumeration.Sequence.Path;
        var isClosed = privateCollection.IsChangedNowhereElse(enumeration, cancellationToken);
        var type = model.Bodies.ModelOf(enumeration.Region.Syntax.SyntaxTree)
            .GetEnclosingSymbol(enumeration.Region.Syntax.SpanStart, cancellationToken)?.ContainingType;
        var reached = model.Search.Of(
            enumeration.Region, type, (call, frame) => !isClosed && MayReach(call, frame, collection, cancellationToken), cancellationToken).ToArray();
        if (displacement.IsPossible(enumeration, reached, cancellationToken))
        {
            return null;
        }

        var replaced = reached.Where(effect => displacement.Replaces(effect, enumeration, cancellationToken)).ToArray();
        if (replaced.Length > 0 && !orderMatters)
        {
            return null;
        }

        var removals = reached.Where(effect => effect.Effect.Use is { Verb: Verb.Remove, Key: not null } && collection.Equals(effect.Target)).ToArray();
        var assigned = reached
            .Where(effect => effect is { Effect.Kind: EffectKind.Assigns, Target: not null })
            .Select(effect => effect.Target!)
            .ToArray();
        // 'child.Owner = null; child.Dispose();', but not 'child.Owner = null;' whose own setter detaches the child.
        var cleared = reached
            .Where(effect => effect is { Effect.Kind: EffectKind.Assigns, Frame.Caller: null, Effect.Target.LastMember: not null })
            .ToLookup(effect => effect.Site, effect => effect.Effect.Target.LastMember!);
        return
        [
            .. from effect in reached
               where effect.Effect is { Kind: EffectKind.Modifies, Use: not null }
                   && (enumeration.Form is not EnumerationForm.Operation || effect.Effect.Operation == enumeration.Region)
                   && replaced.All(other => other == effect || effect.Precedes(other))
                   && effect.Target is not null && collection.Equals(Normalized(
                       effect.Target, enumeration, member => cleared.Any(site => site.Key != effect.Site && site.Contains(member, SymbolEqualityComparer.Default)), cancellationToken))
               select new Hazard(effect, keys.ModificationOf(effect, enumeration, assigned, removals, cancellationToken)),
        ];
    }

    /// <summary>Whether the enumeration can take another step after <paramref name="hazard"/>.</summary>
    public bool CanGoOn(Enumeration enumeration, Hazard hazard, CancellationToken cancellationToken) =>
        !guards.MayPrevent(hazard.Reached, enumeration, cancellationToken)
        && continuation.CanGoOn(enumeration, hazard, cancellationToken);

    /// <summary>Whether an inner loop over the same collection, around the same place, has the fault too; it is the one to report it.</summary>
    public bool IsOfInnerLoop(Enumeration enumeration, Hazard hazard, CancellationToken cancellationToken)
    {
        // The region may be the inner loop itself, where no braces stand around it.
        for (var parent = hazard.Reached.Site.Parent; parent is not null && parent != enumeration.Region.Parent; parent = parent.Parent)
        {
            if (parent is IForEachLoopOperation loop && !hazard.Reached.Site.IsWithin(loop.Collection))
            {
                foreach (var sequence in model.Sequences.Read(loop.Collection, cancellationToken))
                {
                    var inner = new Enumeration(sequence, loop, loop.Collection, loop.Body, LoopElements.Of(loop), EnumerationForm.Loop);
                    if (sequence.Path.Equals(enumeration.Sequence.Path) && CanGoOn(inner, hazard, cancellationToken))
                    {
                        return true;
                    }
                }
            }
        }

        return false;
    }

    // A local collection can only be reached through what it is passed to.
    private static bool MayReach(CallSite call, Frame frame, InstancePath collection, CancellationToken cancellationToken)
    {
        if (collection.Root.Kind is not (PathRootKind.Symbol or PathRootKind.Creation)
            || call.Delegate is not null || call.Method.MethodKind is MethodKind.LocalFunction)
        {
            return true;
        }

        return Names(call.Receiver) || call.Method.Parameters.Any(parameter =>
            call.ArgumentOf(parameter) is { } argument && (argument.Type?.TypeKind is TypeKind.Delegate || Names(argument)));

        bool Names(IOperation? operation) =>
            operation is not null
            && (frame.Read(operation, cancellationToken) is { } path && path.Root.Equals(collection.Root)
                || operation.Unwrapped() is IObjectCreationOperation creation && creation.Arguments.Any(argument => Names(argument.Value)));
    }

    // A child's reference to its owner denotes the owner.
    private InstancePath? Normalized(
        InstancePath target, Enumeration enumeration, System.Func<ISymbol, bool> isCleared, CancellationToken cancellationToken)
    {
        var collection = enumeration.Sequence.Path;
        if (collection.LastMember is not { } holder || enumeration.ElementPrefix(target) is not { } element
            || target.Segments.Length <= element.Segments.Length
            || target.Segments[element.Segments.Length].Member is not { } member
            || isCleared(member)
            || !model.BackReferences.LeadBack(holder, member, cancellationToken))
        {
            return target;
        }

        return target.Rebased(element.Then(member)!, collection.Parent()!);
    }
}
