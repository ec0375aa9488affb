using BenchmarkDotNet.Attributes;
using DictionaryAnalyzers.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DictionaryAnalyzers.Benchmarks;

/// <summary>What the generator costs: everything for the first time, and again after an edit in a file that no mapper has to do with.</summary>
[MemoryDiagnoser]
public class GeneratorCost
{
    private CSharpCompilation compilation = null!;
    private CSharpCompilation edited = null!;
    private GeneratorDriver warm = null!;

    /// <summary>How many types are mapped, each with ten properties, an object, a list and a mapper of its own.</summary>
    [Params(100, 1000)]
    public int Types { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        compilation = Corpus.WithMappers(Types);
        var tree = compilation.SyntaxTrees[0];
        edited = compilation.ReplaceSyntaxTree(tree, CSharpSyntaxTree.ParseText(tree + "\nclass Added { }", (CSharpParseOptions)tree.Options, tree.FilePath));
        warm = NewDriver(new MapperGenerator()).RunGenerators(compilation);
    }

    /// <summary>A driver and a compilation that know nothing yet, and a generator that generates nothing.</summary>
    [Benchmark(Baseline = true)]
    public GeneratorDriver ColdEmpty() => NewDriver(new EmptyGenerator()).RunGenerators(compilation.Clone());

    /// <summary>The same with the mapper's generator.</summary>
    [Benchmark]
    public GeneratorDriver Cold() => NewDriver(new MapperGenerator()).RunGenerators(compilation.Clone());

    /// <summary>The keystroke: a driver that has run, a compilation in which another file has changed.</summary>
    [Benchmark]
    public GeneratorDriver AfterAnEditElsewhere() => warm.RunGenerators(edited.Clone());

    private static GeneratorDriver NewDriver(IIncrementalGenerator generator) => CSharpGeneratorDriver.Create(
        [generator.AsSourceGenerator()],
        parseOptions: new CSharpParseOptions(LanguageVersion.Latest));
}
