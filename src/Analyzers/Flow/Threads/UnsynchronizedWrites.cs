using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Flow;

/// <summary>
/// Answers where a dictionary in a field or property is written without a lock while another thread certainly can use it: all
/// threads share what is static, or all have the object, or the object itself runs other code beside its callers.
/// </summary>
internal sealed class UnsynchronizedWrites(CompilationModel model)
{
    // Two accesses under a lock are a habit: that some are not is then told of the lock.
    private const int LocksOfAHabit = 2;

    private readonly ConcurrentDictionary<ISymbol, UnsynchronizedWrite?> known = new(SymbolEqualityComparer.Default);
    private readonly SynchronizationSigns signs = new(model.Types, model.Paths);
    private readonly ParameterWrites parameters = new(model.Types, model.Paths, model.Bodies, model.Locks);

    /// <summary>The first unsynchronized write of the collection that <paramref name="receiver"/> denotes; null where there is none, or that is not known.</summary>
    public UnsynchronizedWrite? Of(IOperation receiver, CancellationToken cancellationToken)
    {
        if (!MayComeFromMember(receiver)
            || model.Paths.Read(receiver, cancellationToken)?.LastMember is not { Kind: SymbolKind.Field or SymbolKind.Property } named
            || !MayBeShared(named, cancellationToken)
            || model.Outside.StorageOf(named.OriginalDefinition, cancellationToken)?.OriginalDefinition is not { } member
            || !model.Accesses.MayBeAskedFor(member))
        {
            return null;
        }

        return known.TryGetValue(member, out var found) ? found
            : IsOfThread(member) || !MayMeet(receiver, member, cancellationToken) ? null
            : known.GetOrAdd(member, Find(member, cancellationToken));
    }

    // Most dictionaries are locals that are made where they are used.
    private static bool MayComeFromMember(IOperation receiver) => receiver switch
    {
        IMemberReferenceOperation => true,
        ILocalReferenceOperation { Local.DeclaringSyntaxReferences: [var declaration] } => declaration.GetSyntax() switch
        {
            VariableDeclaratorSyntax { Initializer.Value: var value } => value is SimpleNameSyntax or MemberAccessExpressionSyntax or AssignmentExpressionSyntax or BinaryExpressionSyntax
                or ConditionalExpressionSyntax or CastExpressionSyntax or ParenthesizedExpressionSyntax or PostfixUnaryExpressionSyntax or ConditionalAccessExpressionSyntax or InvocationExpressionSyntax { ArgumentList.Arguments.Count: <= 1 },
            SingleVariableDesignationSyntax { Parent: RecursivePatternSyntax or DeclarationPatternSyntax or VarPatternSyntax } => true,
            _ => false,
        },
        _ => false,
    };

