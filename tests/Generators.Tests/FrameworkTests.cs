using System.Collections.Generic;
using System.Linq;
using DictionaryAnalyzers.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace DictionaryAnalyzers.Generators.Tests;

/// <summary>What is generated compiles without a warning on every framework and in every language version that a consumer may have.</summary>
public sealed class FrameworkTests
{
    private const string Everything = """
        using System;
        using System.Collections.Generic;
        using DictionaryAnalyzers;

        namespace Shop
        {
            public enum State { New, Paid }
            public struct Point { public int X { get; set; } public int? Y { get; set; } }
            public class Order
            {
                public int Id { get; set; }
                public bool Paid { get; set; }
                public string Name { get; set; } = "";
                public string? Note { get; set; }
                public decimal? Price { get; set; }
                public double Weight { get; set; }
                public DateTime Time { get; set; }
                public DateTimeOffset? Later { get; set; }
                public TimeSpan Span { get; set; }
                public Guid Key { get; set; }
                public Uri? Link { get; set; }
                public byte[]? Data { get; set; }
                public State State { get; set; }
                public State? Next { get; set; }
                public Point Place { get; set; }
                public object? Any { get; set; }
                public Order? Parent { get; set; }
            }

            public class Tree { public Order?[]? Orders { get; set; } public List<Tree>? Children { get; set; } public IReadOnlyDictionary<int, Order?>? ById { get; set; } }

            [DictionaryMapper(NestedObjects = NestedObjects.Flatten, MaxDepth = 2)]
            public static partial class Mapper
            {
                public static partial Dictionary<string, object?> Objects(this Order order);
                public static partial Dictionary<string, string> Text(Order order);
                public static partial Dictionary<string, string?>? NullableText(Order? order);
                public static partial Dictionary<string, int> Numbers(Order order);
                [DictionaryMapping(NullValues = NullValues.Omit, EnumValues = EnumValues.Number, DepthLimit = DepthLimit.Throw)]
                public static partial Dictionary<string, object> NotNull(Order order);
                public static partial void CopyTo(Order order, IDictionary<string, object?> target);
                [DictionaryMapping(NestedObjects = NestedObjects.Nest, EnumValues = EnumValues.Name)]
                internal static partial Dictionary<string, object?> Nested(in Tree tree);
                [DictionaryMapping(NestedObjects = NestedObjects.Nest, DepthLimit = DepthLimit.Throw, NullValues = NullValues.Omit)]
                private static partial Dictionary<string, object?> Thrown(Tree tree);
                public static Dictionary<string, object?> Use(Tree tree) => Thrown(tree);
            }
        }
        """;

    public static TheoryData<string, LanguageVersion> Frameworks
    {
        get
        {
            var data = new TheoryData<string, LanguageVersion>();
            foreach (var framework in new[] { "net10.0", "net8.0", "netstandard2.0", "net472" })
            {
                data.Add(framework, LanguageVersion.CSharp9);
                data.Add(framework, LanguageVersion.Latest);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Frameworks))]
    public void Everything_compiles_without_a_warning(string framework, LanguageVersion version) =>
        GeneratorTest.Run(Everything, Named(framework), version);

