using System.Collections.Generic;
using System.Linq;
using DictionaryAnalyzers.Generators.Model;
using Microsoft.CodeAnalysis;

namespace DictionaryAnalyzers.Mapping;

/// <summary>A method of a mapper as a repair wants it.</summary>
/// <param name="Type">The type that is mapped.</param>
/// <param name="Entries">The members and their keys, in their order.</param>
/// <param name="Sensitive">Members that are left out because nobody should have them in a dictionary without saying so.</param>
/// <param name="OmitsNulls">Whether members that are null have no entry.</param>
/// <param name="Fills">Whether the method writes into a dictionary that is there.</param>
internal sealed record MapperWish(INamedTypeSymbol Type, IReadOnlyList<ReflectedMember> Entries, IReadOnlyList<ISymbol> Sensitive, bool OmitsNulls, bool Fills)
{
    /// <summary>Whether a method does exactly this.</summary>
    public bool IsGrantedBy(MethodModel method) =>
        method.Shape == (Fills ? MappingShape.CopyTo : MappingShape.Dictionary)
        && method.Dictionary.Values == DictionaryValues.Objects
        && method.OmitsNulls == OmitsNulls
        && (OmitsNulls || method.Dictionary.AllowsNull)
        && method.Objects.Count > 0
        && method.Objects[0].Entries.Select(entry => (entry.Name, entry.Key)).SequenceEqual(Entries.Select(entry => (entry.Member.Name, entry.Key)))
        && method.Objects[0].Entries.All(entry => entry.Value.Form == ValueForm.AsIs && entry.OmitsNull == false);
}
