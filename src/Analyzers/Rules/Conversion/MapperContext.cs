using System.Collections.Generic;
using System.Linq;
using System.Threading;
using DictionaryAnalyzers.Flow;
using DictionaryAnalyzers.Generators.Mapping;
using DictionaryAnalyzers.Generators.Model;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DictionaryAnalyzers.Rules.Conversion;

/// <summary>The mapper that rules speak of, and where in its source a problem stands.</summary>
internal sealed class MapperContext(INamedTypeSymbol mapper, MapperModel? model, Mappers mappers, CancellationToken cancellationToken)
{
    private const int MostTold = 3;
    private const string MapperAttribute = "DictionaryMapperAttribute";

    /// <summary>The words that are sensitive in the file of the mapper.</summary>
    public SensitiveWords Words(MappingProblem problem) => mappers.WordsIn(PlaceOf(problem).SourceTree!);

    /// <summary>The name of the method that a problem concerns, or of the class where it concerns all of it.</summary>
    public Location PlaceOf(MappingProblem problem) =>
        problem.Subject is IMethodSymbol { Locations: [{ IsInSource: true } location, ..] } ? location : Name();

    /// <summary>The element of a list, or the argument, that a problem is about; else as <see cref="PlaceOf"/>.</summary>
    public Location ArgumentOf(MappingProblem problem) =>
        Written(problem) is { } expression ? expression.GetLocation() : PlaceOf(problem);

    /// <summary>Where the member that a problem is about is declared; null where that is in another project.</summary>
    public Location? DeclarationOf(MappingProblem problem) => problem.Member?.Locations.FirstOrDefault(mappers.IsHere);

    /// <summary>The method that a problem concerns, or the class where it lies in what that says for all of its methods.</summary>
    public string NameOf(MappingProblem problem) => IsOfClass(problem) ? mapper.Name : problem.Subject.Name;

    /// <summary>What comes of a problem that keeps something from being generated.</summary>
    public static string ConsequenceOf(MappingProblem problem) => IsOfClass(problem) ? "no method of the class is generated" : "the method is not generated";

    /// <summary>Where the class says what becomes of nested objects, when the method itself says nothing of it.</summary>
    public Location? AskedByClass(ISymbol method) =>
        KnownAttributes.Argument(KnownAttributes.Find(method, KnownAttributes.Mapping), nameof(MapperOptions.NestedObjects)) is null
        && KnownAttributes.Find(mapper, KnownAttributes.Mapper)?.ApplicationSyntaxReference is { } reference
            ? Location.Create(reference.SyntaxTree, reference.Span)
            : null;

    /// <summary>Whether a problem lies in what the class says for all of its methods.</summary>
    public static bool IsOfClass(MappingProblem problem) => problem.Attribute?.AttributeClass?.Name == MapperAttribute;

    /// <summary>A type as a message names it.</summary>
    public static string Display(ITypeSymbol? type) => type?.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat) ?? string.Empty;

    /// <summary>The paths of all that a method maps; none where that is not known, or has no end.</summary>
    public IEnumerable<string> MappedBy(ISymbol method)
    {
        if (method is not IMethodSymbol declared || model is null)
        {
            return [];
        }

        var signature = Signatures.Of(declared, cancellationToken);
        return model.Methods.FirstOrDefault(candidate => candidate.Signature == signature) is { } mapped ? MappedPaths.Of(mapped) : [];
    }

    /// <summary>Several faults in one sentence, at most three of them.</summary>
    public static string Enumerated(IEnumerable<string> faults)
    {
        var all = faults.Distinct().ToArray();
        var told = all.Take(all.Length > MostTold ? MostTold - 1 : MostTold).ToList();
        if (told.Count < all.Length)
        {
            told.Add($"{all.Length - told.Count} more");
        }

        return told.Count == 1 ? told[0] : string.Join("; ", told.Take(told.Count - 1)) + "; and " + told[told.Count - 1];
    }

    private ExpressionSyntax? Written(MappingProblem problem)
    {
        if (problem.Attribute?.ApplicationSyntaxReference?.GetSyntax(cancellationToken) is not AttributeSyntax { ArgumentList: { } list }
            || list.Arguments.FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.ValueText == problem.Argument)?.Expression is not { } value)
        {
            return null;
        }

        var elements = value switch
        {
            CollectionExpressionSyntax collection => collection.Elements.Select(element => (element as ExpressionElementSyntax)?.Expression).ToArray(),
            ImplicitArrayCreationExpressionSyntax array => [.. array.Initializer.Expressions],
            ArrayCreationExpressionSyntax { Initializer: { } initializer } => [.. initializer.Expressions],
            _ => [],
        };
        return problem.Element >= 0 && problem.Element < elements.Length ? elements[problem.Element] : value;
    }

    // Of the declaration that has the attribute, where there are several.
    private Location Name()
    {
        var attribute = KnownAttributes.Find(mapper, KnownAttributes.Mapper)?.ApplicationSyntaxReference?.GetSyntax(cancellationToken);
        return attribute?.FirstAncestorOrSelf<TypeDeclarationSyntax>()?.Identifier.GetLocation() ?? mapper.Locations[0];
    }
}
