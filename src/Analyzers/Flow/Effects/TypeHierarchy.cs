using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DictionaryAnalyzers.Flow;

/// <summary>
/// Answers which methods of the compilation a virtual or interface call could mean. Types that may derive from another are found
/// by the names in their base lists, so that those that nobody asks about need not be bound.
/// </summary>
internal sealed class TypeHierarchy(Compilation compilation, SourceFiles files, SourceBodies bodies)
{
    // A call that could mean more methods than this, as on the base class of everything, says nothing about any of them.
    private const int MaximumTargets = 10;

    private readonly ConcurrentDictionary<ISymbol, ConcurrentDictionary<ISymbol, ImmutableArray<IMethodSymbol>>> targetsFrom = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, ImmutableArray<INamedTypeSymbol>> derived = new(SymbolEqualityComparer.Default);
    private ImmutableArray<string>? globalAliases;

    /// <summary>The methods with a body that a call of <paramref name="method"/> on a <paramref name="receiver"/> could run.</summary>
    public ImmutableArray<IMethodSymbol> Targets(IMethodSymbol method, ITypeSymbol? receiver)
    {
        method = method.OriginalDefinition;
        var isInterface = method.ContainingType?.TypeKind == TypeKind.Interface;
        if (!isInterface && !method.MayBeOverridden())
        {
            return [method];
        }

        if ((receiver as INamedTypeSymbol)?.IsSealed == true && !isInterface && IsDeclaredOn(method, receiver))
        {
            return [method];
        }

        var start = receiver is INamedTypeSymbol named && compilation.Assembly.Equals(named.ContainingAssembly, SymbolEqualityComparer.Default)
            ? named.OriginalDefinition
            : method.ContainingType!.OriginalDefinition;
        var known = targetsFrom.GetOrAdd(start, static _ => new ConcurrentDictionary<ISymbol, ImmutableArray<IMethodSymbol>>(SymbolEqualityComparer.Default));
        return known.TryGetValue(method, out var found) ? found : known.GetOrAdd(method, Find(method, start));
    }

    private ImmutableArray<IMethodSymbol> Find(IMethodSymbol method, INamedTypeSymbol start)
    {
        var targets = ImmutableHashSet.CreateBuilder<IMethodSymbol>(SymbolEqualityComparer.Default);
        foreach (var type in WithDerived(start))
        {
            if (Implementation(method, type)?.OriginalDefinition is { IsAbstract: false } target)
            {
                targets.Add(target);
            }

            if (targets.Count > MaximumTargets)
            {
                return [];
            }
        }

        return [.. targets];
    }

    /// <summary>A type and all types of the compilation that derive from it or implement it.</summary>
    public IEnumerable<INamedTypeSymbol> WithDerived(INamedTypeSymbol type) => type.IsSealed || type.IsStatic ? [type] : FindDerived(type);

    // One after the other: who has seen enough binds no more of them.
    private IEnumerable<INamedTypeSymbol> FindDerived(INamedTypeSymbol type)
    {
        yield return type;
        var seen = new HashSet<ISymbol>(SymbolEqualityComparer.Default) { type };
        var pending = new Queue<INamedTypeSymbol>();
        pending.Enqueue(type);
        while (pending.Count > 0)
        {
            foreach (var child in DirectlyDerivedFrom(pending.Dequeue()))
            {
                if (seen.Add(child))
                {
                    yield return child;
                    pending.Enqueue(child);
                }
            }
        }
    }

    private static bool IsDeclaredOn(IMethodSymbol method, ITypeSymbol? type) =>
        SymbolEqualityComparer.Default.Equals(method.ContainingType, type?.OriginalDefinition);

    private static IMethodSymbol? Implementation(IMethodSymbol method, INamedTypeSymbol type)
    {
        if (method.ContainingType.TypeKind == TypeKind.Interface)
        {
            if (type.TypeKind == TypeKind.Interface)
            {
                return null;
            }

            // Ask the interface as the type names it, with its own type arguments.
            var constructed = type.AllInterfaces.FirstOrDefault(candidate =>
                SymbolEqualityComparer.Default.Equals(candidate.OriginalDefinition, method.ContainingType));
            var member = constructed?.GetMembers(method.Name).FirstOrDefault(candidate =>
                SymbolEqualityComparer.Default.Equals(candidate.OriginalDefinition, method));
            return member is null ? null : type.FindImplementationForInterfaceMember(member) as IMethodSymbol;
        }

        for (var candidate = type; candidate is not null; candidate = candidate.BaseType)
        {
            foreach (var member in candidate.GetMembers(method.Name).OfType<IMethodSymbol>())
            {
                if (Overrides(member, method))
                {
                    return member;
                }
            }
        }

        return null;
    }

    private static bool Overrides(IMethodSymbol method, IMethodSymbol overridden)
    {
        for (IMethodSymbol? candidate = method; candidate is not null; candidate = candidate.OverriddenMethod)
        {
            if (SymbolEqualityComparer.Default.Equals(candidate.OriginalDefinition, overridden))
            {
                return true;
            }
        }

        return false;
    }

    private IEnumerable<INamedTypeSymbol> DirectlyDerivedFrom(INamedTypeSymbol type) =>
        derived.TryGetValue(type, out var known) ? known : FindDirectlyDerived(type);

    private IEnumerable<INamedTypeSymbol> FindDirectlyDerived(INamedTypeSymbol type)
    {
        var found = ImmutableArray.CreateBuilder<INamedTypeSymbol>();
        foreach (var declaration in DeclarationsNaming(type.Name).Concat((globalAliases ??= FindGlobalAliases()).SelectMany(DeclarationsNaming)))
        {
            if (bodies.ModelOf(declaration.SyntaxTree).GetDeclaredSymbol(declaration) is INamedTypeSymbol declared && IsDirectlyDerived(declared, type)
                && !found.Contains(declared, SymbolEqualityComparer.Default))
            {
                found.Add(declared);
                yield return declared;
            }
        }

        derived.TryAdd(type, found.ToImmutable());
    }

    private IEnumerable<TypeDeclarationSyntax> DeclarationsNaming(string name)
    {
        var trees = files.With(name, CancellationToken.None);

        // A record does not name the interface that it has by itself.
        return (name == "IEquatable" ? trees.Union(files.With("record", CancellationToken.None)) : trees).SelectMany(tree => BaseLists.Of(tree).Naming(name));
    }

    private static bool IsDirectlyDerived(INamedTypeSymbol declared, INamedTypeSymbol type) =>
        SymbolEqualityComparer.Default.Equals(declared.BaseType?.OriginalDefinition, type)
        || (type.TypeKind is TypeKind.Interface && declared.Interfaces.Any(implemented => SymbolEqualityComparer.Default.Equals(implemented.OriginalDefinition, type)));

    private ImmutableArray<string> FindGlobalAliases() =>
        [.. files.With("global", CancellationToken.None).SelectMany(static tree => BaseLists.Of(tree).GlobalAliases).Distinct()];
}
