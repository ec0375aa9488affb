using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Flow;

/// <summary>
/// Answers everything that a type, its parts and the types nested in it do with the collection in one of its fields or
/// auto-properties, also through local names of it and through a private property that only returns it.
/// </summary>
internal sealed class MemberAccesses(KnownTypes types, PathReader paths, SourceBodies bodies, MemberUses members, CollectionUses uses, ObjectLives lives)
{
    private readonly ConcurrentDictionary<ISymbol, ImmutableArray<CollectionAccess>> accesses = new(SymbolEqualityComparer.Default);

    /// <summary>
    /// Whether <paramref name="member"/> is one whose accesses make sense to ask for: a field or auto-property of the
    /// compilation that holds a collection which is not made for several threads.
    /// </summary>
    public bool MayBeAskedFor(ISymbol member)
    {
        var type = member switch
        {
            IFieldSymbol { AssociatedSymbol: null } field => field.Type,
            IPropertySymbol { IsIndexer: false, IsAbstract: false } property => property.Type,
            _ => null,
        };
        return type is not null && !member.DeclaringSyntaxReferences.IsEmpty && types.KindOf(type) is not (CollectionKind.None or CollectionKind.ConcurrentDictionary)
            && (member is IFieldSymbol || IsAutoProperty((IPropertySymbol)member));
    }

    /// <summary>The accesses to <paramref name="member"/>, in the order of the source.</summary>
    public ImmutableArray<CollectionAccess> Of(ISymbol member, CancellationToken cancellationToken)
    {
        member = member.OriginalDefinition;
        return accesses.TryGetValue(member, out var known) ? known : accesses.GetOrAdd(member, Find(member, cancellationToken));
    }

    private ImmutableArray<CollectionAccess> Find(ISymbol member, CancellationToken cancellationToken)
    {
        var within = ScopeOf(member);
        var found = ImmutableArray.CreateBuilder<CollectionAccess>();
        var getters = new List<IPropertySymbol>();
        foreach (var reference in members.Of(member, within, cancellationToken))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (GetterAround(reference, member, cancellationToken) is { } property)
            {
                if (!getters.Contains(property, SymbolEqualityComparer.Default))
                {
                    getters.Add(property);
                }

                if (property.DeclaredAccessibility is Accessibility.Private)
                {
                    continue;
                }
            }

            Add(reference, uses.OwnerOf(reference, cancellationToken));
        }

        foreach (var reference in getters.SelectMany(getter => members.Of(getter, within, cancellationToken)))
        {
            Add(reference, uses.OwnerOf(reference, cancellationToken));
        }

        return found.ToImmutable();

        void Add(IMemberReferenceOperation reference, InstancePath? owner) =>
            found.AddRange(uses.Of(reference, cancellationToken).Select(use => new CollectionAccess(
                reference, use.Reference, use.Place, use.Verb, use.Nature, lives.PhaseOf(use.Reference, member, owner, cancellationToken), owner)));
    }

    // What others than the type can name is looked for in the types around it too.
    private static INamedTypeSymbol ScopeOf(ISymbol member)
    {
        var scope = member.ContainingType;
        while (member.DeclaredAccessibility is not Accessibility.Private && scope.ContainingType is { } outer)
        {
            scope = outer;
        }

        return scope;
    }

    // 'Dictionary<K, V> Map => _map;'
    private IPropertySymbol? GetterAround(IMemberReferenceOperation reference, ISymbol member, CancellationToken cancellationToken)
    {
        if (reference.EnclosingBody() is not { Parent: null } root
            || root.SemanticModel?.GetEnclosingSymbol(reference.Syntax.SpanStart, cancellationToken) is not IMethodSymbol { MethodKind: MethodKind.PropertyGet } getter
            || getter.AssociatedSymbol is not IPropertySymbol { IsIndexer: false } property || property.MayBeOverridden()
            || types.KindOf(property.Type) is CollectionKind.None
            || bodies.Of(getter, cancellationToken)?.SoleReturnValue is not { } value)
        {
            return null;
        }

        return paths.Read(value, cancellationToken) is { } path && SymbolEqualityComparer.Default.Equals(path.LastMember, member) && path.Segments.Length == 1 ? property : null;
    }

    private static bool IsAutoProperty(IPropertySymbol property) =>
        property.ContainingType.GetMembers().Any(candidate => candidate is IFieldSymbol field && SymbolEqualityComparer.Default.Equals(field.AssociatedSymbol, property));
}
