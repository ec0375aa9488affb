using System;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Xunit;

namespace DictionaryAnalyzers.Tests.Smoke;

/// <summary>The package over its own source.</summary>
public class SelfTests
{
    // The parser of mappers is compiled into two assemblies; what consumers get as source is in none.
    [Theory]
    [InlineData("Analyzers", "CodeFixes", "Generators/Mapping", "Generators/Model")]
    [InlineData("Generators")]
    public async Task OwnSource_IsCleanAndTwoRunsAgree(params string[] folders)
    {
        var folder = Path.GetDirectoryName(typeof(Compilation).Assembly.Location)!;
        var references = AllAnalyzers.Modern.AddRange(
            new[] { "Microsoft.CodeAnalysis", "Microsoft.CodeAnalysis.CSharp", "Microsoft.CodeAnalysis.Workspaces", "Microsoft.CodeAnalysis.CSharp.Workspaces", "System.Composition.AttributedModel" }
                .Select(name => MetadataReference.CreateFromFile(Path.Combine(folder, name + ".dll"))));
        var trees = folders
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Root(), "src", folder), "*.cs", SearchOption.AllDirectories))
            .Where(path => !path.Split(Path.DirectorySeparatorChar).Any(folder => folder is "bin" or "obj" or "Attributes" or "Support"))
            .Order(StringComparer.Ordinal)
            .Select(path => AllAnalyzers.Parse(File.ReadAllText(path), path))
            .ToArray();
        Assert.True(trees.Length > 20);
        var compilation = AllAnalyzers.Compile(references, trees);

        // Own source that does not bind would be clean for the wrong reason.
        Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));

        var runs = await Task.WhenAll(
            Task.Run(() => AllAnalyzers.ReportAsync(compilation, CancellationToken.None)),
            Task.Run(() => AllAnalyzers.ReportAsync(compilation.Clone(), CancellationToken.None)));

        Assert.Empty(runs[0]);
        Assert.Empty(runs[1]);
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Analyzers.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new DirectoryNotFoundException("No Analyzers.sln above the tests.");
    }
}
