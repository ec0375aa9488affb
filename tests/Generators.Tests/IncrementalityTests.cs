using System.Collections.Generic;
using System.Linq;
using DictionaryAnalyzers.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace DictionaryAnalyzers.Generators.Tests;

/// <summary>Which steps are done again after which edit.</summary>
public sealed class IncrementalityTests
{
    private const string Mapped = """
        namespace Shop
        {
            public class Order { /* the number */ public int Id { get; set; } public Customer Customer { get; set; } = new Customer(); }
            public class Customer { public string Email { get; set; } = ""; }
        }
        """;

    private const string Mappers = """
        using System.Collections.Generic;
        using DictionaryAnalyzers;
        using Shop;

        [DictionaryMapper(NestedObjects = NestedObjects.Nest)]
        static partial class A { public static partial Dictionary<string, object?> M(Order order); }

        [DictionaryMapper]
        static partial class B { public static partial Dictionary<string, object?> M(Customer customer); }
        """;

    private const string Elsewhere = "class Other { int Number() => 1; }";

    /// <summary>An edit, and what becomes of the models of A and B, and of their files.</summary>
    public static TheoryData<string, string, string, string, string> Edits => new()
    {
        { "nothing", "", "", "Cached Cached", "Cached Cached" },
        { "an unrelated file", "int Number() => 1;", "int Number() => 2;", "Cached Cached", "Cached Cached" },
        { "a type added elsewhere", "class Other", "class Another { } class Other", "Cached Cached", "Cached Cached" },
        { "a comment in a mapped type", "/* the number */", "/* the id */", "Cached Cached", "Cached Cached" },
        { "a space before a mapper", "[DictionaryMapper]\n", "\n[DictionaryMapper]\n", "Cached Cached", "Cached Cached" },
        { "a member added", "public string Email", "public int Age { get; set; } public string Email", "Modified Modified", "Modified Modified" },
        { "a member renamed that one of them maps", "int Id", "int Number", "Modified Cached", "Modified Cached" },
        { "a method added to a mapped type", "public string Email", "public int Age() => 1; public string Email", "Cached Cached", "Cached Cached" },
        { "an option", "NestedObjects.Nest", "NestedObjects.Flatten", "Modified Cached", "Modified Cached" },
        { "a method added to a mapper", "M(Customer customer);", "M(Customer customer); public static partial Dictionary<string, string> T(Customer customer);", "Cached Modified", "Cached Modified" },
        { "a mapper added", "[DictionaryMapper]\n", "[DictionaryMapper] static partial class C { public static partial Dictionary<string, object?> M(Customer customer); }\n[DictionaryMapper]\n", "Cached Modified New", "Cached Modified New" },
        { "a mapper added after them", "M(Customer customer); }", "M(Customer customer); }\n[DictionaryMapper] static partial class C { public static partial Dictionary<string, object?> M(Customer customer); }", "Cached Cached New", "Cached Cached New" },
        { "a mapper removed", "[DictionaryMapper]\n", "\n", "Cached Removed", "Cached Removed" },
        { "a setter that nobody calls", "Email { get; set; }", "Email { get => \"\"; set { } }", "Cached Cached", "Cached Cached" },
        { "a type made a struct", "class Customer", "struct Customer", "Modified Modified", "Modified Modified" },
    };

    [Theory]
    [MemberData(nameof(Edits))]
    public void An_edit_reruns_what_it_concerns(string edit, string before, string after, string models, string files)
    {
        _ = edit;
        string[] sources = [Mapped, Mappers, Elsewhere];
        var compilation = GeneratorTest.Compile(sources);
        var driver = GeneratorTest.Driver().RunGenerators(compilation);
        var edited = compilation;
        for (var i = 0; i < sources.Length; i++)
        {
            var text = before.Length == 0 ? sources[i] : sources[i].Replace(before, after, System.StringComparison.Ordinal);
            var tree = compilation.SyntaxTrees[i];
            edited = text == sources[i] ? edited : edited.ReplaceSyntaxTree(tree, CSharpSyntaxTree.ParseText(text, (CSharpParseOptions)tree.Options, tree.FilePath));
        }

        Assert.Equal(before.Length == 0, edited == compilation);
        var result = driver.RunGenerators(before.Length == 0 ? compilation.Clone() : edited).GetRunResult();

        Assert.Equal(models, Reasons(result.Results[0].TrackedSteps[Steps.Mappers]));
        Assert.Equal(files, Reasons(result.Results[0].TrackedOutputSteps["SourceOutput"].Take(models.Split(' ').Length)));
    }

    [Fact]
    public void A_reference_that_is_added_reruns_nothing_that_is_written()
    {
        var compilation = GeneratorTest.Compile([Mapped, Mappers, Elsewhere]);
        var driver = GeneratorTest.Driver().RunGenerators(compilation);
        var library = CSharpCompilation.Create("Library", [CSharpSyntaxTree.ParseText("public class Library { }")], compilation.References, compilation.Options);

        var result = driver.RunGenerators(compilation.AddReferences(library.ToMetadataReference())).GetRunResult();

        Assert.Equal("Cached Cached", Reasons(result.Results[0].TrackedSteps[Steps.Mappers]));
        Incrementality.AssertNothingChanged(result);
    }

    [Fact]
    public void Another_framework_reruns_only_what_it_changes()
    {
        var compilation = GeneratorTest.Compile([Mapped, Mappers, Elsewhere]);
        var driver = GeneratorTest.Driver().RunGenerators(compilation);
        var older = GeneratorTest.Compile([Mapped, Mappers, Elsewhere], ReferenceAssemblies.Net.Net80);

        var result = driver.RunGenerators(compilation.WithReferences(older.References)).GetRunResult();

        Incrementality.AssertNothingChanged(result);
    }

    [Fact]
    public void An_older_language_writes_the_files_again()
    {
        var compilation = GeneratorTest.Compile([Mapped, Mappers, Elsewhere]);
        var driver = GeneratorTest.Driver().RunGenerators(compilation);

        var older = GeneratorTest.Compile([Mapped, Mappers, Elsewhere], languageVersion: LanguageVersion.CSharp7_3);
        var result = driver.WithUpdatedParseOptions(new CSharpParseOptions(LanguageVersion.CSharp7_3)).RunGenerators(older).GetRunResult();

        Assert.Equal("Modified", Reasons(result.Results[0].TrackedSteps[Steps.Capabilities]));
    }

    [Fact]
    public void The_search_for_what_must_not_be_kept_finds_it()
    {
        var compilation = GeneratorTest.Compile([Mapped]);
        object planted = new { Inner = new List<(int, object)> { (1, compilation.Assembly) } };

        Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => Incrementality.Walk(planted, "planted", new HashSet<object>(ReferenceEqualityComparer.Instance)));
    }

    private static string Reasons(IEnumerable<IncrementalGeneratorRunStep> steps) =>
        string.Join(" ", steps.SelectMany(step => step.Outputs).Select(output => output.Reason));
}
