using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Flow;

/// <summary>
/// Answers which dictionaries and sets of a type are guarded by a lock, and where they are used without it. Each member is
/// looked at once; types without any lock are not looked at.
/// </summary>
internal sealed class GuardedMembers(CompilationModel model)
{
    // As many as CollectionUses follows.
    private const int MaximumNames = 5;

    // Whoever holds a lock calls others soon.
    private const int MaximumCallers = 2;

    private readonly ConcurrentDictionary<ISymbol, GuardedMember?> known = new(SymbolEqualityComparer.Default);
    private readonly LockFreeWays ways = new(model);

    /// <summary>The members whose collection the local <paramref name="reference"/> may name, or a query over it, and that are not always guarded.</summary>
    public IEnumerable<GuardedMember> Of(ILocalReferenceOperation reference, CancellationToken cancellationToken)
    {
        // Most locals hold nothing of the kind, and most types take no locks.
        if (reference.Local.IsRef || reference.Local.Type is { SpecialType: > SpecialType.None and <= SpecialType.System_Array } or { TypeKind: TypeKind.Enum or TypeKind.Delegate or TypeKind.Array }
            || reference.Local.ContainingType is not { TypeKind: TypeKind.Class } type || !model.Locks.MayBeTakenIn(type, cancellationToken)
            || !MayBeSequence(reference.Local.Type))
        {
            return [];
        }

        return Find(reference, cancellationToken);
    }

    private IEnumerable<GuardedMember> Find(ILocalReferenceOperation reference, CancellationToken cancellationToken)
    {
        IOperation? source = reference;
        for (var name = 0; name < MaximumNames && source is ILocalReferenceOperation local; name++)
        {
            source = model.Bodies.Around(local).Locals.SoleValue(local.Local)?.Unwrapped();
        }

        return source is null ? [] : source.DescendantsAndSelf().OfType<IMemberReferenceOperation>()
            .Where(member => model.Types.KindOf(member.Type) is not CollectionKind.None)
            .SelectMany(member => Of(member, cancellationToken));
    }

