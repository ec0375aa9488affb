using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;

namespace DictionaryAnalyzers.Flow;

/// <summary>
/// Answers which methods of the compilation a virtual or interface call could mean. It asks symbols only, so that the
/// answer is the same in an editor as in a build.
/// </summary>
internal sealed class TypeHierarchy(Compilation compilation)
{
    // A call that could mean more methods than this, as on the base class of everything, says nothing about any of them.
    private const int MaximumTargets = 10;

    private readonly Lazy<ILookup<ISymbol, INamedTypeSymbol>> derived = new(
        () => Derived(compilation), LazyThreadSafetyMode.ExecutionAndPublication);

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

    private IEnumerable<INamedTypeSymbol> FindDerived(INamedTypeSymbol type)
    {
        var seen = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        var pending = new Queue<INamedTypeSymbol>();
        pending.Enqueue(type);
        while (pending.Count > 0)
        {
            var next = pending.Dequeue();
            if (seen.Add(next))
            {
                yield return next;
                foreach (var child in derived.Value[next])
                {
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

    private static IEnumerable<INamespaceOrTypeSymbol> Nested(INamespaceOrTypeSymbol container) =>
        container is INamespaceSymbol names ? names.GetMembers() : container.GetTypeMembers();

    private static ILookup<ISymbol, INamedTypeSymbol> Derived(Compilation compilation)
    {
        var edges = new List<(ISymbol Base, INamedTypeSymbol Type)>();
        var pending = new Stack<INamespaceOrTypeSymbol>();
        pending.Push(compilation.Assembly.GlobalNamespace);
        while (pending.Count > 0)
        {
            var container = pending.Pop();
            if (container is INamedTypeSymbol type)
            {
                if (type.BaseType is { SpecialType: SpecialType.None } baseType)
                {
                    edges.Add((baseType.OriginalDefinition, type));
                }

                edges.AddRange(type.Interfaces.Select(implemented => ((ISymbol)implemented.OriginalDefinition, type)));
            }

            foreach (var nested in Nested(container))
            {
                pending.Push(nested);
            }
        }

        return edges.ToLookup(edge => edge.Base, edge => edge.Type, (IEqualityComparer<ISymbol>)SymbolEqualityComparer.Default);
    }
}
