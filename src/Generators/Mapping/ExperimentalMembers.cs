using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace DictionaryAnalyzers.Generators.Mapping;

/// <summary>Which ids of experimental symbols does the code that is generated for a method use?</summary>
internal sealed class ExperimentalMembers(bool readsBack)
{
    private readonly HashSet<ISymbol> _noted = new(SymbolEqualityComparer.Default);
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);

    public IEnumerable<string> Ids => _ids.OrderBy(id => id, StringComparer.Ordinal);

    public void Note(SourceMember member)
    {
        Note(member.Symbol);
        Note(member.Type);
        if (member.Symbol is IPropertySymbol property)
        {
            Note(property.GetMethod);
            Note(readsBack ? SourceMembers.SetterOf(property) : null);
        }
    }

    /// <summary>A symbol, what it stands in, and what its type is made of.</summary>
    public void Note(ISymbol? symbol)
    {
        if (symbol is null or INamespaceSymbol || !_noted.Add(symbol))
        {
            return;
        }

        if (KnownAttributes.Find(symbol, KnownAttributes.Experimental) is { ConstructorArguments: [{ Value: string id }, ..] })
        {
            _ids.Add(id);
        }

        Note(symbol.ContainingType);
        Note((symbol as ITypeSymbol)?.ContainingAssembly);
        Note((symbol as IArrayTypeSymbol)?.ElementType);
        foreach (var argument in (symbol as INamedTypeSymbol)?.TypeArguments ?? [])
        {
            Note(argument);
        }
    }
}
