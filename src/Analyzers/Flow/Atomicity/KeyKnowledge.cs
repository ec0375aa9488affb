using System.Collections.Generic;
using System.Linq;
using System.Threading;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Flow;

/// <summary>Answers whether a change inside an enumeration adds, overwrites or removes anything, from what is known of its key.</summary>
internal sealed class KeyKnowledge(CompilationModel model, KeyPresence presence)
{
    /// <summary>
    /// What <paramref name="reached"/> does to the contents of the enumerated collection; null where it is not known whether it
    /// does anything that counts. The region assigns <paramref name="assigned"/> and removes with <paramref name="removals"/>.
    /// </summary>
    public Modification? ModificationOf(
        ReachedEffect reached, Enumeration enumeration, IReadOnlyCollection<InstancePath> assigned,
        IReadOnlyCollection<ReachedEffect> removals, CancellationToken cancellationToken)
    {
        var use = reached.Effect.Use!.Value;
        var kind = enumeration.Sequence.Kind;
        if (use.Key is null || use.Verb is not (Verb.Insert or Verb.InsertOrThrow or Verb.Upsert or Verb.Remove))
        {
            return IsUnionWithItself(use, enumeration, cancellationToken) ? null : use.ModificationWhen(keyIsPresent: false, kind);
        }

        var inBody = new KeyIdentity(model.Paths.Read(use.Key, cancellationToken), use.Key);
        if (use.Verb is Verb.Remove)
        {
            return presence.IsAbsentAt(use.Operation, reached.Effect.Target, inBody, cancellationToken) ? Modification.RemoveAbsent : Modification.Remove;
        }

        if (presence.IsPresentAt(use.Operation, reached.Effect.Target, inBody, atStart: false, cancellationToken))
        {
            return use.ModificationWhen(keyIsPresent: true, kind);
        }

        var key = reached.Frame.Read(use.Key, cancellationToken);

        if (key is not null && removals.Any(removal =>
            key.Equals(removal.Frame.Read(removal.Effect.Use!.Value.Key, cancellationToken)) && IsOnTheWay(removal, reached, cancellationToken)))
        {
            return use.ModificationWhen(keyIsPresent: false, kind);
        }

        var isDirect = reached.Frame.Caller is null;
        var isOwn = IsOwnKey(reached, enumeration, cancellationToken);
        if (isOwn
            && presence.IsPresentAt(
                isDirect ? use.Operation : reached.Site, enumeration.Sequence.Path, new KeyIdentity(key, null), atStart: true, cancellationToken))
        {
            // 'Add' of a key that is there throws by itself; that is another fault than this one.
            return use.Verb is Verb.InsertOrThrow && kind is not CollectionKind.List ? null : use.ModificationWhen(keyIsPresent: true, kind);
        }

        // 'if (!d.ContainsKey(k)) d[k] = v;' says itself that it adds.
        if (presence.IsAbsentAt(use.Operation, reached.Effect.Target, inBody, cancellationToken))
        {
            return use.ModificationWhen(keyIsPresent: false, kind);
        }

        var isUnclear = key is null
            ? isDirect && IsMadeOfElement(use.Key, enumeration)
            : enumeration.MayBeOwnKey(key) && !assigned.Any(key.StartsWith);
        if (isUnclear || !isOwn && IsTakenFromCollection(use.Key, reached.Effect.Target, 0, cancellationToken)
            || IsInInitializer(key, enumeration.Sequence.Path.LastMember, cancellationToken))
        {
            return null;
        }

        var isPresent = key is not null && !isDirect
            && presence.IsPresentAt(reached.Site, enumeration.Sequence.Path, new KeyIdentity(key, null), atStart: false, cancellationToken);
        return use.ModificationWhen(isPresent, kind);
    }

    /// <summary>Whether <paramref name="reached"/> concerns the key or element that the enumeration, or a loop inside or around it, stands at.</summary>
    public bool IsOwnKey(ReachedEffect reached, Enumeration enumeration, CancellationToken cancellationToken) =>
        reached.Effect.Use?.Key is { } operation
        && reached.Frame.Read(operation, cancellationToken) is { } key
        && (enumeration.IsOwnKey(key) || IsOwnKeyOfLoopAround(key, reached.Site, enumeration, cancellationToken));

    // 'Unload(plugin.Name); Load(plugin.Name);' in the callee that the region calls.
    private bool IsOnTheWay(ReachedEffect removal, ReachedEffect reached, CancellationToken cancellationToken) =>
        removal.Site == reached.Site
        && removal.PartingFrom(reached) is var (first, then)
        && model.Graphs.Around(first, cancellationToken) is { } graph
        && graph.PositionOf(first) is { } from && graph.PositionOf(then) is { } to
        && (from.Block == to.Block ? from.Index < to.Index : graph.Graph.Reaches(from.Block, to.Block));

