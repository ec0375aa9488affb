using System;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using DictionaryAnalyzers.Flow;
using DictionaryAnalyzers.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;
using Xunit;

namespace DictionaryAnalyzers.Tests.Vocabulary;

/// <summary>A compiled program whose marked expressions can be asked for as operations.</summary>
internal sealed class Probe
{
    private const string Usings = """
        using System;
        using System.Collections;
        using System.Collections.Concurrent;
        using System.Collections.Frozen;
        using System.Collections.Generic;
        using System.Collections.Immutable;
        using System.Collections.ObjectModel;
        using System.Collections.Specialized;
        using System.Dynamic;
        using System.Linq;
        using System.Runtime.InteropServices;
        using System.Threading.Tasks;

        """;

    private readonly ImmutableDictionary<string, ImmutableArray<TextSpan>> marks;
    private readonly SyntaxTree tree;

    private Probe(
        SyntaxTree tree, CSharpCompilation compilation, ImmutableDictionary<string, ImmutableArray<TextSpan>> marks, params (string Key, string Value)[] options)
    {
        this.tree = tree;
        this.marks = marks;
        Compilation = compilation;
        Model = CompilationModel.For(compilation, new Options(options));
    }

    public CSharpCompilation Compilation { get; }

    public CompilationModel Model { get; }

    /// <summary>Compiles types. The usings of collections are there already; what does not compile is a fault of the test.</summary>
    public static Probe OfTypes(string source, params (string Key, string Value)[] options)
    {
        TestFileMarkupParser.GetSpans(Usings + source, treatPositionIndicatorsAsCode: true, out var text, out var marks);
        var tree = CSharpSyntaxTree.ParseText(text, new CSharpParseOptions(LanguageVersion.Latest), "/0/Test0.cs");
        var compilation = Compile(ReferenceAssemblies.Net.Net100, tree);
        Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        return new Probe(tree, compilation, marks, options);
    }

    /// <summary>Compiles statements of a method with <paramref name="parameters"/>.</summary>
    public static Probe OfStatements(string parameters, string statements, string types = "") =>
        OfTypes($"#nullable disable\nclass C {{ async Task M({parameters}) {{ {statements}\n await Task.Yield(); }} }}\n{types}");

    public static CSharpCompilation Compile(ReferenceAssemblies references, params SyntaxTree[] trees) => CSharpCompilation.Create(
        "Probe", trees, references.ResolveAsync(LanguageNames.CSharp, CancellationToken.None).GetAwaiter().GetResult(),
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable));

    /// <summary>The operation of exactly the marked expression or statement.</summary>
    public IOperation Marked(string name = "", int index = 0)
    {
        var span = marks[name][index];
        var node = tree.GetRoot().FindNode(span, getInnermostNodeForTie: true);
        Assert.True(node.Span == span, $"The mark does not fit a node: '{node}'.");

        // From the root of the body down, so that every operation has its parents.
        for (var candidate = node; candidate is not null && candidate.Span == span; candidate = candidate.Parent)
        {
            if (Model.Bodies.ModelOf(tree).GetOperation(candidate) is { } operation)
            {
                return operation;
            }
        }

        throw new InvalidOperationException($"'{node}' is no operation.");
    }

    /// <summary>All operations of the marked text, those that the compiler adds included.</summary>
    public ImmutableArray<IOperation> AllMarked()
    {
        var span = marks[""][0];
        var declaration = tree.GetRoot().FindNode(span).AncestorsAndSelf().OfType<BaseMethodDeclarationSyntax>().First();
        return [.. Model.Bodies.Of(declaration, CancellationToken.None)!.Operation.DescendantsAndSelf().Where(operation => operation.Syntax.Span == span)];
    }

    /// <summary>The body of the method <paramref name="name"/> of type <paramref name="type"/>.</summary>
    public IOperation BodyOf(string name, string type = "C") =>
        Model.Bodies.Of(
            Compilation.GetTypeByMetadataName(type)!.GetMembers(name).OfType<IMethodSymbol>().Single(), CancellationToken.None)!.Operation;

    private sealed class Options((string Key, string Value)[] options) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Pairs(options);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;

        private sealed class Pairs((string Key, string Value)[] options) : AnalyzerConfigOptions
        {
            public override bool TryGetValue(string key, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value)
            {
                value = options.FirstOrDefault(option => option.Key == key).Value;
                return value is not null;
            }
        }
    }
}
