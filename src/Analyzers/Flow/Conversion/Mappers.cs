using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using DictionaryAnalyzers.Generators.Mapping;
using DictionaryAnalyzers.Options;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DictionaryAnalyzers.Flow;

/// <summary>What is known of the generated mappers of a compilation: read by the parser of the generator itself, each once.</summary>
internal sealed class Mappers(Compilation compilation, INamedTypeSymbol? mapperAttribute, AnalyzerConfigOptionsProvider options)
{
    private const string MappingName = "DictionaryMapping";

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

    /// <summary>Methods of a class that is no mapper which are marked as if it were one: nobody looks at them.</summary>
    public static IEnumerable<MappingProblem> UnmarkedIn(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        // By names, before any attribute is bound. What has no name itself stands in a class that has: the block of an extension.
        if (!type.CanBeReferencedByName || !type.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax(cancellationToken) is TypeDeclarationSyntax declaration && declaration.Members.Any(IsMarked)))
        {
            return [];
        }

        return from method in type.GetMembers().OfType<IMethodSymbol>()
               let mapping = KnownAttributes.Find(method, KnownAttributes.Mapping)
               where mapping is not null
               select new MappingProblem(MappingProblemKind.ClassNotMarked, method) { Attribute = mapping };
    }

    /// <summary>Whether a place in source is one of the compilation, and not of a project that it refers to.</summary>
    public bool IsHere(Location location) => location.SourceTree is { } tree && compilation.ContainsSyntaxTree(tree);

    /// <summary>The words that the file of a mapper takes for sensitive.</summary>
    public SensitiveWords WordsIn(SyntaxTree tree) => PackageOptions.SensitiveMembers(options.GetOptions(tree)) is { } words ? new SensitiveWords(words) : SensitiveWords.Default;

    private MapperParse Read(INamedTypeSymbol type, SensitiveWords words, CancellationToken cancellationToken) =>
        MapperParser.Read(type, compilation, member => SensitiveMembers.SignOf(member, words) is not null, cancellationToken);

    private static bool IsMarked(MemberDeclarationSyntax member) =>
        member is MethodDeclarationSyntax method && method.AttributeLists.Any(list => list.Attributes.Any(attribute => attribute.Name.GetLastToken().ValueText.StartsWith(MappingName, StringComparison.Ordinal)));
}
