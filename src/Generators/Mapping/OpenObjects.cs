using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace DictionaryAnalyzers.Generators.Mapping;

/// <summary>Which types of objects lie around what is read now: does a type lead back to itself, or ever deeper?</summary>
internal sealed class OpenObjects(int maxDepth)
{
    /// <summary>Objects in objects, so deep that nobody can have meant it.</summary>
    private const int DepthLimit = 128;

    /// <summary>Generic types that are written out are nested less deep in themselves than this.</summary>
    private const int MostOfOneKind = 8;

    private readonly List<ITypeSymbol> _types = [];

    public bool AreTooDeep => _types.Count >= DepthLimit;

    public void Enter(ITypeSymbol type) => _types.Add(type);

    public void Leave() => _types.RemoveAt(_types.Count - 1);

    public bool Contain(ITypeSymbol type) => _types.Contains(type, SymbolEqualityComparer.Default);

    /// <summary>Whether a generic type leads to ever larger ones of its kind, <c>Node&lt;T&gt;</c> to <c>Node&lt;List&lt;T&gt;&gt;</c>: it is cyclic though no type comes again.</summary>
    public bool AreGrowing(ITypeSymbol type) =>
        type is INamedTypeSymbol { IsGenericType: true }
        && _types.Count(open => SymbolEqualityComparer.Default.Equals(open.OriginalDefinition, type.OriginalDefinition) && !SymbolEqualityComparer.Default.Equals(open, type))
            > Math.Max(MostOfOneKind, maxDepth);
}
