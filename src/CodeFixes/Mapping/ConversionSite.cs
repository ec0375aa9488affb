using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DictionaryAnalyzers.Mapping;

/// <summary>A conversion that a mapper can take the place of, as it is written.</summary>
/// <param name="Source">The object that is converted.</param>
/// <param name="List">The list of members, with the filters on its way.</param>
/// <param name="Key">The expression of the key.</param>
internal sealed record ConversionSite(IOperation Source, IOperation List, IOperation Key)
{
    /// <summary>The expression that makes the dictionary; null where a loop fills one.</summary>
    public ExpressionSyntax? Expression { get; init; }

    /// <summary>What a list of pairs is made of the dictionary with: <c>.ToList()</c>; empty where the dictionary itself is meant.</summary>
    public string Copying { get; init; } = string.Empty;

    /// <summary>The comparer that the expression gives to the dictionary.</summary>
    public ExpressionSyntax? Comparer { get; init; }

    /// <summary>The loop that fills a dictionary.</summary>
    public StatementSyntax? Loop { get; init; }

    /// <summary>The dictionary, or the list of pairs, that the loop fills.</summary>
    public ExpressionSyntax? Target { get; init; }

    /// <summary>Whether the loop fills a list of pairs.</summary>
    public bool AddsPairs { get; init; }

    /// <summary>The creation of this dictionary, right before the loop, where it says nothing that has to be kept.</summary>
    public ExpressionSyntax? Creation { get; init; }

    /// <summary>What the loop asks of a member: those for which it is not so are passed over.</summary>
    public IReadOnlyList<(IOperation Test, bool Expected)> Tests { get; init; } = [];

    /// <summary>Whether members that are null have no entry.</summary>
    public bool OmitsNulls { get; init; }
}