    // Cheap answers before anything is looked for.
    private bool MayBeShared(ISymbol member, CancellationToken cancellationToken) =>
        member.ContainingType is { TypeKind: TypeKind.Class or TypeKind.Interface or TypeKind.Struct } type
        && (member.IsStatic || type.TypeKind is not TypeKind.Struct)
        && SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, model.Compilation.Assembly)
        && model.Threading.Of(cancellationToken) is not ProgramThreads.One;

    // Most objects belong to whoever made them, and show nothing else.
    private bool MayMeet(IOperation receiver, ISymbol member, CancellationToken cancellationToken) =>
        member.IsStatic
        || member.ContainingType.DeclaringSyntaxReferences.Any(declaration => ThreadingWords.Of(declaration.SyntaxTree).MayStartIn(declaration.Span))
        || signs.Around(receiver, cancellationToken) is not null
        || model.Instances.Of(member.ContainingType, cancellationToken) is not null
        || model.Parts.MayHold(member.ContainingType, cancellationToken)
        || model.CapturedObjects.MayReach(receiver, cancellationToken);

    private UnsynchronizedWrite? Find(ISymbol member, CancellationToken cancellationToken)
    {
        if (!IsUnsafe(member, cancellationToken))
        {
            return null;
        }

        var inside = Living(model.Accesses.Of(member, cancellationToken), member, cancellationToken);
        return Locked(model.Accesses.Of(member, cancellationToken), cancellationToken) >= LocksOfAHabit ? null
            : First(member, inside, inside, cancellationToken)
                ?? (Living(model.Outside.Of(member, cancellationToken), member, cancellationToken) is { IsEmpty: false } others && Locked(model.Outside.Of(member, cancellationToken), cancellationToken) == 0
                    ? First(member, others, inside.AddRange(others), cancellationToken)
                    : null);
    }

    private UnsynchronizedWrite? First(ISymbol member, ImmutableArray<Access> candidates, ImmutableArray<Access> all, CancellationToken cancellationToken)
    {
        if (!candidates.Any(candidate => candidate.Writes))
        {
            return null;
        }

        var threads = model.Threading.Of(cancellationToken);
        var instance = member.IsStatic ? null : model.Instances.Of(member.ContainingType, cancellationToken);
        var isCalledBySeveral = threads is ProgramThreads.Several && !OneThreadTypes.Include(member.ContainingType)
            && (member.IsStatic || instance is { Reason: not SharingReason.Hosted });
        (Access Write, ISymbol? Sign)? first = null;
        foreach (var write in candidates)
        {
            if (!write.Writes || (first is not null && (Keeps(write) || !write.IsOfShared)) || !IsUnlocked(write.Of, cancellationToken) || model.Gates.Contain(write.Of.Reference)
                || IsOfConcurrentLambda(write.Of, cancellationToken))
            {
                continue;
            }

            var roots = model.Threads.Of(write.Of.Reference, member.IsStatic, cancellationToken);
            var sign = !isCalledBySeveral && !member.IsStatic && threads is ProgramThreads.Several && roots.IsCalled && !OneThreadTypes.Include(member.ContainingType)
                && !model.Instances.IsShortLived(member.ContainingType, cancellationToken)
                    ? signs.Around(write.Of.Place, cancellationToken)
                    : null;
            var meets = write.IsOfShared && !(!member.IsStatic && Keeps(write) && IsFluent(write.Of.Reference)) && all.Any(other => other.IsOfShared && roots.Meets(model.Threads.Of(other.Of.Reference, member.IsStatic, cancellationToken), other.Writes, isCalledBySeveral || sign is not null))
                && !model.Startup.Contains(write.Of.Reference, cancellationToken);
            if (!meets)
            {
                if (!member.IsStatic && SharedByOthers(write.Of, member, cancellationToken) is { } shared)
                {
                    return Told(write, null, onlyKeeps: false) with { Instance = shared };
                }

                continue;
            }

            first ??= (write, sign);
            if (!Keeps(write))
            {
                // The one that is nobody's registration says more than those before it.
                return Told(write, sign, onlyKeeps: false);
            }
        }

        return first is var (kept, keptSign) ? Told(kept, keptSign, onlyKeeps: true) : null;

        bool Keeps(Access write) => KeepingWrites.Keeps(write.Of, model.Paths);

        UnsynchronizedWrite Told(Access write, ISymbol? sign, bool onlyKeeps)
        {
            var others = all.Where(other => other != write && other.IsOfShared && IsUnlocked(other.Of, cancellationToken)).Select(other => other.Of);
            return new UnsynchronizedWrite(member, write.Of, [.. others], isCalledBySeveral || sign is null ? instance : null, sign, onlyKeeps);
        }
    }

    // 'options.Map<A>("a").Map<B>("b")': the one who makes the object describes it.
    private static bool IsFluent(IOperation place) =>
        place.SemanticModel?.GetEnclosingSymbol(place.Syntax.SpanStart) is IMethodSymbol { IsStatic: false, ReturnType: var result, ContainingType: { } type }
        && SymbolEqualityComparer.Default.Equals(result.OriginalDefinition, type.OriginalDefinition);

    // The object is nobody's singleton, but a part of one, or captured by code that runs on several threads.
    private SharedInstance? SharedByOthers(CollectionAccess write, ISymbol member, CancellationToken cancellationToken) =>
        model.Parts.At(write, member.ContainingType, cancellationToken) is { } keeper ? new SharedInstance(SharingReason.Part, keeper)
        : model.CapturedObjects.At(write, cancellationToken) is { } capturing ? new SharedInstance(SharingReason.Captured, capturing)
        : null;

    // What happens while others have the object; a helper that changes what it is given writes.
    private ImmutableArray<Access> Living(ImmutableArray<CollectionAccess> accesses, ISymbol member, CancellationToken cancellationToken) =>
    [
        .. from access in accesses
           where access.Phase is LifePhase.Life
           let isOfShared = member.IsStatic || IsOfSharedObject(access, member, cancellationToken)
           where isOfShared || access.Owner is { Root: { Kind: PathRootKind.Symbol, Symbol: IParameterSymbol } }
           let writes = access.Nature is AccessNature.Write
               || (access.Nature is AccessNature.HandedOn && access.Place is IInvocationOperation call && parameters.Changes(call, access.Reference, cancellationToken))
           where writes || access.Nature is AccessNature.Read
           select new Access(access, writes, isOfShared),
    ];

    // Its own code; or code of others that did not make the object.
    private bool IsOfSharedObject(CollectionAccess access, ISymbol member, CancellationToken cancellationToken) =>
        access.IsOfItself
        || (access.Owner is { Root.Kind: PathRootKind.This or PathRootKind.Static })
        || (access.Owner is { Root: { Kind: PathRootKind.Symbol, Symbol: IParameterSymbol } } && model.Instances.Of(member.ContainingType, cancellationToken) is not null);

    private int Locked(ImmutableArray<CollectionAccess> accesses, CancellationToken cancellationToken) =>
        accesses.Count(access => access.Phase is LifePhase.Life && access.Nature is not AccessNature.Nothing && !IsUnlocked(access, cancellationToken));

    private bool IsUnlocked(CollectionAccess access, CancellationToken cancellationToken) =>
        !IsLockedAt(access.Reference, access, cancellationToken) && (access.Reference.Syntax == access.Place.Syntax || !IsLockedAt(access.Place, access, cancellationToken));

    private bool IsLockedAt(IOperation place, CollectionAccess access, CancellationToken cancellationToken) =>
        model.Locks.InAnyModeAt(place, cancellationToken).Any(held => !IsOfOthers(held.Path, access, cancellationToken));

    // A lock for each key lets two in that have different ones; a lock of each object keeps nobody out of what is static.
    private bool IsOfOthers(InstancePath held, CollectionAccess access, CancellationToken cancellationToken) =>
        held.Segments.Any(segment => segment.Key is { } key && key.Variables.Any())
        || (held is { Root.Kind: PathRootKind.This, Segments: [{ Member: IFieldSymbol { IsStatic: false, ContainingType: { } type } }] }
            && access.Origin is IMemberReferenceOperation { Member.IsStatic: true } && IsMadeOften(type, cancellationToken));

    // Others make objects of it; what only a static member or a container makes is one.
    private bool IsMadeOften(INamedTypeSymbol type, CancellationToken cancellationToken) =>
        type is { IsAbstract: false, TypeKind: TypeKind.Class } && type.InstanceConstructors.Any(constructor => constructor.DeclaredAccessibility is not Accessibility.Private)
        && model.Instances.Of(type, cancellationToken) is null;

    // What a concurrent lambda captures is told of the lambda.
    private bool IsOfConcurrentLambda(CollectionAccess access, CancellationToken cancellationToken) =>
        access.Reference.EnclosingBody() is { Parent: not null } body && model.Concurrency.Of(body, cancellationToken).Any(run => run.IsConcurrent);

    private bool IsUnsafe(ISymbol member, CancellationToken cancellationToken)
    {
        var type = (member is IFieldSymbol field ? field.Type : (member as IPropertySymbol)?.Type) as INamedTypeSymbol;
        switch (model.Kinds.OfMember(member, cancellationToken))
        {
            case CollectionKind.Dictionary or CollectionKind.SortedDictionary or CollectionKind.SortedList or CollectionKind.OrderedDictionary
                or CollectionKind.HashSet or CollectionKind.SortedSet or CollectionKind.ListDictionary or CollectionKind.HybridDictionary
                or CollectionKind.NameValueCollection or CollectionKind.SpecializedOrderedDictionary or CollectionKind.NonGenericSortedList:
                // A type of somebody's own that derives from one may guard itself.
                return type is { TypeKind: TypeKind.Interface } || (type is not null && (model.Types.IsKnown(type) || IsPlainDerived(type, cancellationToken)));
            case CollectionKind.Hashtable:
                // 'Hashtable.Synchronized(..)' is a Hashtable as well.
                return model.Members.WritesOf(member, cancellationToken) is { AreComplete: true, Values: { IsEmpty: false } values }
                    && values.All(value => value?.Unwrapped() is IObjectCreationOperation);
            default:
                return false;
        }
    }

    private bool IsPlainDerived(INamedTypeSymbol type, CancellationToken cancellationToken) =>
        !type.DeclaringSyntaxReferences.IsEmpty && !model.Locks.MayBeTakenIn(type, cancellationToken)
        && (type.BaseType is { } baseType && (model.Types.IsKnown(baseType) || IsPlainDerived(baseType, cancellationToken)));

    private static bool IsOfThread(ISymbol member) =>
        member.IsThreadStatic();

    private sealed record Access(CollectionAccess Of, bool Writes, bool IsOfShared);
}
