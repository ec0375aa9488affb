using System.Collections.Concurrent;
using System.Threading;
using DictionaryAnalyzers.Generators.Mapping;
using DictionaryAnalyzers.Options;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DictionaryAnalyzers.Flow;

/// <summary>What is known of the generated mappers of a compilation: read by the parser of the generator itself, each once.</summary>
internal sealed class Mappers(Compilation compilation, INamedTypeSymbol? mapperAttribute, AnalyzerConfigOptionsProvider options)
{
    private readonly ConcurrentDictionary<ISymbol, MapperParse> known = new(SymbolEqualityComparer.Default);

    /// <summary>Whether the generator runs on the compilation: it has put its attributes there.</summary>
    public bool CanExist => mapperAttribute is not null;

    /// <summary>What the parser says of <paramref name="type"/>; null for a type that is no mapper.</summary>
    public MapperParse? Of(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        foreach (var attribute in type.GetAttributes())
        {
            if (SymbolEqualityComparer.Default.Equals(attribute.AttributeClass, mapperAttribute) && attribute.ApplicationSyntaxReference is { SyntaxTree: var tree })
            {
                return known.TryGetValue(type, out var parse) ? parse : known.GetOrAdd(type, Read(type, WordsIn(tree), cancellationToken));
            }
        }

        return null;
    }

    /// <summary>The words that the file of a mapper takes for sensitive.</summary>
    public SensitiveWords WordsIn(SyntaxTree tree) => PackageOptions.SensitiveMembers(options.GetOptions(tree)) is { } words ? new SensitiveWords(words) : SensitiveWords.Default;

    private MapperParse Read(INamedTypeSymbol type, SensitiveWords words, CancellationToken cancellationToken) =>
        MapperParser.Read(type, compilation, member => SensitiveMembers.SignOf(member, words) is not null, cancellationToken);
}
