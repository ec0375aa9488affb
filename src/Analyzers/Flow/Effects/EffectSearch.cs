using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Flow;

/// <summary>
/// Follows a region of code into its callees, three calls deep, through virtual and interface calls, delegates and events,
/// and tells every effect in terms of the region. Code that is not in the compilation has no effects: unknown never reports.
/// </summary>
internal sealed class EffectSearch(
    SourceBodies bodies,
    PathReader paths,
    EffectReader effects,
    TypeHierarchy hierarchy,
    DelegateTargets delegates,
    SequenceReader sequences,
    CollectionContents contents,
    Registrars registrars)
{
    private const int MaximumDepth = 3;

    private readonly SourceBodies bodies = bodies;
    private readonly PathReader paths = paths;
    private readonly EffectReader effects = effects;
    private readonly TypeHierarchy hierarchy = hierarchy;
    private readonly DelegateTargets delegates = delegates;
    private readonly SequenceReader sequences = sequences;
    private readonly CollectionContents contents = contents;
    private readonly Registrars registrars = registrars;

    // A region that leads to more bodies than this is not followed further; what was found until then stands.
    private const int MaximumBodies = 400;

    // A value factory that leads to more bodies than this is a machinery whose parts say little about it.
    private const int MaximumActivations = 48;

    /// <summary>
    /// All effects of running <paramref name="region"/>, a part of a body of type <paramref name="type"/>.
    /// Calls that <paramref name="mayReach"/> refuses are not followed.
    /// </summary>
    public IEnumerable<ReachedEffect> Of(
        IOperation region, INamedTypeSymbol? type, System.Func<CallSite, Frame, bool> mayReach, CancellationToken cancellationToken)
    {
        var search = new Search(this, type, mayReach, cancellationToken);
        return search.Follow(effects.Of(region, cancellationToken), Frame.OfRegion(paths), null, 0);
    }

    /// <summary>
    /// The region itself and every body that running it leads to, also what runs after an <c>await</c> that nobody waits for.
    /// Calls that <paramref name="mayReach"/> refuses are not followed.
    /// </summary>
    public IEnumerable<Activation> Activations(
        IOperation region, INamedTypeSymbol? type, System.Func<CallSite, Frame, bool> mayReach, CancellationToken cancellationToken)
    {
        var search = new Search(this, type, mayReach, cancellationToken);
        return search.Walk(new Activation(region, effects.Of(region, cancellationToken), Frame.OfRegion(paths), 0));
    }

    private sealed class Search(
        EffectSearch owner, INamedTypeSymbol? type, System.Func<CallSite, Frame, bool> mayReach, CancellationToken cancellationToken)
    {
        private readonly HashSet<IOperation> active = [];
        private int followed;

        public IEnumerable<ReachedEffect> Follow(RegionEffects region, Frame frame, CallSite? first, int depth)
        {
            foreach (var effect in region.Effects)
            {
                yield return new ReachedEffect(effect, frame.Translate(effect.Target, cancellationToken), first?.Operation ?? effect.Operation, frame);
            }

            if (depth == MaximumDepth)
            {
                yield break;
            }

            foreach (var call in region.Calls)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (!mayReach(call, frame))
                {
                    continue;
                }

                foreach (var (body, inner) in Targets(call, frame))
                {
                    if (followed++ > MaximumBodies || !active.Add(body))
                    {
                        continue;
                    }

                    var callee = owner.effects.Of(body, cancellationToken);
                    foreach (var effect in Follow(callee, inner, first ?? call, depth + 1))
                    {
                        // What an async callee does after its first await happens later, unless somebody awaits it.
                        if (call.RunsToEnd || !IsLater(effect, inner))
                        {
                            yield return effect;
                        }
                    }

                    active.Remove(body);
                }
            }
        }

        // Nearest first, each body once: a search that has to stop early has then seen what tells most.
        public IEnumerable<Activation> Walk(Activation region)
        {
            var pending = new Queue<Activation>();
            pending.Enqueue(region);
            active.Add(region.Body);
            while (pending.Count > 0)
            {
                var activation = pending.Dequeue();
                yield return activation;
                if (activation.Depth == MaximumDepth)
                {
                    continue;
                }

                foreach (var call in activation.Region.Calls)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    if (followed >= MaximumActivations || !mayReach(call, activation.Frame))
                    {
                        continue;
                    }

                    foreach (var (body, inner) in Targets(call, activation.Frame))
                    {
                        if (active.Add(body) && followed++ < MaximumActivations)
                        {
                            pending.Enqueue(new Activation(body, owner.effects.Of(body, cancellationToken), inner, activation.Depth + 1));
                        }
                    }
                }
            }
        }

        private static bool IsLater(ReachedEffect effect, Frame callee)
        {
            for (var frame = effect.Frame; frame is not null; frame = frame.Caller)
            {
                if (frame == callee)
                {
                    return frame == effect.Frame && effect.Effect.AfterAwait;
                }

                if (frame.Caller == callee)
                {
                    return frame.Call?.AfterAwait == true;
                }
            }

            return false;
        }

        private IEnumerable<(IOperation Body, Frame Frame)> Targets(CallSite call, Frame frame)
        {
            if (call.Delegate is { } invoked)
            {
                return DelegateBodies(invoked, call, frame, frame, MaximumDepth);
            }

            var methods = call.IsVirtual && !call.Receiver.IsBaseReference() ? VirtualTargets(call, frame) : [call.Method];
            return methods
                .Select(method => (Body: owner.bodies.Of(method, cancellationToken), Method: method))
                .Where(target => target.Body is not null && (call.RunsIterator || !target.Body.IsIterator))
                .Select(target => (target.Body!.Operation, frame.Into(call, target.Method)));
        }

        // Where a call could mean too many methods, such as 'IDisposable.Dispose', it means those of what was put into the walked collection.
        private ImmutableArray<IMethodSymbol> VirtualTargets(CallSite call, Frame frame)
        {
            var targets = owner.hierarchy.Targets(call.Method, ReceiverType(call, frame));
            if (!targets.IsEmpty || call.Receiver is null || ElementLoop(owner.paths.Origin(call.Receiver)) is not { } loop)
            {
                return targets;
            }

            var elements = (
                from sequence in owner.sequences.Read(loop.Collection, cancellationToken)
                where sequence.Path.LastMember is not null
                from element in owner.contents.InsertedInto(sequence.Path.LastMember!, cancellationToken)
                select (owner.paths.Origin(element) as IObjectCreationOperation)?.Type).ToArray();
            return elements.Contains(null, SymbolEqualityComparer.Default)
                ? []
                : [.. elements.SelectMany(type => owner.hierarchy.Targets(call.Method, type)).Distinct<IMethodSymbol>(SymbolEqualityComparer.Default)];
        }

        // The exact type where the receiver is seen to be created; else the static one. 'this' may be a derived type.
        private ITypeSymbol? ReceiverType(CallSite call, Frame frame) =>
            call.Receiver is null ? null : owner.paths.Origin(call.Receiver).Type ?? call.Receiver.Type;

        private IEnumerable<(IOperation Body, Frame Frame)> DelegateBodies(
            IOperation invoked, CallSite call, Frame frame, Frame home, int remaining)
        {
            // A delegate that is stored from another, which is stored from the first.
            if (remaining == 0)
            {
                return [];
            }

            var origin = owner.paths.Origin(invoked);
            if (origin.Lambda() is { } lambda)
            {
                return [(lambda, frame.IntoDelegate(call, lambda.Symbol, home, null))];
            }

            if (origin.MethodGroup() is { } group)
            {
                return owner.hierarchy.Targets(group.Method, group.Instance?.Type)
                    .Select(method => (Body: owner.bodies.Of(method, cancellationToken), Method: method))
                    .Where(target => target.Body is { IsIterator: false })
                    .Select(target => (target.Body!.Operation, frame.IntoDelegate(call, target.Method, home, group.Instance)));
            }

            if (origin is IParameterReferenceOperation { Parameter: var parameter })
            {
                // The argument of the call at hand, or what others gave to the method that kept it. What the body at hand is given
                // itself is a matter of who calls it.
                return home.Caller is { } caller && home.IsOf(parameter)
                    ? home.Call?.ArgumentOf(parameter) is { } argument ? DelegateBodies(argument, call, frame, caller, remaining - 1) : []
                    : remaining < MaximumDepth ? RegisteredBodies(parameter, call, home, frame, remaining - 1) : [];
            }

            if (ElementLoop(origin) is { } loop)
            {
                return HeldBodies(loop, call, frame, remaining - 1);
            }

            return origin is IMemberReferenceOperation member ? StoredBodies(member, call, frame, remaining - 1) : [];
        }

        // 'void Subscribe(Action handler) => _handlers.Add(handler);': what its callers give. Where the region's own type gave it to
        // another object, it gave what comes back to it.
        private IEnumerable<(IOperation Body, Frame Frame)> RegisteredBodies(IParameterSymbol parameter, CallSite call, Frame home, Frame frame, int remaining) =>
            from registration in owner.registrars.Of(parameter, cancellationToken)
            let holder = owner.paths.Read(registration.Holder, cancellationToken)
            where holder is not null
            from body in DelegateBodies(registration.Delegate, call, frame, home.Caller is not null && IsOfRegion(registration) ? RegionOf(frame) : Frame.OfRegistration(owner.paths, holder, home), remaining)
            select body;

        private bool IsOfRegion(Registration registration) => SymbolEqualityComparer.Default.Equals(
            type?.OriginalDefinition,
            registration.Holder.SemanticModel?.GetEnclosingSymbol(registration.Holder.Syntax.SpanStart, cancellationToken)?.ContainingType?.OriginalDefinition);

        private static Frame RegionOf(Frame frame)
        {
            while (frame.Caller is { } caller)
            {
                frame = caller;
            }

            return frame;
        }

        // 'foreach (var action in _actions.Values) action();', 'foreach (var pair in _actions) pair.Value();'
        private IForEachLoopOperation? ElementLoop(IOperation invoked)
        {
            var element = invoked is IPropertyReferenceOperation { Property.Name: "Value", Instance: { } pair } ? pair.Unwrapped() : invoked;
            return element is ILocalReferenceOperation local
                ? owner.bodies.Around(invoked).Locals.WritesOf(local.Local).OfType<IForEachLoopOperation>().FirstOrDefault()
                : null;
        }

        // The delegates that the region's own type puts into a collection of its own.
        private IEnumerable<(IOperation Body, Frame Frame)> HeldBodies(IForEachLoopOperation loop, CallSite call, Frame frame, int remaining) =>
            from sequence in owner.sequences.Read(loop.Collection, cancellationToken)
            let collection = sequence.Path.LastMember
            where collection is not null && frame.Caller is null && InstancePath.This.Equals(sequence.Path.Parent())
                && SymbolEqualityComparer.Default.Equals(collection.ContainingType, type?.OriginalDefinition)
            from value in owner.contents.InsertedInto(collection, cancellationToken)
            from body in DelegateBodies(value, call, frame, frame, remaining)
            select body;

        private IEnumerable<(IOperation Body, Frame Frame)> StoredBodies(IMemberReferenceOperation stored, CallSite call, Frame frame, int remaining)
        {
            var member = stored.Member.OriginalDefinition;
            foreach (var value in owner.delegates.StoredBy(member.ContainingType, member, cancellationToken))
            {
                // The holder's own code stored it: its 'this' is the object that holds the delegate.
                if (stored.Instance is IInstanceReferenceOperation)
                {
                    foreach (var body in DelegateBodies(value, call, frame, frame, remaining))
                    {
                        yield return body;
                    }
                }
            }

            if (stored.Instance is IInstanceReferenceOperation && member is IEventSymbol raised)
            {
                // What the region's own type handles is found below.
                foreach (var registration in owner.registrars.Of(raised, cancellationToken))
                {
                    if (!IsOfRegion(registration) && owner.paths.Read(registration.Holder, cancellationToken) is { } holder)
                    {
                        foreach (var body in DelegateBodies(registration.Delegate, call, frame, Frame.OfRegistration(owner.paths, holder, frame), remaining))
                        {
                            yield return body;
                        }
                    }
                }
            }

            if (type is not null && !SymbolEqualityComparer.Default.Equals(type.OriginalDefinition, member.ContainingType))
            {
                var region = RegionOf(frame);
                foreach (var value in owner.delegates.StoredBy(type, member, cancellationToken))
                {
                    foreach (var body in DelegateBodies(value, call, frame, region, remaining))
                    {
                        yield return body;
                    }
                }
            }
        }
    }
}
