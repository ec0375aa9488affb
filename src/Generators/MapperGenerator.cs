using System.Linq;
using System.Text;
using System.Threading;
using DictionaryAnalyzers.Generators.Emitting;
using DictionaryAnalyzers.Generators.Mapping;
using DictionaryAnalyzers.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace DictionaryAnalyzers.Generators;

/// <summary>
/// Generates the partial methods of classes that are marked [DictionaryMapper]. It reports nothing: the analyzers say
/// why a method is not generated.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class MapperGenerator : IIncrementalGenerator
{
    /// <inheritdoc />
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        context.RegisterPostInitializationOutput(static output =>
        {
            output.AddEmbeddedAttributeDefinition();
            foreach (var (hintName, text) in ConsumerSources.AllAttributes())
            {
                output.AddSource(hintName, text);
            }
        });

        var mappers = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                KnownAttributes.Mapper,
                static (node, _) => node is ClassDeclarationSyntax,
                static (found, cancellationToken) => Read(found, cancellationToken))
            .WithTrackingName(Steps.Read)
            .Where(static model => model is not null)
            .Select(static (model, _) => model!)
            .WithTrackingName(Steps.Mappers);

        var capabilities = context.ParseOptionsProvider
            .Select(static (options, _) => new Capabilities(options is CSharpParseOptions { LanguageVersion: >= LanguageVersion.CSharp8 }))
            .WithTrackingName(Steps.Capabilities);

        // Names of files must differ by more than case. That two mappers do not is so rare that nothing else should look odd for it.
        var alike = mappers
            .Select(static (model, _) => model.HintName)
            .Collect()
            .Select(static (names, _) => FileNames.Alike(names))
            .WithTrackingName(Steps.FileNames);

        context.RegisterSourceOutput(mappers.Combine(capabilities).Combine(alike), static (output, input) =>
        {
            var (mapper, able) = input.Left;
            output.AddSource(FileNames.Of(mapper.HintName, input.Right), SourceText.From(MapperEmitter.Emit(mapper, able), Encoding.UTF8));
        });

        var support = mappers
            .Select(static (model, _) => SupportNeeds.Of(model))
            .Collect()
            .Select(static (needs, _) => needs.Aggregate(SupportModel.None, static (all, one) => all.And(one)))
            .WithTrackingName(Steps.Support);
        context.RegisterSourceOutput(support, static (output, needs) =>
        {
            foreach (var type in needs.Types)
            {
                output.AddSource(ConsumerSources.FileOf(type), ConsumerSources.TextOf(type));
            }
        });
    }

    private static MapperModel? Read(GeneratorAttributeSyntaxContext found, CancellationToken cancellationToken) =>
        found.TargetSymbol is INamedTypeSymbol mapper
            // Marked twice is an error of the compiler's; it is generated once all the same.
            && KnownAttributes.Find(mapper, KnownAttributes.Mapper)?.ApplicationSyntaxReference is { } first
            && found.TargetNode.Span.Contains(first.Span) && first.SyntaxTree == found.TargetNode.SyntaxTree
            ? MapperParser.Read(mapper, found.SemanticModel.Compilation, isSensitive: null, cancellationToken).Model
            : null;
}
