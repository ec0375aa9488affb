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
internal sealed class EnumerationHazards(CompilationModel model, FrameworkRules rules)
{
    private readonly KeyPresence presence = new(model.Types, model.Paths, model.Bodies);
    private readonly EffectGuards guards = new(model);

    /// <summary>The modifications after which the enumeration can take a step that throws.</summary>
    public IEnumerable<Hazard> Of(Enumeration enumeration, CancellationToken cancellationToken)
    {
        var modifications = ModificationsIn(enumeration, cancellationToken);
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
    public IReadOnlyCollection<Hazard>? ModificationsIn(Enumeration enumeration, CancellationToken cancellationToken)
    {
        var collection = enumeration.Sequence.Path;
        var type = model.Bodies.ModelOf(enumeration.Region.Syntax.SyntaxTree)
            .GetEnclosingSymbol(enumeration.Region.Syntax.SpanStart, cancellationToken)?.ContainingType;
        var reached = model.Search.Of(
            enumeration.Region, type, (call, frame) => MayReach(call, frame, collection, cancellationToken), cancellationToken).ToArray();
        if (reached.Any(effect => Displaces(effect, collection)) || IsDisplacedAround(enumeration, cancellationToken))
        {
            return null;
        }

        return
        [
            .. from effect in reached
               where effect.Effect is { Kind: EffectKind.Modifies, Use: not null }
                   && effect.Target is not null && collection.Equals(Normalized(effect.Target, enumeration, cancellationToken))
               select new Hazard(effect, ModificationOf(effect, enumeration, cancellationToken)),
        ];
    }

    /// <summary>Whether the enumeration can take another step after <paramref name="hazard"/>.</summary>
    public bool CanGoOn(Enumeration enumeration, Hazard hazard, CancellationToken cancellationToken) =>
        CalleesReturn(hazard.Reached, cancellationToken)
        && !guards.MayPrevent(hazard.Reached, enumeration, cancellationToken)
        && SiteContinues(enumeration, hazard, cancellationToken);

    /// <summary>Whether an inner loop over the same collection, around the same place, has the fault too; it is the one to report it.</summary>
    public bool IsOfInnerLoop(Enumeration enumeration, Hazard hazard, CancellationToken cancellationToken)
    {
        for (var parent = hazard.Reached.Site.Parent; parent is not null && parent != enumeration.Region; parent = parent.Parent)
        {
            if (parent is IForEachLoopOperation loop && !hazard.Reached.Site.IsWithin(loop.Collection))
            {
                foreach (var sequence in model.Sequences.Read(loop.Collection, cancellationToken))
                {
                    var inner = new Enumeration(sequence, loop, loop.Collection, loop.Body, EnumerationFinder.ElementsOf(loop), EnumerationForm.Loop);
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
    private InstancePath? Normalized(InstancePath target, Enumeration enumeration, CancellationToken cancellationToken)
    {
        var collection = enumeration.Sequence.Path;
        if (collection.LastMember is not { } holder || enumeration.ElementPrefix(target) is not { } element
            || target.Segments.Length <= element.Segments.Length
            || target.Segments[element.Segments.Length].Member is not { } member
            || !model.BackReferences.LeadBack(holder, member, cancellationToken))
        {
            return target;
        }

        return target.Rebased(element.Then(member)!, collection.Parent()!);
    }

    // An assignment, or a change of the dictionary that the collection is an element of, makes the path denote another object.
    private static bool Displaces(ReachedEffect reached, InstancePath collection) => reached.Effect switch
    {
        { Kind: EffectKind.Assigns } assigns => reached.Target is { } target
            ? collection.StartsWith(target)
            : collection.Segments.Any(segment => SymbolEqualityComparer.Default.Equals(segment.Member, assigns.Target.NamingSymbol)),
        { Kind: EffectKind.Modifies, Use.Verb: not Verb.Resize } => reached.Target is { } owner
            && collection.StartsWith(owner) && collection.Segments.Length > owner.Segments.Length,
        _ => false,
    };

    // Through an alias the path was read at another time: then nothing in the whole body may assign it.
    private bool IsDisplacedAround(Enumeration enumeration, CancellationToken cancellationToken)
    {
        var enumerated = enumeration.Sequence.Source;
        var isAlias = enumerated.Executed().Any(operation => operation is ILocalReferenceOperation local
            && model.Bodies.Around(enumerated).Locals.SoleValue(local.Local) is not null);
        return isAlias && enumeration.Sequence.Path.Segments.Any(segment => segment.Member is not null)
            && model.Effects.Of(enumeration.Region.EnclosingBody(), cancellationToken).Effects
                .Any(effect => effect.Kind is EffectKind.Assigns && enumeration.Sequence.Path.StartsWith(effect.Target));
    }

    private Modification? ModificationOf(ReachedEffect reached, Enumeration enumeration, CancellationToken cancellationToken)
    {
        var use = reached.Effect.Use!.Value;
        if (use.Verb is not (Verb.Insert or Verb.InsertOrThrow or Verb.Upsert) || use.Key is null)
        {
            return use.Verb.ToModification(keyIsPresent: false);
        }

        // A name inside the callee's own body is enough to show that the key is there.
        if (model.Paths.Read(use.Key, cancellationToken) is { } ownKey
            && presence.IsPresentAt(use.Operation, reached.Effect.Target, ownKey, atStart: false, cancellationToken))
        {
            return use.Verb.ToModification(keyIsPresent: true);
        }

        if (reached.Frame.Read(use.Key, cancellationToken) is not { } key)
        {
            return DependsOnElement(use.Key, reached, enumeration) ? null : use.Verb.ToModification(keyIsPresent: false);
        }

        if (enumeration.MayBeOwnKey(key))
        {
            return null;
        }

        var isOwn = enumeration.IsOwnKey(key) || IsOwnKeyOfLoopAround(key, enumeration, cancellationToken);
        var isPresent = reached.Site == use.Operation || reached.Frame.Caller is null
            ? presence.IsPresentAt(use.Operation, enumeration.Sequence.Path, key, isOwn, cancellationToken)
            : presence.IsPresentAt(reached.Site, enumeration.Sequence.Path, key, isOwn, cancellationToken);

        // 'Add' of a key that is there throws by itself; that is another fault than this one.
        return isPresent && use.Verb is Verb.InsertOrThrow && use.Kind is not CollectionKind.List
            ? null
            : use.Verb.ToModification(isPresent && use.Kind is not CollectionKind.List);
    }

    // A key computed from the element in a way that has no path, while elements do not tell their keys.
    private static bool DependsOnElement(IOperation key, ReachedEffect reached, Enumeration enumeration) =>
        reached.Frame.Caller is null
        && enumeration.Sequence.View is SequenceView.Projected
        && key.Executed().Any(operation =>
            operation is ILocalReferenceOperation local && enumeration.Elements.Contains(local.Local, SymbolEqualityComparer.Default));

    // 'foreach (var a in d.Keys) foreach (var b in d.Keys) d[a] = ..;'
    private bool IsOwnKeyOfLoopAround(InstancePath key, Enumeration enumeration, CancellationToken cancellationToken)
    {
        for (var parent = enumeration.Statement.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is not IForEachLoopOperation loop)
            {
                continue;
            }

            var walked = loop.Collection.Unwrapped();
            if (DictionaryUse.TryGet(walked, model.Types) is { Verb: Verb.Snapshot } snapshot)
            {
                walked = snapshot.Operation is IInvocationOperation call ? call.Receiver() ?? walked : walked;
            }

            foreach (var sequence in model.Sequences.Read(walked, cancellationToken))
            {
                var outer = new Enumeration(sequence, loop, walked, loop.Body, EnumerationFinder.ElementsOf(loop), EnumerationForm.Loop);
                if (sequence.Path.Equals(enumeration.Sequence.Path) && outer.IsOwnKey(key))
                {
                    return true;
                }
            }
        }

        return false;
    }

    // A callee that always throws after its modification does not come back to the loop.
    private static bool CalleesReturn(ReachedEffect reached, CancellationToken cancellationToken)
    {
        var operation = reached.Effect.Operation;
        for (var frame = reached.Frame; frame.Caller is not null; frame = frame.Caller)
        {
            if (BodyGraph.Around(operation, cancellationToken) is { } graph && graph.PositionOf(operation) is { } position
                && !graph.Graph.Reaches(position.Block, graph.Exit, null, (_, _) => true))
            {
                return false;
            }

            operation = frame.Call!.Operation;
        }

        return true;
    }

    private bool SiteContinues(Enumeration enumeration, Hazard hazard, CancellationToken cancellationToken)
    {
        var site = hazard.Reached.Site;
        var body = enumeration.Region is IAnonymousFunctionOperation ? enumeration.Region : enumeration.Region.EnclosingBody();

        // A lambda that the region runs must return before the region goes on.
        while (site.EnclosingBody() is { } inner && inner != body)
        {
            if (!CanReturn(site, inner, EnumerationForm.Callback, hazard, cancellationToken) || inner.Parent is null)
            {
                return false;
            }

            site = inner;
        }

        if (enumeration.Form is not (EnumerationForm.Loop or EnumerationForm.Enumerator))
        {
            return CanReturn(site, body, enumeration.Form, hazard, cancellationToken);
        }

        if (BodyGraph.Of(body, cancellationToken) is not { } graph || graph.PositionOf(site) is not { } position)
        {
            return false;
        }

        var positions = enumeration.Statement is IForEachLoopOperation loop
            ? LoopPositions.Of(loop, graph)
            : LoopPositions.OfEnumerator((IInvocationOperation)enumeration.Statement, graph, cancellationToken);
        var isAfterStart = enumeration.Form is EnumerationForm.Loop || positions.Starts.Any(start =>
            start.Block == position.Block ? start.Index < position.Index : graph.Graph.Reaches(start.Block, position.Block, null, (_, _) => true));
        return isAfterStart && OutcomesOf(hazard, site, graph, cancellationToken).All(outcome =>
            LoopContinuation.CanStepAgain(graph.Graph, position, positions.Steps, positions.Starts, (block, edge) => Agrees(block, edge, outcome)));

        bool Agrees(int block, FlowEdge edge, bool? outcome) =>
            outcome is null || edge.Condition is null || !IsResult(graph.ConditionOf(block), site) || edge.Condition == outcome;
    }

    private bool CanReturn(IOperation site, IOperation body, EnumerationForm form, Hazard hazard, CancellationToken cancellationToken)
    {
        if (BodyGraph.Of(body, cancellationToken) is not { } graph || graph.PositionOf(site) is not { } position)
        {
            return false;
        }

        if (form is EnumerationForm.Callback)
        {
            return position.Block == graph.Exit || graph.Graph.Reaches(position.Block, graph.Exit, null, (_, _) => true);
        }

        // A predicate goes on only where it returns the one value, and only a constant is sure to be that value.
        var goesOnAt = form is EnumerationForm.CallbackUntilFalse;
        return Enumerable.Range(0, graph.Graph.Count).Any(block =>
            graph.ReturnedBy(block) is { } returned
            && (block == position.Block || graph.Graph.Reaches(position.Block, block, null, (_, _) => true))
            && (returned.ConstantValue is { HasValue: true, Value: bool value } ? value == goesOnAt
                : hazard.Reached.Site.Syntax == returned.Unwrapped().Syntax && TellsChange(hazard) && goesOnAt));
    }

    // What the Boolean result of the site is known to be when the modification happened.
    private IEnumerable<bool?> OutcomesOf(Hazard hazard, IOperation site, BodyGraph graph, CancellationToken cancellationToken)
    {
        if (site.Type?.SpecialType != SpecialType.System_Boolean
            || !Enumerable.Range(0, graph.Graph.Count).Any(block => IsResult(graph.ConditionOf(block), site)))
        {
            return [null];
        }

        if (hazard.Reached.Frame.Caller is null)
        {
            return TellsChange(hazard) ? [true] : [null];
        }

        return ResultsAfter(hazard.Reached, cancellationToken) ?? [true, false];
    }

    // A removal of what is absent also disturbs some collections; there the result tells nothing.
    private bool TellsChange(Hazard hazard)
    {
        var use = hazard.Reached.Effect.Use!.Value;
        var without = use.Verb is Verb.Remove ? Modification.RemoveAbsent : Modification.AddPresent;
        return use.ResultTellsChange && !CollectionSemantics.Throws(use.Kind, without, rules);
    }

    // The constants that the callee can return after its modification; null where they are not constants.
    private static HashSet<bool?>? ResultsAfter(ReachedEffect reached, CancellationToken cancellationToken)
    {
        var operation = reached.Effect.Operation;
        for (var frame = reached.Frame; frame.Caller is { Caller: not null }; frame = frame.Caller)
        {
            operation = frame.Call!.Operation;
        }

        if (BodyGraph.Around(operation, cancellationToken) is not { } graph || graph.PositionOf(operation) is not { } position)
        {
            return null;
        }

        var results = new HashSet<bool?>();
        for (var block = 0; block < graph.Graph.Count; block++)
        {
            if (graph.ReturnedBy(block) is { } returned
                && (block == position.Block || graph.Graph.Reaches(position.Block, block, null, (_, _) => true)))
            {
                if (returned.Unwrapped().Syntax == operation.Syntax && reached.Frame.Caller?.Caller is null
                    && reached.Effect.Use is { ResultTellsChange: true })
                {
                    results.Add(true);
                }
                else if (returned.ConstantValue is { HasValue: true, Value: bool value })
                {
                    results.Add(value);
                }
                else
                {
                    return null;
                }
            }
        }

        return results;
    }

    // The condition is the site itself, or a local that holds its result.
    private bool IsResult(IOperation? condition, IOperation site)
    {
        var tested = condition?.Unwrapped();
        if (tested is ILocalReferenceOperation local)
        {
            tested = model.Bodies.Around(site).Locals.SoleValue(local.Local)?.Unwrapped();
        }

        return tested is not null && tested.Syntax == site.Syntax;
    }
}
