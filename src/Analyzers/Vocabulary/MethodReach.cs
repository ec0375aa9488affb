using System.Linq;
using Microsoft.CodeAnalysis;

namespace DictionaryAnalyzers.Vocabulary;

/// <summary>From where can a method be called: from the source of one type only, or from anywhere, and under another name?</summary>
internal static class MethodReach
{
    /// <summary>The type in whose source every call of <paramref name="method"/> stands; null where others can call it, or call it as something else.</summary>
    public static INamedTypeSymbol? SoleCallerOf(IMethodSymbol method) =>
        !method.ExplicitInterfaceImplementations.IsEmpty ? null
        : method.DeclaredAccessibility is Accessibility.Private ? method.ContainingType
        : method.IsOverride || method.MayBeOverridden() ? null
        : OuterOfPrivate(method.ContainingType) is { } outer && !ImplementsInterface(method) ? outer
        : null;

    /// <summary>The type around the outermost private type in which <paramref name="type"/> is nested, or which it is; null where there is none.</summary>
    public static INamedTypeSymbol? OuterOfPrivate(INamedTypeSymbol type)
    {
        INamedTypeSymbol? found = null;
        for (var candidate = type; candidate?.ContainingType is { } outer; candidate = outer)
        {
            found = candidate.DeclaredAccessibility is Accessibility.Private ? outer : found;
        }

        return found;
    }

    /// <summary>Whether a method of an interface is this one.</summary>
    public static bool ImplementsInterface(IMethodSymbol method) => method.ContainingType.AllInterfaces
        .SelectMany(implemented => implemented.GetMembers(method.Name))
        .Any(member => SymbolEqualityComparer.Default.Equals(method.ContainingType.FindImplementationForInterfaceMember(member), method));
}