    // 'set.UnionWith(set)'
    private bool IsUnionWithItself(DictionaryUse use, Enumeration enumeration, CancellationToken cancellationToken) =>
        use.Operation is IInvocationOperation { TargetMethod.Name: "UnionWith" } call
        && enumeration.Sequence.Path.Equals(model.Paths.Read(call.Argument(0), cancellationToken));

    // A key put together from parts of the element, 'd[(x, y)]', or computed from an element that does not tell its key.
    private static bool IsMadeOfElement(IOperation key, Enumeration enumeration) =>
        (enumeration.Sequence.View is SequenceView.Projected
            || key.Unwrapped() is ITupleOperation tuple && tuple.Elements.All(part => part.Unwrapped() is ILocalReferenceOperation or IMemberReferenceOperation))
        && key.Executed().Any(operation => operation is ILocalReferenceOperation local
            && (enumeration.Holds(local.Local) || local.Local.DeclaringSyntaxReferences.Any(declaration =>
                enumeration.Statement is IForEachLoopOperation loop && loop.LoopControlVariable.Syntax.Span.Contains(declaration.Span))));

    // 'd[d.Keys.First()]', 'var keys = d.Keys.ToList(); .. d[keys[i]]': the key comes out of the collection as it is.
    private bool IsTakenFromCollection(IOperation key, InstancePath collection, int depth, CancellationToken cancellationToken)
    {
        key = key.Unwrapped();
        if (depth > 6)
        {
            return false;
        }

        if (model.Types.KindOf(key.Type) is not CollectionKind.None && collection.Equals(model.Paths.Read(key, cancellationToken)))
        {
            return depth > 0;
        }

        var source = key switch
        {
            ILocalReferenceOperation local => model.Bodies.Around(key).Locals.SoleValue(local.Local)
                ?? model.Bodies.Around(key).Locals.WritesOf(local.Local).OfType<IForEachLoopOperation>().FirstOrDefault()?.Collection,
            IMemberReferenceOperation { Member.Name: not ("Count" or "Length" or "Current") } member => member.Instance,
            IInvocationOperation { TargetMethod: { Name: not ("Count" or "GetEnumerator") } method } call
                when LazyOperators.Of(method, model.Types) is not Laziness.Unknown || model.Types.KindOf(method.ContainingType) is not CollectionKind.None => call.Receiver(),
            IArrayElementReferenceOperation element => element.ArrayReference,
            _ => null,
        };
        return source is not null && IsTakenFromCollection(source, collection, depth + 1, cancellationToken);
    }

    // 'readonly Dictionary<..> _totals = new() { ["sum"] = 0 };' and later '_totals["sum"] = ..'.
    private bool IsInInitializer(InstancePath? key, ISymbol? member, CancellationToken cancellationToken) =>
        key is { Root.Kind: PathRootKind.Constant, Segments.IsEmpty: true } && member is not null
        && model.Members.WritesOf(member, cancellationToken) is { AreComplete: true, AfterConstruction: false, Values: var values }
        && values.OfType<IObjectCreationOperation>().Any(creation => creation.Initializer?.Executed()
            .Any(operation => DictionaryUse.TryGet(operation, model.Types) is { Key: { } present } && key.Equals(model.Paths.Read(present, cancellationToken))) == true);

    // 'foreach (var a in d.Keys) foreach (var b in d.Keys) d[a] = d[b];'
    private bool IsOwnKeyOfLoopAround(InstancePath key, IOperation site, Enumeration enumeration, CancellationToken cancellationToken)
    {
        for (var parent = site.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is not IForEachLoopOperation loop)
            {
                continue;
            }

            var walked = model.Paths.Origin(loop.Collection);
            if (DictionaryUse.TryGet(walked, model.Types) is { Verb: Verb.Snapshot, Operation: IInvocationOperation copy })
            {
                walked = copy.Receiver() ?? walked;
            }

            foreach (var sequence in model.Sequences.Read(walked, cancellationToken))
            {
                var other = new Enumeration(sequence, loop, walked, loop.Body, LoopElements.Of(loop), EnumerationForm.Loop);
                if (sequence.Path.Equals(enumeration.Sequence.Path) && other.IsOwnKey(key))
                {
                    return true;
                }
            }
        }

        return false;
    }
}
