using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DictionaryAnalyzers.Benchmarks;

/// <summary>Finds what the mapper's generator finds, looks at the types and attributes of the members of what is mapped, and generates nothing: what is left is the compiler's own work.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class EmptyGenerator : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        context.RegisterPostInitializationOutput(static output =>
        {
            output.AddEmbeddedAttributeDefinition();
            output.AddSource("Attributes.g.cs", """
                namespace DictionaryAnalyzers
                {
                    internal sealed class DictionaryMapperAttribute : System.Attribute { public NestedObjects NestedObjects { get; set; } }
                    internal enum NestedObjects { Keep, Nest, Flatten }
                }
                """);
        });
        var mappers = context.SyntaxProvider.ForAttributeWithMetadataName(
            "DictionaryAnalyzers.DictionaryMapperAttribute",
            static (node, _) => node is ClassDeclarationSyntax,
            static (found, _) => ((INamedTypeSymbol)found.TargetSymbol).GetMembers().OfType<IMethodSymbol>()
                .SelectMany(method => method.Parameters).Sum(parameter => Members(parameter.Type, 2)));
        context.RegisterSourceOutput(mappers, static (_, _) => { });
    }

    private static int Members(ITypeSymbol type, int depth)
    {
        var count = 0;
        foreach (var property in type.GetMembers().OfType<IPropertySymbol>())
        {
            count += 1 + property.GetAttributes().Length + property.Type.AllInterfaces.Length;
            if (depth > 1)
            {
                count += Members(property.Type, depth - 1);
            }
        }

        return count;
    }
}