    private bool MayBeSequence(ITypeSymbol type)
    {
        if (model.Types.KindOf(type) is not CollectionKind.None)
        {
            return true;
        }

        foreach (var implemented in type.AllInterfaces)
        {
            if (implemented.SpecialType is SpecialType.System_Collections_IEnumerable or SpecialType.System_Collections_IEnumerator)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// The members whose collection <paramref name="reference"/> may name and that are not always guarded: its own, or the field that a
    /// property returns.
    /// </summary>
    public IEnumerable<GuardedMember> Of(IMemberReferenceOperation reference, CancellationToken cancellationToken) =>
        model.Types.KindOf(reference.Type) is CollectionKind.None ? [] : Find(reference, cancellationToken);

    private IEnumerable<GuardedMember> Find(IMemberReferenceOperation reference, CancellationToken cancellationToken)
    {
        if (Of(reference.Member, cancellationToken) is { } own)
        {
            yield return own;
        }

        if (reference is IPropertyReferenceOperation { Property: { IsIndexer: false } property }
            && FieldOf(property, cancellationToken) is { } field && Of(field, cancellationToken) is { } returned)
        {
            yield return returned;
        }
    }

    /// <summary>What is known of <paramref name="member"/>; null where nothing guards it, or all of it is guarded.</summary>
    public GuardedMember? Of(ISymbol member, CancellationToken cancellationToken)
    {
        member = member.OriginalDefinition;
        return known.TryGetValue(member, out var found) ? found : known.GetOrAdd(member, Find(member, cancellationToken));
    }

    private GuardedMember? Find(ISymbol member, CancellationToken cancellationToken)
    {
        if (!model.Accesses.MayBeAskedFor(member) || member.ContainingType is not { TypeKind: TypeKind.Class } type
            || !model.Locks.MayBeTakenIn(type, cancellationToken) || IsOfThread(member))
        {
            return null;
        }

        var all = model.Accesses.Of(member, cancellationToken);
        if (all.IsEmpty || KindOf(member, all, cancellationToken) is not { } kind)
        {
            return null;
        }

        var live = all.Where(access => Counts(access, all)).ToImmutableArray();
        var numbers = new Dictionary<GuardKey, int>();
        var facts = live.Select(access => FactOf(access, kind, live, numbers, cancellationToken)).ToArray();
        if (GuardInference.Of(facts) is not { } inference)
        {
            return null;
        }

        var guard = numbers.First(found => found.Value == inference.Guard).Key;
        var unguarded = new List<UnguardedAccess>();
        foreach (var index in inference.Unguarded)
        {
            var isHeld = facts[index].Holds(inference.Guard);
            if (isHeld || (!model.Startup.Contains(live[index].Reference, cancellationToken) && ways.LeadTo(live[index].Reference, guard, cancellationToken)))
            {
                unguarded.Add(new UnguardedAccess(live[index], isHeld ? GuardFault.HeldForReading : GuardFault.NotHeld, isHeld));
            }
        }

        for (var index = 0; index < live.Length; index++)
        {
            if (live[index].Nature is AccessNature.Returned && Leaves(live[index], facts[index].Holds(inference.Guard), guard, all, cancellationToken))
            {
                unguarded.Add(new UnguardedAccess(live[index], GuardFault.Leaves, facts[index].Holds(inference.Guard)));
            }
        }

        // A table that nobody is known to change while others have it is read without a lock by all.
        if (!live.Where((access, index) => facts[index].Role is AccessRole.Writes && (facts[index].HoldsEnoughOf(inference.Guard) || facts[index].HeldBySome.Contains(inference.Guard) || unguarded.Any(found => found.Access == access))).Any())
        {
            return null;
        }

        unguarded.AddRange(FromOutside(member, kind, guard, cancellationToken).Select(access => new UnguardedAccess(access, GuardFault.NotHeld, IsHeld: false)));
        var example = live[System.Array.FindIndex(facts, fact => fact.HoldsEnoughOf(inference.Guard))];
        return unguarded.Count == 0 ? null : new GuardedMember(member, guard, IsListed(guard), inference.Holders, example, unguarded.ToLookup(found => found.Access.Reference.Syntax));
    }

    // What derived and other types do with a collection that they can reach. Whatever lock they hold may be the one.
    private IEnumerable<CollectionAccess> FromOutside(ISymbol member, CollectionKind kind, GuardKey guard, CancellationToken cancellationToken) =>
        from access in model.Outside.Of(member, cancellationToken)
        where access.Phase is LifePhase.Life && RoleOf(access, kind) is not AccessRole.Witnesses && access.Owner is { Root.Kind: not (PathRootKind.Creation or PathRootKind.Constant) } owner
            && (owner.Root.Symbol is not ILocalSymbol || !owner.Segments.IsEmpty)
            && model.Locks.InAnyModeAt(access.Reference, cancellationToken).IsEmpty
            && !model.Startup.Contains(access.Reference, cancellationToken) && ways.LeadTo(access.Reference, guard, cancellationToken)
            && !MayBeCalledUnderLock(access.Reference, MaximumCallers, cancellationToken)
        select access;

    // 'lock (_gate) writer.Write(this);': the type that has the lock may call the code of the other type under it.
    private bool MayBeCalledUnderLock(IOperation place, int depth, CancellationToken cancellationToken)
    {
        if (place.SemanticModel?.GetEnclosingSymbol(place.Syntax.SpanStart, cancellationToken).OutOfFunctions() is not IMethodSymbol { ContainingType: { } type } found || depth == 0)
        {
            return depth > 0;
        }

        var named = found.AssociatedSymbol ?? found;
        var implemented = type.AllInterfaces.SelectMany(candidate => candidate.GetMembers(named.Name))
            .Where(member => SymbolEqualityComparer.Default.Equals(type.FindImplementationForInterfaceMember(member), named));
        var calls = implemented.Append(named).Append(named is IMethodSymbol { OverriddenMethod: { } overridden } ? overridden : named).Distinct<ISymbol>(SymbolEqualityComparer.Default)
            .Select(member => model.Names.Of(member, cancellationToken)).ToArray();
        return calls.Contains(null) || calls.SelectMany(each => each!).Any(call =>
            !model.Locks.InAnyModeAt(call, cancellationToken).IsEmpty || MayBeCalledUnderLock(call, depth - 1, cancellationToken));
    }

    // 'Dictionary<K, V> Map => _map;'
    private ISymbol? FieldOf(IPropertySymbol property, CancellationToken cancellationToken) =>
        property.GetMethod is { } getter && !property.MayBeOverridden() && model.Bodies.Of(getter, cancellationToken)?.SoleReturnValue is { } value
        && model.Paths.Read(value, cancellationToken) is { Segments.Length: 1 } path
            ? path.LastMember
            : null;

    // Dictionaries and sets that are made for one thread; null for others, and where it is not known what stands behind an interface.
    private CollectionKind? KindOf(ISymbol member, ImmutableArray<CollectionAccess> all, CancellationToken cancellationToken)
    {
        var kind = model.Kinds.Of(all[0].Origin, cancellationToken);
        if (kind is CollectionKind.List or CollectionKind.Interface or CollectionKind.None or CollectionKind.ConcurrentDictionary or CollectionKind.ReadOnlyDictionary
                or CollectionKind.ExpandoObject
            || kind.IsImmutable())
        {
            return null;
        }

        // A type of somebody's own may guard itself, and so does 'Hashtable.Synchronized(..)'.
        var type = member is IFieldSymbol field ? field.Type : ((IPropertySymbol)member).Type;
        var isPlain = type.TypeKind is TypeKind.Interface || type is INamedTypeSymbol named && model.Types.IsKnown(named);
        return isPlain && !IsSynchronized(member, kind, cancellationToken) ? kind : null;
    }

    private bool IsSynchronized(ISymbol member, CollectionKind kind, CancellationToken cancellationToken) =>
        kind is CollectionKind.Hashtable or CollectionKind.NonGenericSortedList
        && model.Members.WritesOf(member, cancellationToken).Values.Any(value => value?.Unwrapped() is not IObjectCreationOperation and not { ConstantValue.HasValue: true });

    private bool IsListed(GuardKey guard) =>
        model.Types.IsLock(guard.Path.LastMember switch { IFieldSymbol field => field.Type, IPropertySymbol property => property.Type, _ => null });

    private static bool IsOfThread(ISymbol member) =>
        member.IsThreadStatic();

    private bool Counts(CollectionAccess access, ImmutableArray<CollectionAccess> all) =>
        access.Phase is LifePhase.Life && access.Nature is not AccessNature.Nothing && IsOfSharedObject(access)
        && !(access.Reference != access.Origin && IsReplacedIn(access.Origin, all, null))
        && !(access.Nature is AccessNature.Write && IsReplacedIn(access.Origin, all, access.Reference.Syntax.SpanStart));

    // The object's own, that of a field or element, that of a parameter of other types: not one that may have just been made.
    private bool IsOfSharedObject(CollectionAccess access)
    {
        if (access.IsOfItself)
        {
            return true;
        }

        if (access.Owner is not { } owner || owner.Root.Kind is PathRootKind.Creation or PathRootKind.Constant)
        {
            return false;
        }

        // Two objects of one type in one method: a copy, a comparison, a merge.
        var isOfOwnType = access.Origin is IMemberReferenceOperation reference
            && SymbolEqualityComparer.Default.Equals(
                reference.Member.ContainingType.OriginalDefinition,
                access.Origin.SemanticModel?.GetEnclosingSymbol(access.Origin.Syntax.SpanStart)?.ContainingType?.OriginalDefinition);
        return !isOfOwnType && (owner.Root.Symbol is not ILocalSymbol local || !owner.Segments.IsEmpty || IsTakenFromElsewhere(local, access.Origin));
    }

    // 'foreach (var shard in _shards)', 'var shard = _shards[i];'
    private bool IsTakenFromElsewhere(ILocalSymbol local, IOperation place)
    {
        var writes = model.Bodies.Around(place).Locals.WritesOf(local).Take(2).ToArray();
        return writes is [IForEachLoopOperation]
            || (writes.Length == 1 && model.Bodies.Around(place).Locals.SoleValue(local) is { } value
                && value.Unwrapped() is var source and (IArrayElementReferenceOperation or IMemberReferenceOperation or IInvocationOperation)
                && (source is not IInvocationOperation || DictionaryUse.TryGet(source, model.Types) is not null));
    }

    // After 'var old = _map; _map = new();' the old one is nobody else's; after '_map = new();' the new one is being filled.
    private static bool IsReplacedIn(IOperation origin, ImmutableArray<CollectionAccess> all, int? before) => all.Any(other =>
        other.Nature is AccessNature.Replaced && other.Place.EnclosingBody().Syntax == origin.EnclosingBody().Syntax
        && (before is null || (other.Place.Syntax.SpanStart < before && other.Place is ISimpleAssignmentOperation { Value: var value } && value.Unwrapped() is IObjectCreationOperation)));

    private GuardedAccess FactOf(CollectionAccess access, CollectionKind kind, ImmutableArray<CollectionAccess> all, Dictionary<GuardKey, int> numbers, CancellationToken cancellationToken)
    {
        var held = model.AccessLocks.Of(access, cancellationToken).Select(found => (NumberOf(found.Lock), found.Mode)).ToImmutableArray();
        var taken = held.Length == 1 ? access.Place.Syntax.FirstAncestorOrSelf<LockStatementSyntax>() : null;
        return new GuardedAccess(held, RoleOf(access, kind))
        {
            HeldBySome = held.IsEmpty ? [.. model.AccessLocks.OfSomeCallers(access, cancellationToken).Select(NumberOf)] : [],
            LocksTheCollection = taken is not null && LocksTheCollection(access, taken),
            LooksBeforeLocking = taken is not null && LooksBeforeLocking(access, taken, all),
        };

        int NumberOf(GuardKey key)
        {
            if (!numbers.TryGetValue(key, out var number))
            {
                numbers[key] = number = numbers.Count;
            }

            return number;
        }
    }

    private static bool LocksTheCollection(CollectionAccess access, LockStatementSyntax taken) =>
        access.Origin is IMemberReferenceOperation { Member.Name: var name } && taken.Expression is IdentifierNameSyntax { Identifier.ValueText: var locked } && locked == name;

    // 'lock (_gate) _map[key] = value;' after it was asked whether the key is there.
    private static bool LooksBeforeLocking(CollectionAccess access, LockStatementSyntax taken, ImmutableArray<CollectionAccess> all) => all.Any(other =>
        other.Nature is AccessNature.Read && other.Place.Syntax.SpanStart < taken.SpanStart && other.Place.EnclosingBody().Syntax == access.Place.EnclosingBody().Syntax);

    private static AccessRole RoleOf(CollectionAccess access, CollectionKind kind) => access.Nature switch
    {
        AccessNature.Write => AccessRole.Writes,

        // A Hashtable lets readers of single entries in beside one writer.
        AccessNature.Read when kind is CollectionKind.Hashtable && access.Verb is Verb.Lookup or Verb.Contains or Verb.Count => AccessRole.Witnesses,
        AccessNature.Read when access.Verb is Verb.Count && IsQuickLook(access.Place) => AccessRole.Witnesses,
        AccessNature.Read => AccessRole.Reads,
        _ => AccessRole.Witnesses,
    };

    // 'if (_map.Count == 0) return; lock (_gate) ..': a number is read at once, and what was seen is looked at again in the lock.
    private static bool IsQuickLook(IOperation count) =>
        count.Syntax.FirstAncestorOrSelf<IfStatementSyntax>() is { } choice && choice.Condition.Span.Contains(count.Syntax.Span)
        && choice.Parent is { } block && block.DescendantNodes().Any(node => node is LockStatementSyntax taken && taken.SpanStart > count.Syntax.SpanStart);

    private bool Leaves(CollectionAccess access, bool isHeld, GuardKey guard, ImmutableArray<CollectionAccess> all, CancellationToken cancellationToken)
    {
        if (access.Place is not IReturnOperation { ReturnedValue: { } value } result || IsReplacedIn(access.Origin, all, null)
            || result.SemanticModel?.GetEnclosingSymbol(result.Syntax.SpanStart, cancellationToken) is not IMethodSymbol method
            || method.DeclaredAccessibility is Accessibility.Private && method.ExplicitInterfaceImplementations.IsEmpty
            || ways.IsVisibleOutside(guard, cancellationToken))
        {
            return false;
        }

        // The collection itself, given out without a lock, is open to all by intention.
        return isHeld || (value.Unwrapped() != access.Reference && ways.LeadTo(access.Reference, guard, cancellationToken));
    }
}
