using System.Linq;
using Microsoft.CodeAnalysis;

namespace DictionaryAnalyzers.Generators.Mapping;

/// <summary>A property or field that can be mapped.</summary>
/// <param name="Symbol">The property or field.</param>
/// <param name="Type">The type of its value.</param>
/// <param name="Cast">The interface that declares it, where the name alone would be ambiguous.</param>
/// <param name="IsByDefault">Whether it is mapped when nothing is listed: a public property that is readable.</param>
internal sealed record SourceMember(ISymbol Symbol, ITypeSymbol Type, INamedTypeSymbol? Cast, bool IsByDefault)
{
    public string Name => Symbol.Name;

    /// <summary>Whether an attribute says that it can be null, whatever its type says.</summary>
    public bool CanBeNull =>
        KnownAttributes.Find(Symbol, KnownAttributes.MaybeNull) is not null
        || (Symbol as IPropertySymbol)?.GetMethod?.GetReturnTypeAttributes().Any(attribute => TypeNames.Is(attribute.AttributeClass, KnownAttributes.MaybeNull)) == true;
}
