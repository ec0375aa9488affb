using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.Loader;
using DictionaryAnalyzers.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using Xunit;

namespace DictionaryAnalyzers.Generators.Tests;

/// <summary>
/// Runs the generator over sources. Every run is done twice and the second must find everything as it was; every value between the steps is
/// searched for what must not be kept; and what is generated must compile without a warning.
/// </summary>
internal sealed class GeneratorTest
{
    private GeneratorTest(CSharpCompilation before, CSharpCompilation after, GeneratorDriverRunResult result)
    {
        Before = before;
        After = after;
        Result = result;
    }

    /// <summary>The sources alone.</summary>
    public CSharpCompilation Before { get; }

    /// <summary>The sources with what was generated.</summary>
    public CSharpCompilation After { get; }

    public GeneratorDriverRunResult Result { get; }

    /// <summary>What was generated beside the attributes, one text a file.</summary>
    public IEnumerable<(string Name, string Text)> Mappers =>
        Result.Results.Single().GeneratedSources
            .Where(source => !source.HintName.StartsWith("Microsoft.CodeAnalysis.", StringComparison.Ordinal) && !source.HintName.StartsWith("DictionaryReader", StringComparison.Ordinal) && !source.SourceText.ToString().Contains("Microsoft.CodeAnalysis.Embedded", StringComparison.Ordinal))
            .Select(source => (source.HintName, source.SourceText.ToString()));

    /// <summary>The generated file, when there is one.</summary>
    public string Text => Assert.Single(Mappers).Text;

    /// <summary>What an expression gives in a program with these sources, as text.</summary>
    public static string Evaluate(string source, string expression) => Shown.Of(Run($$"""
        #nullable enable
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using DictionaryAnalyzers;

        {{source}}

        public static class Program
        {
            public static object? Run() => {{expression}};
        }
        """).Call());

    /// <summary>Runs the generator.</summary>
    /// <param name="source">The source.</param>
    /// <param name="references">The framework.</param>
    /// <param name="languageVersion">The language.</param>
    /// <param name="nullable">What is said of null.</param>
    /// <param name="mustCompile">Whether the result has to compile without a warning.</param>
    /// <param name="unseen">What another generator adds, which this one does not see.</param>
    /// <param name="libraries">Further references.</param>
    public static GeneratorTest Run(
        string source,
        ReferenceAssemblies? references = null,
        LanguageVersion languageVersion = LanguageVersion.Latest,
        NullableContextOptions nullable = NullableContextOptions.Enable,
        bool mustCompile = true,
        string? unseen = null,
        params MetadataReference[] libraries)
    {
        var before = Compile([source], references, languageVersion, nullable).AddReferences(libraries);
        var driver = Driver(languageVersion).RunGenerators(before);
        var first = driver.GetRunResult();
        Assert.Empty(first.Diagnostics);
        Assert.All(first.Results, result => Assert.Null(result.Exception));

        var second = driver.RunGenerators(before.Clone()).GetRunResult();
        Incrementality.AssertNothingChanged(second);
        Incrementality.AssertKeepsNothing(first);

        var after = before.AddSyntaxTrees(first.GeneratedTrees);
        if (unseen is not null)
        {
            after = after.AddSyntaxTrees(CSharpSyntaxTree.ParseText(unseen, new CSharpParseOptions(languageVersion), path: "Unseen.cs"));
        }

        if (mustCompile)
        {
            Assert.Empty(Complaints(after));
        }

        return new GeneratorTest(before, after, first);
    }

    /// <summary>What the compiler says of it, hidden things aside.</summary>
    public static IEnumerable<string> Complaints(CSharpCompilation compilation) =>
        compilation.GetDiagnostics()
            .Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)
            .Select(diagnostic => $"{diagnostic.Id} {diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture)}: {diagnostic.Location.SourceTree?.GetText().Lines[diagnostic.Location.GetLineSpan().StartLinePosition.Line]}");

    public static GeneratorDriver Driver(LanguageVersion languageVersion = LanguageVersion.Latest) => CSharpGeneratorDriver.Create(
        [new MapperGenerator().AsSourceGenerator()],
        parseOptions: new CSharpParseOptions(languageVersion),
        driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    public static CSharpCompilation Compile(
        IReadOnlyList<string> sources, ReferenceAssemblies? references = null, LanguageVersion languageVersion = LanguageVersion.Latest, NullableContextOptions nullable = NullableContextOptions.Enable)
    {
        var parse = new CSharpParseOptions(languageVersion);
        return CSharpCompilation.Create(
            "Consumer",
            sources.Select((source, i) => CSharpSyntaxTree.ParseText(source, parse, path: $"Source{i}.cs")),
            (references ?? ReferenceAssemblies.Net.Net100).ResolveAsync(null, default).GetAwaiter().GetResult(),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: nullable, warningLevel: 9999, allowUnsafe: true, optimizationLevel: OptimizationLevel.Release));
    }

    /// <summary>A compilation as the assembly that it becomes, or that others are compiled against.</summary>
    public static MetadataReference Image(CSharpCompilation compilation, bool isReferenceAssembly = false)
    {
        using var image = new MemoryStream();
        var emitted = compilation.Emit(image, options: new EmitOptions(metadataOnly: isReferenceAssembly, includePrivateMembers: !isReferenceAssembly));
        Assert.Empty(emitted.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        return MetadataReference.CreateFromImage(image.ToArray());
    }

    /// <summary>Loads the compiled sources and calls a static method of theirs without arguments, which is where the test proper is.</summary>
    public object? Call(string type = "Program", string method = "Run") => Method(type, method)(null);

    /// <summary>Loads the compiled sources and gives a static method of theirs.</summary>
    public Func<object?[]?, object?> Method(string type, string method)
    {
        using var image = new MemoryStream();
        var emitted = After.Emit(image);
        Assert.Empty(emitted.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        image.Position = 0;
        var context = new AssemblyLoadContext("consumer", isCollectible: true);
        var assembly = context.LoadFromStream(image);
        var found = assembly.GetType(type, throwOnError: true)!.GetMethod(method, BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)!;
        return arguments => found.Invoke(null, BindingFlags.DoNotWrapExceptions, binder: null, arguments, culture: null);
    }
}
