using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Flow;

/// <summary>A dictionary of which everything is known that is ever done with it, and all of it names members by constants.</summary>
internal sealed class FixedDictionary(StringComparer comparer)
{
    /// <summary>Where it is made.</summary>
    public List<IObjectCreationOperation> Creations { get; } = [];

    /// <summary>The locals, parameters and methods that hold or give it.</summary>
    public HashSet<ISymbol> Carriers { get; } = new(SymbolEqualityComparer.Default);

    /// <summary>What is done with its members.</summary>
    public List<FixedUse> Uses { get; } = [];

    /// <summary>The expressions that denote it by way of another type: <c>(Dictionary&lt;string, object&gt;)d["inner"]</c>.</summary>
    public List<IOperation> Views { get; } = [];

    /// <summary>The members that are such dictionaries themselves.</summary>
    public Dictionary<string, FixedDictionary> Nested { get; } = new(comparer);

    /// <summary>How names of members are compared.</summary>
    public StringComparer Comparer => comparer;

    /// <summary>Whether a variable or result may hold null instead.</summary>
    public bool MayBeNull { get; set; }

    /// <summary>The names of the members, in the order in which they are first set.</summary>
    public IEnumerable<string> Keys => Uses
        .Where(use => use.Kind is FixedUseKind.Fill or FixedUseKind.Write)
        .OrderBy(use => use.Operation.Syntax.SyntaxTree == Creations[0].Syntax.SyntaxTree ? 0 : 1)
        .ThenBy(use => use.Operation.Syntax.SpanStart)
        .Select(use => use.Key)
        .Distinct(comparer);

    /// <summary>This one and those within it.</summary>
    public IEnumerable<FixedDictionary> All => Nested.Values.SelectMany(inner => inner.All).Prepend(this);
}
