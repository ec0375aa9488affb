using System;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using Xunit;

namespace DictionaryAnalyzers.Generators.Tests;

/// <summary>The examples of docs/mapper.md give what the guide says they give.</summary>
public sealed partial class GuideTests
{
    /// <summary>The options, the signature and what stands below them.</summary>
    public static TheoryData<string, string, string> Examples()
    {
        var data = new TheoryData<string, string, string>();
        foreach (Match example in Example().Matches(Guide()))
        {
            var signature = example.Groups["signature"].Value;
            data.Add(example.Groups["options"].Value, signature.Length > 0 ? signature.Trim() : "public static partial Dictionary<string, object?> M(Order order);", example.Groups["result"].Value);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void An_example_gives_what_stands_below_it(string options, string signature, string result)
    {
        var sample = Sample().Match(Guide()).Groups["code"].Value;
        Assert.Equal(result, GeneratorTest.Evaluate(
            $$"""
            {{sample}}

            [DictionaryMapper{{options}}]
            static partial class Mapper
            {
                {{signature}}
                public static object? Try(Func<object?> call) { try { return call(); } catch (InvalidOperationException exception) { return exception; } }
            }
            """,
            signature.Contains("Person", StringComparison.Ordinal)
                ? "Mapper.Try(() => Mapper.M(new Person { Boss = new Person { Name = \"Bob\", Boss = new Person { Name = \"Ann\" } } }))"
                : "Mapper.M(new Order())"));
    }

    [Fact]
    public void Every_option_has_an_example_without_it_and_one_with_it()
    {
        var examples = Examples().Select(row => (string)row[0]).ToArray();

        foreach (var option in new[] { "Include", "Exclude", "KeyNaming", "NestedObjects", "Separator", "NullValues", "EnumValues", "MaxDepth", "DepthLimit" })
        {
            Assert.Contains(examples, options => options.Contains(option + " =", StringComparison.Ordinal));
            Assert.Contains(examples, options => !options.Contains(option + " =", StringComparison.Ordinal));
        }
    }

    private static string Guide()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Analyzers.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests do not run inside the repository.");
        }

        return File.ReadAllText(Path.Combine(folder.FullName, "docs", "mapper.md")).ReplaceLineEndings("\n");
    }

    [GeneratedRegex(@"^\[DictionaryMapper(?<options>.*)\]\n(?<signature>public static partial .*\n)?// (?<result>.*)$", RegexOptions.Multiline)]
    private static partial Regex Example();

    [GeneratedRegex(@"<!-- sample -->\n```csharp\n(?<code>[\s\S]*?)```")]
    private static partial Regex Sample();
}
