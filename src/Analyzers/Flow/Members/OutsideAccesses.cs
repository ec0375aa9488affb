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
/// Answers what other types of the compilation do with the collection in a field or property that they can reach: by its name,
/// by a getter that gives it, or by the interface that the getter implements.
/// </summary>
internal sealed class OutsideAccesses(KnownTypes types, PathReader paths, SourceBodies bodies, TypeHierarchy hierarchy, NameSearch names, CollectionUses uses, ObjectLives lives)
{
    private readonly ConcurrentDictionary<ISymbol, ImmutableArray<CollectionAccess>> known = new(SymbolEqualityComparer.Default);

    /// <summary>The accesses from outside of the type that declares <paramref name="member"/>.</summary>
    public ImmutableArray<CollectionAccess> Of(ISymbol member, CancellationToken cancellationToken)
    {
        member = member.OriginalDefinition;
        return known.TryGetValue(member, out var found) ? found : known.GetOrAdd(member, [.. Find(member, cancellationToken)]);
    }

    /// <summary>
    /// The field or auto-property that <paramref name="named"/> stands for: itself, what the getter gives, or what the getter of
    /// the only class gives that implements it.
    /// </summary>
    public ISymbol? StorageOf(ISymbol named, CancellationToken cancellationToken)
    {
        if (named is not IPropertySymbol property)
        {
            return named;
        }

        if (property.ContainingType.TypeKind is TypeKind.Interface || property.IsAbstract)
        {
            var implementations = hierarchy.WithDerived(property.ContainingType.OriginalDefinition)
                .Select(type => Implementation(property, type))
                .OfType<IPropertySymbol>()
                .Distinct<IPropertySymbol>(SymbolEqualityComparer.Default)
                .Take(2)
                .ToArray();
            return implementations is [var only] ? GivenBy(only, cancellationToken) : null;
        }

        return GivenBy(property, cancellationToken);
    }

    private static IPropertySymbol? Implementation(IPropertySymbol property, INamedTypeSymbol type)
    {
        if (type.TypeKind is not TypeKind.Class)
        {
            return null;
        }

        if (property.ContainingType.TypeKind is not TypeKind.Interface)
        {
            return type.GetMembers(property.Name).OfType<IPropertySymbol>().FirstOrDefault(candidate => candidate is { IsOverride: true, IsAbstract: false });
        }

        var member = type.AllInterfaces.FirstOrDefault(implemented => SymbolEqualityComparer.Default.Equals(implemented.OriginalDefinition, property.ContainingType.OriginalDefinition))?
            .GetMembers(property.Name).FirstOrDefault();
        return member is null ? null : type.FindImplementationForInterfaceMember(member)?.OriginalDefinition as IPropertySymbol;
    }

    private ISymbol? GivenBy(IPropertySymbol property, CancellationToken cancellationToken)
    {
        if (property.GetMethod is not { } getter || bodies.Of(getter, cancellationToken) is not { } body)
        {
            return property;
        }

        return body.SoleReturnValue is { } value && paths.Read(value, cancellationToken) is { Segments.Length: 1, LastMember: var member } ? member : null;
    }

    private IEnumerable<CollectionAccess> Find(ISymbol member, CancellationToken cancellationToken)
    {
        var type = member.ContainingType;
        foreach (var named in NamesOf(member, cancellationToken))
        {
            foreach (var reference in names.Of(named, cancellationToken)?.OfType<IMemberReferenceOperation>() ?? [])
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (IsWithin(reference.Syntax, type, cancellationToken))
                {
                    continue;
                }

                var owner = uses.OwnerOf(reference, cancellationToken);
                foreach (var use in uses.Of(reference, cancellationToken))
                {
                    yield return new CollectionAccess(reference, use.Reference, use.Place, use.Verb, use.Nature, lives.PhaseOf(use.Reference, member, owner, cancellationToken), owner);
                }
            }
        }
    }

    private IEnumerable<ISymbol> NamesOf(ISymbol member, CancellationToken cancellationToken)
    {
        var getters = member.ContainingType.GetMembers().OfType<IPropertySymbol>()
            .Where(property => !property.IsIndexer && types.KindOf(property.Type) is not CollectionKind.None && !SymbolEqualityComparer.Default.Equals(property, member)
                && SymbolEqualityComparer.Default.Equals(GivenBy(property, cancellationToken), member));
        foreach (var named in getters.Prepend(member))
        {
            if (named.DeclaredAccessibility is not Accessibility.Private)
            {
                yield return named;
            }

            foreach (var implemented in Implemented(named))
            {
                yield return implemented;
            }
        }
    }

    private static IEnumerable<ISymbol> Implemented(ISymbol member) =>
        from implemented in member is IPropertySymbol ? member.ContainingType.AllInterfaces : []
        from declared in implemented.GetMembers().OfType<IPropertySymbol>()
        where SymbolEqualityComparer.Default.Equals(member.ContainingType.FindImplementationForInterfaceMember(declared), member)
        select declared.OriginalDefinition;

    private static bool IsWithin(SyntaxNode place, INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        while (type.ContainingType is { } outer)
        {
            type = outer;
        }

        foreach (var declaration in type.DeclaringSyntaxReferences)
        {
            if (declaration.SyntaxTree == place.SyntaxTree && declaration.GetSyntax(cancellationToken).Span.Contains(place.Span))
            {
                return true;
            }
        }

        return false;
    }
}