    [Theory]
    [InlineData("net472", LanguageVersion.CSharp7_3)]
    [InlineData("netstandard2.0", LanguageVersion.CSharp7_3)]
    [InlineData("net472", LanguageVersion.CSharp8)]
    [InlineData("net8.0", LanguageVersion.CSharp8)]
    public void A_language_without_the_newer_partial_methods_has_the_copies(string framework, LanguageVersion version)
    {
        var test = GeneratorTest.Run(
            """
            using System.Collections.Generic;
            using DictionaryAnalyzers;

            public class Node { public int Id { get; set; } public string Name { get; set; } public int? Size { get; set; } public Node Parent { get; set; } public List<Node> Children { get; set; } }

            [DictionaryMapper(KeyNaming = KeyNaming.CamelCase, NullValues = NullValues.Omit, NestedObjects = NestedObjects.Nest, MaxDepth = 3, DepthLimit = DepthLimit.Throw)]
            static partial class Mapper
            {
                static partial void CopyTo(Node node, IDictionary<string, object> target);
                static partial void CopyText(Node node, IDictionary<string, string> target);
                public static void Use(Node node) { CopyTo(node, new Dictionary<string, object>()); }
            }
            """,
            Named(framework),
            version,
            NullableContextOptions.Disable);

        Assert.Equal(version >= LanguageVersion.CSharp8, test.Text.Contains("#nullable enable", System.StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(NullableContextOptions.Disable)]
    [InlineData(NullableContextOptions.Annotations)]
    [InlineData(NullableContextOptions.Warnings)]
    [InlineData(NullableContextOptions.Enable)]
    public void A_declaration_that_says_nothing_about_null_is_met_as_it_is(NullableContextOptions nullable) =>
        GeneratorTest.Run(
            """
            using System.Collections.Generic;
            using DictionaryAnalyzers;

            public class Inner { public string Name { get; set; } = ""; }
            public class Node { public string Name { get; set; } = ""; public object Any { get; set; } = ""; public Inner Inner { get; set; } = new Inner(); public Inner[] All { get; set; } = new Inner[0]; }

            [DictionaryMapper(NestedObjects = NestedObjects.Nest)]
            static partial class Mapper
            {
                public static partial Dictionary<string, object> M(Node node);
                public static partial void N(Node node, IDictionary<string, object> target);
                [DictionaryMapping(NestedObjects = NestedObjects.Keep, Exclude = new[] { "Inner", "All" })]
                public static partial Dictionary<string, string> T(Node node);
                [DictionaryMapping(NestedObjects = NestedObjects.Flatten)]
                public static partial Dictionary<string, object> F(Node node);
            }
            """,
            nullable: nullable);

    [Fact]
    public void What_may_be_null_inside_of_types_and_by_attributes_is_no_warning()
    {
        var test = GeneratorTest.Run("""
            using System;
            using System.Collections.Generic;
            using System.Diagnostics.CodeAnalysis;
            using DictionaryAnalyzers;

            public record Box<T>(T Value);
            public class X
            {
                public Box<string> Full => new("a");
                public Box<string?> Empty => new(null);
                public Box<string?>? None => null;
                [MaybeNull] public string Maybe => null!;
                public string Get { [return: MaybeNull] get => null!; }
                [AllowNull] public string Set { get => "s"; set { } }
                public List<string> Strings => new();
                public List<string?> Nullables => new();
                public Box<Box<string>> Deep => new(new("d"));
                public Box<Box<string?>?> DeepNull => new(null);
            }
            public struct P { public int A { get; set; } }
            public class S { public P P => default; }

            [DictionaryMapper(Exclude = new[] { "Strings", "Nullables" }, NestedObjects = NestedObjects.Flatten)]
            static partial class Mapper
            {
                public static partial Dictionary<string, string> Text(X x);
                [DictionaryMapping(NestedObjects = NestedObjects.Nest)]
                public static partial Dictionary<string, object?> Nested(X x);
                [DictionaryMapping(NestedObjects = NestedObjects.Keep, Exclude = new string[0])]
                public static partial Dictionary<string, List<string?>> Lists(X x);
                [DictionaryMapping(NestedObjects = NestedObjects.Keep, Exclude = new string[0])]
                public static partial Dictionary<string, IEnumerable<string>> Sequences(X x);
                [DictionaryMapping(Exclude = new string[0], MaxDepth = 1, DepthLimit = DepthLimit.Throw)]
                public static partial Dictionary<string, object?> Struct(S s);
            }

            public static class Program { public static object Run() => new object[] { Mapper.Text(new X()), Mapper.Nested(new X()), Mapper.Lists(new X()), Mapper.Sequences(new X()) }; }
            """);

        Assert.Equal(
            """[{Full.Value: "a", Set: "s", Deep.Value.Value: "d"}, {Full: {Value: "a"}, Empty: {Value: null}, None: null, Maybe: null, Get: null, Set: "s", Deep: {Value: {Value: "d"}}, DeepNull: {Value: null}}, {Strings: [], Nullables: []}, {Strings: [], Nullables: []}]""",
            Shown.Of(test.Call()));
    }

    [Fact]
    public void Two_assemblies_that_are_friends_have_the_attributes_each_for_itself()
    {
        var library = GeneratorTest.Run("""
            using System.Collections.Generic;
            using DictionaryAnalyzers;
            [assembly: System.Runtime.CompilerServices.InternalsVisibleTo("Consumer")]

            public class Node { [DictionaryKey("id")] public int Id => 1; [DictionaryIgnore] public int Hidden => 2; public Node? Parent => null; }

            [DictionaryMapper(NestedObjects = NestedObjects.Nest, MaxDepth = 2, DepthLimit = DepthLimit.Throw)]
            static partial class LibraryMapper { public static partial Dictionary<string, object?> M(Node node); }
            """).After.WithAssemblyName("Library");
        var consumer = GeneratorTest.Compile(["""
            using System.Collections.Generic;
            using DictionaryAnalyzers;

            [DictionaryMapper(NestedObjects = NestedObjects.Nest, MaxDepth = 2, DepthLimit = DepthLimit.Throw)]
            static partial class Mapper { public static partial Dictionary<string, object?> M(Node node); }
            """]).AddReferences(GeneratorTest.Image(library));

        var result = GeneratorTest.Driver().RunGenerators(consumer).GetRunResult();

        Assert.Empty(GeneratorTest.Complaints(consumer.AddSyntaxTrees(result.GeneratedTrees)));
        var text = result.Results[0].GeneratedSources.Single(source => source.HintName == "Mapper.g.cs").SourceText.ToString();
        Assert.Contains("(\"id\"", text, System.StringComparison.Ordinal);
        Assert.DoesNotContain("Hidden", text, System.StringComparison.Ordinal);
    }

    [Fact]
    public void A_project_without_mappers_gets_nothing_but_the_attributes()
    {
        var test = GeneratorTest.Run("class C { }");

        Assert.Empty(test.Mappers);
        Assert.DoesNotContain(test.Result.GeneratedTrees, tree => tree.FilePath.Contains("Exception", System.StringComparison.Ordinal));
    }

    private static ReferenceAssemblies Named(string framework) => framework switch
    {
        "net10.0" => ReferenceAssemblies.Net.Net100,
        "net8.0" => ReferenceAssemblies.Net.Net80,
        "netstandard2.0" => ReferenceAssemblies.NetStandard.NetStandard20,
        "net472" => ReferenceAssemblies.NetFramework.Net472.Default,
        _ => throw new KeyNotFoundException(framework),
    };
}
