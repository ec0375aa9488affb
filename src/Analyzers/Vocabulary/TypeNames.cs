using System.Linq;
using Microsoft.CodeAnalysis;

namespace DictionaryAnalyzers.Vocabulary;

/// <summary>Recognises types of the framework by their name, where a table of many is asked about and few are used.</summary>
internal static class TypeNames
{
    /// <summary>
    /// Whether <paramref name="type"/>, without its type arguments, is called <paramref name="name"/> and stands, not nested,
    /// in <paramref name="space"/>.
    /// </summary>
    public static bool IsNamed(this ITypeSymbol? type, string space, string name) =>
        type is { ContainingType: null } && type.Name == name && IsNamed(type.ContainingNamespace, space);

    /// <summary>Whether <paramref name="type"/> or one of its bases is <see cref="IsNamed(ITypeSymbol?, string, string)"/> so.</summary>
    public static bool IsOrDerivesFrom(this ITypeSymbol? type, string space, string name)
    {
        for (var candidate = type; candidate is not null; candidate = candidate.BaseType)
        {
            if (candidate.IsNamed(space, name))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether each thread has a value of its own in the field that <paramref name="member"/> is.</summary>
    public static bool IsThreadStatic(this ISymbol member) =>
        member is IFieldSymbol && member.GetAttributes().Any(attribute => attribute.AttributeClass.IsNamed("System", "ThreadStaticAttribute"));

    /// <summary>Whether <paramref name="type"/> is <paramref name="part"/>, or is made of it: a list, a pair, a view of it.</summary>
    public static bool Mentions(this ITypeSymbol? type, ITypeSymbol part) =>
        SymbolEqualityComparer.Default.Equals(type, part)
        || type is INamedTypeSymbol { TypeArguments: var arguments, ContainingType: var outer }
            && (arguments.Any(argument => argument.Mentions(part)) || outer?.Mentions(part) == true)
        || type is IArrayTypeSymbol { ElementType: var element } && element.Mentions(part);

    // Compares from the innermost part on, without making a string.
    private static bool IsNamed(INamespaceSymbol? space, string name)
    {
        var end = name.Length;
        for (; space is { IsGlobalNamespace: false }; space = space.ContainingNamespace)
        {
            var start = end - space.Name.Length;
            if (start < 0 || string.CompareOrdinal(name, start, space.Name, 0, space.Name.Length) != 0
                || (start > 0 && name[start - 1] != '.'))
            {
                return false;
            }

            end = start == 0 ? 0 : start - 1;
        }

        return end == 0;
    }
}
