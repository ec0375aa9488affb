using System.Collections.Generic;
using System.Linq;
using System.Threading;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Flow;

/// <summary>
/// Answers which modifications of its own collection an enumeration can run into, and whether each of them makes its next
/// step throw. Whatever is not certain (another instance, a reassigned field, a guarded callee) is left out.
/// </summary>
internal sealed class EnumerationHazards(CompilationModel model, FrameworkRules rules)
{
    private readonly KeyPresence presence = new(model);
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
        var isClosed = collection.LastMember is { } holder && IsChangedNowhereElse(holder, enumeration, cancellationToken);
        var type = model.Bodies.ModelOf(enumeration.Region.Syntax.SyntaxTree)
            .GetEnclosingSymbol(enumeration.Region.Syntax.SpanStart, cancellationToken)?.ContainingType;
        var reached = model.Search.Of(
            enumeration.Region, type, (call, frame) => !isClosed && MayReach(call, frame, collection, cancellationToken), cancellationToken).ToArray();
        if (reached.Any(effect => Displaces(effect, collection, cancellationToken)) || IsDisplacedAround(enumeration, cancellationToken))
        {
            return null;
        }

        var assigned = reached
            .Where(effect => effect is { Effect.Kind: EffectKind.Assigns, Target: not null })
            .Select(effect => effect.Target!)
            .ToArray();
        return
        [
            .. from effect in reached
               where effect.Effect is { Kind: EffectKind.Modifies, Use: not null }
                   && effect.Target is not null && collection.Equals(Normalized(effect.Target, enumeration, cancellationToken))
               select new Hazard(effect, ModificationOf(effect, enumeration, assigned, cancellationToken)),
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

    // A private member that its type only reads outside the region needs no search of callees. It keeps the cost of the
    // common case, a loop over a table that is filled in the constructor, at one look at the type.
    private bool IsChangedNowhereElse(ISymbol member, Enumeration enumeration, CancellationToken cancellationToken)
    {
        if (!MemberUses.IsPrivate(member))
        {
            return false;
        }

        foreach (var reference in model.Members.Of(member, cancellationToken))
        {
            if (reference.Root().Syntax is ConstructorDeclarationSyntax constructor && !constructor.FullSpan.Contains(enumeration.Region.Syntax.Span)
                && reference.EnclosingBody() == reference.Root())
            {
                continue;
            }

            if (reference.Syntax.SyntaxTree == enumeration.Region.Syntax.SyntaxTree && enumeration.Region.Syntax.Span.Contains(reference.Syntax.Span))
            {
                continue;
            }

            if (reference.Access() is not AccessKind.Read || !IsHarmless(reference, enumeration.Sequence.Kind))
            {
                return false;
            }
        }

        return true;
    }

    private bool IsHarmless(IMemberReferenceOperation reference, CollectionKind kind)
    {
        for (IOperation? candidate = reference; candidate is not null and not IBlockOperation; candidate = candidate.Parent)
        {
            if (DictionaryUse.TryGet(candidate, model.Types) is { } use && use.Receiver == reference)
            {
                return !use.Verb.Modifies()
                    || !CollectionSemantics.Throws(kind, use.ModificationWhen(keyIsPresent: false, kind), rules);
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
    private bool Displaces(ReachedEffect reached, InstancePath collection, CancellationToken cancellationToken) => reached.Effect switch
    {
        { Kind: EffectKind.Assigns } assigns => reached.Target is { } target
            ? collection.StartsWith(target)
            : collection.Segments.Any(segment => SymbolEqualityComparer.Default.Equals(segment.Member, assigns.Target.NamingSymbol)),
        { Kind: EffectKind.Modifies, Use: { Verb: Verb.Upsert or Verb.Overwrite or Verb.Remove or Verb.Clear } use } =>
            reached.Target is { } owner && collection.StartsWith(owner) && collection.Segments.Length > owner.Segments.Length
            && !FillsAGap(reached, use, cancellationToken),
        _ => false,
    };

    // 'if (!_groups.TryGetValue(key, out var group)) _groups[key] = group = new();' replaces nothing.
    private bool FillsAGap(ReachedEffect reached, DictionaryUse use, CancellationToken cancellationToken) =>
        use.Verb is Verb.Upsert
        && model.Paths.Read(use.Key, cancellationToken) is { } key
        && presence.IsAbsentAt(use.Operation, reached.Effect.Target, key, cancellationToken);

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

    private Modification? ModificationOf(
        ReachedEffect reached, Enumeration enumeration, IReadOnlyCollection<InstancePath> assigned, CancellationToken cancellationToken)
    {
        var use = reached.Effect.Use!.Value;
        var kind = enumeration.Sequence.Kind;
        if (use.Verb is not (Verb.Insert or Verb.InsertOrThrow or Verb.Upsert) || use.Key is null)
        {
            return use.ModificationWhen(keyIsPresent: false, kind);
        }

        var keyInBody = model.Paths.Read(use.Key, cancellationToken);
        if (keyInBody is not null && presence.IsPresentAt(use.Operation, reached.Effect.Target, keyInBody, atStart: false, cancellationToken))
        {
            return use.ModificationWhen(keyIsPresent: true, kind);
        }

        var key = reached.Frame.Read(use.Key, cancellationToken);
        var isOwn = key is not null && (enumeration.IsOwnKey(key) || IsOwnKeyOfLoopAround(key, enumeration, cancellationToken));
        var isDirect = reached.Frame.Caller is null;
        if (isOwn && presence.IsPresentAt(isDirect ? use.Operation : reached.Site, enumeration.Sequence.Path, key!, atStart: true, cancellationToken))
        {
            // 'Add' of a key that is there throws by itself; that is another fault than this one.
            return use.Verb is Verb.InsertOrThrow && kind is not CollectionKind.List ? null : use.ModificationWhen(keyIsPresent: true, kind);
        }

        // 'if (!d.ContainsKey(k)) d[k] = v;' says itself that it adds.
        if (keyInBody is not null && presence.IsAbsentAt(use.Operation, reached.Effect.Target, keyInBody, cancellationToken))
        {
            return use.ModificationWhen(keyIsPresent: false, kind);
        }

        var isUnclear = key is null
            ? DependsOnElement(use.Key, reached, enumeration)
            : enumeration.MayBeOwnKey(key) && !assigned.Any(key.StartsWith);
        if (isUnclear)
        {
            return null;
        }

        var isPresent = key is not null && !isDirect
            && presence.IsPresentAt(reached.Site, enumeration.Sequence.Path, key, atStart: false, cancellationToken);
        return use.ModificationWhen(isPresent, kind);
    }

    // A key computed from the element in a way that has no path, while elements do not tell their keys.
    private static bool DependsOnElement(IOperation key, ReachedEffect reached, Enumeration enumeration) =>
        reached.Frame.Caller is null
        && enumeration.Sequence.View is SequenceView.Projected
        && key.Executed().Any(operation =>
            operation is ILocalReferenceOperation local && enumeration.Holds(local.Local));

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
    private bool CalleesReturn(ReachedEffect reached, CancellationToken cancellationToken)
    {
        var operation = reached.Effect.Operation;
        for (var frame = reached.Frame; frame.Caller is not null; frame = frame.Caller)
        {
            if (model.Graphs.Around(operation, cancellationToken) is { } graph && graph.PositionOf(operation) is { } position
                && !graph.Graph.Reaches(position.Block, graph.Exit))
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

        if (model.Graphs.Of(body, cancellationToken) is not { } graph || graph.PositionOf(site) is not { } position)
        {
            return false;
        }

        var positions = enumeration.Statement is IForEachLoopOperation loop
            ? LoopPositions.Of(loop, graph)
            : LoopPositions.OfEnumerator((IInvocationOperation)enumeration.Statement, graph, cancellationToken);
        var isAfterStart = enumeration.Form is EnumerationForm.Loop || positions.Starts.Any(start =>
            start.Block == position.Block ? start.Index < position.Index : graph.Graph.Reaches(start.Block, position.Block));
        return isAfterStart && OutcomesOf(hazard, cancellationToken).Any(outcome =>
            LoopContinuation.CanStepAgain(
                graph.Graph, position, positions.Steps, positions.Starts, BooleanFlags.After(graph, position, site.Syntax, outcome)));
    }

    private bool CanReturn(IOperation site, IOperation body, EnumerationForm form, Hazard hazard, CancellationToken cancellationToken)
    {
        if (model.Graphs.Of(body, cancellationToken) is not { } graph || graph.PositionOf(site) is not { } position)
        {
            return false;
        }

        if (form is EnumerationForm.Callback)
        {
            return position.Block == graph.Exit || graph.Graph.Reaches(position.Block, graph.Exit);
        }

        // A predicate goes on where it returns the one value. A result that is not a constant may be either, unless it is
        // made of what the modification itself returned.
        var goesOnAt = form is EnumerationForm.CallbackUntilFalse;
        return Enumerable.Range(0, graph.Graph.Count).Any(block =>
            graph.ReturnedBy(block) is { } returned
            && (block == position.Block || graph.Graph.Reaches(position.Block, block))
            && (returned.ConstantValue is { HasValue: true, Value: bool constant } ? constant == goesOnAt
                : returned.Unwrapped().Syntax == site.Syntax ? OutcomesOf(hazard, cancellationToken).Any(outcome => outcome is null || outcome == goesOnAt)
                : !returned.Syntax.Span.Contains(site.Syntax.Span)));
    }

    // What the Boolean result of the site can be when the modification happened; null where it says nothing.
    private IEnumerable<bool?> OutcomesOf(Hazard hazard, CancellationToken cancellationToken)
    {
        if (hazard.Reached.Site.Type?.SpecialType != SpecialType.System_Boolean)
        {
            return [null];
        }

        return hazard.Reached.Frame.Caller is null
            ? TellsChange(hazard) ? [true] : [null]
            : ResultsAfter(hazard, cancellationToken);
    }

    // A removal of what is absent also disturbs some collections; there the result tells nothing.
    private bool TellsChange(Hazard hazard)
    {
        var use = hazard.Reached.Effect.Use!.Value;
        var without = use.Verb is Verb.Remove ? Modification.RemoveAbsent : Modification.AddPresent;
        return use.ResultTellsChange && !CollectionSemantics.Throws(use.Kind, without, rules);
    }

    // What the callee that the region calls can return after its modification.
    private IEnumerable<bool?> ResultsAfter(Hazard hazard, CancellationToken cancellationToken)
    {
        var reached = hazard.Reached;
        var operation = reached.Effect.Operation;
        var isOwn = true;
        for (var frame = reached.Frame; frame.Caller is { Caller: not null }; frame = frame.Caller)
        {
            operation = frame.Call!.Operation;
            isOwn = false;
        }

        if (model.Graphs.Around(operation, cancellationToken) is not { } graph || graph.PositionOf(operation) is not { } position)
        {
            return [null];
        }

        var results = new HashSet<bool?>();
        for (var block = 0; block < graph.Graph.Count; block++)
        {
            if (graph.ReturnedBy(block) is not { } returned
                || (block != position.Block && !graph.Graph.Reaches(position.Block, block)))
            {
                continue;
            }

            if (returned.ConstantValue is { HasValue: true, Value: bool value })
            {
                results.Add(value);
            }
            else if (IsResultOf(operation, returned))
            {
                // 'return _map.Remove(key);' is true where it removed; further up it is not known, so stay with the quiet one.
                results.Add(isOwn && TellsChange(hazard) ? true : null);
            }
            else
            {
                results.UnionWith([true, false]);
            }
        }

        return results;
    }

    // The returned value is the operation, is made of it, or is a local that holds it.
    private bool IsResultOf(IOperation operation, IOperation returned) =>
        returned.Syntax.Span.Contains(operation.Syntax.Span)
        || returned.Unwrapped() is ILocalReferenceOperation local
            && model.Bodies.Around(operation).Locals.SoleValue(local.Local)?.Syntax.Span.Contains(operation.Syntax.Span) == true;
}
