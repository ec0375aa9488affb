using System.Collections.Immutable;
using System.Linq;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;

namespace DictionaryAnalyzers.Retyping;

/// <summary>
/// Which part of a dictionary a declared type carries, told from the signature alone: in <c>GetOrAdd(TKey, Func&lt;TKey, TValue&gt;)</c>
/// every type parameter has a role, and so has whatever is made of them. So no method needs to be known by name.
/// </summary>
internal sealed class ElementRoles
{
    private readonly ImmutableArray<(ITypeParameterSymbol Parameter, ElementRole Role)> parameters;
    private readonly Translation translation;

    private ElementRoles(Translation translation, ImmutableArray<(ITypeParameterSymbol Parameter, ElementRole Role)> parameters)
    {
        this.translation = translation;
        this.parameters = parameters;
    }

    /// <summary>The roles in the members of a dictionary type with a key and a value parameter.</summary>
    public static ElementRoles? OfMembers(Translation translation, INamedTypeSymbol type) =>
        type.OriginalDefinition.TypeParameters is [var key, var value]
            ? new ElementRoles(translation, [(key, ElementRole.Key), (value, ElementRole.Value)])
            : null;

    /// <summary>The roles in an extension method that is given something with the role <paramref name="receiver"/> as its first argument.</summary>
    public static ElementRoles? OfExtension(Translation translation, IMethodSymbol method, ElementRole receiver)
    {
        if (method.OriginalDefinition.Parameters is not [{ Type: INamedTypeSymbol source }, ..])
        {
            return null;
        }

        var element = receiver switch
        {
            ElementRole.Map or ElementRole.Pairs => ElementRole.Pair,
            ElementRole.Values => ElementRole.Value,
            ElementRole.Keys => ElementRole.Key,
            _ => ElementRole.None,
        };
        return (source.TypeArguments, element) switch
        {
            (_, ElementRole.None) => null,
            ([ITypeParameterSymbol only], _) => new ElementRoles(translation, [(only, element)]),
            ([ITypeParameterSymbol key, ITypeParameterSymbol value], ElementRole.Pair) => new ElementRoles(translation, [(key, ElementRole.Key), (value, ElementRole.Value)]),
            _ => null,
        };
    }

    /// <summary>The role of a type of the original definition; null where it carries something that changes in a way that nobody can translate.</summary>
    public ElementRole? Of(ITypeSymbol type) => type switch
    {
        ITypeParameterSymbol parameter => parameters.FirstOrDefault(known => SymbolEqualityComparer.Default.Equals(known.Parameter, parameter)).Role,
        IArrayTypeSymbol { Rank: 1 } array => SequenceOf(Of(array.ElementType)),
        INamedTypeSymbol { TypeArguments: [var key, var value] } pair when pair.IsNamed("System.Collections.Generic", "KeyValuePair") =>
            (Of(key), Of(value)) switch
            {
                (ElementRole.Key, ElementRole.Value) => ElementRole.Pair,
                _ => MentionsChange(type) ? null : ElementRole.None,
            },
        INamedTypeSymbol { TypeArguments: [var element] } sequence when IsSequence(sequence) => SequenceOf(Of(element)),
        _ => MentionsChange(type) ? null : ElementRole.None,
    };

    /// <summary>Whether a type is made with a type parameter whose meaning changes.</summary>
    public bool MentionsChange(ITypeSymbol? type) => type switch
    {
        ITypeParameterSymbol parameter => translation.Changes(Of(parameter) ?? ElementRole.None),
        IArrayTypeSymbol array => MentionsChange(array.ElementType),
        IPointerTypeSymbol pointer => MentionsChange(pointer.PointedAtType),
        INamedTypeSymbol named => named.TypeArguments.Any(MentionsChange) || MentionsChange(named.ContainingType),
        _ => false,
    };

    private static bool IsSequence(INamedTypeSymbol type) =>
        type.OriginalDefinition.SpecialType is SpecialType.System_Collections_Generic_IEnumerable_T
        || type.AllInterfaces.Any(implemented => implemented.OriginalDefinition.SpecialType is SpecialType.System_Collections_Generic_IEnumerable_T);

    private static ElementRole? SequenceOf(ElementRole? element) => element switch
    {
        ElementRole.None => ElementRole.None,
        ElementRole.Key => ElementRole.Keys,
        ElementRole.Value => ElementRole.Values,
        ElementRole.Pair => ElementRole.Pairs,
        _ => null,
    };
}
