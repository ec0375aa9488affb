using System;
using System.IO;
using System.Text.RegularExpressions;
using Xunit;

namespace DictionaryAnalyzers.Generators.Tests;

/// <summary>A generated file a shape, as a person reads it. With UPDATE=1 in the environment the files are written anew: look at what changed.</summary>
public sealed class GoldenTests
{
    private const string Types = """
        using System;
        using System.Collections.Generic;
        using DictionaryAnalyzers;

        namespace Shop;

        public enum State { New, Paid }
        public class Order { public int Id { get; set; } public string? Note { get; set; } public DateTime Time { get; set; } public State State { get; set; } public Customer? Customer { get; set; } }
        public class Customer { public string Email { get; set; } = ""; public List<Order> Orders { get; set; } = []; }

        """;

    [Theory]
    [InlineData("Dictionary", """
        [DictionaryMapper(Exclude = new[] { "Customer" }, KeyNaming = KeyNaming.CamelCase, EnumValues = EnumValues.Name)]
        public static partial class OrderMapper
        {
            public static partial Dictionary<string, object?> ToDictionary(this Order order);
            [DictionaryMapping(NullValues = NullValues.Omit)]
            public static partial void CopyTo(this Order order, IDictionary<string, object?> target);
        }
        """)]
    [InlineData("Text", """
        [DictionaryMapper(Include = new[] { "Id", "Note", "Time", "State", "Customer.Email" })]
        public static partial class OrderMapper { public static partial Dictionary<string, string> ToText(this Order order); }
        """)]
    [InlineData("Nested", """
        [DictionaryMapper(NestedObjects = NestedObjects.Nest, MaxDepth = 4, DepthLimit = DepthLimit.Throw)]
        public static partial class OrderMapper { public static partial Dictionary<string, object?> ToTree(this Order order); }
        """)]
    [InlineData("View", """
        [DictionaryMapper(NestedObjects = NestedObjects.Nest, MaxDepth = 4, NullValues = NullValues.Omit)]
        public static partial class OrderMapper { public static partial IReadOnlyDictionary<string, object?> AsDictionary(this Order order); }
        """)]
    [InlineData("FromDictionary", """
        [DictionaryMapper(NestedObjects = NestedObjects.Nest, MaxDepth = 4)]
        internal static partial class OrderMapper
        {
            public static partial Order FromDictionary(IReadOnlyDictionary<string, object?> values);
            public static partial bool TryFromDictionary(IReadOnlyDictionary<string, object?> values, out Order? order, out IReadOnlyList<DictionaryMappingError> errors);
        }
        """)]
    public void The_generated_file_reads_like_this(string name, string mapper)
    {
        // The version of the assembly changes with every release.
        var text = Regex.Replace(GeneratorTest.Run(Types + mapper).Text, """(GeneratedCode\("[^"]*", ")[^"]*""", "$1VERSION");
        var file = Path.Combine(Folder(), name + ".txt");
        if (Environment.GetEnvironmentVariable("UPDATE") == "1")
        {
            File.WriteAllText(file, text);
        }

        Assert.Equal(File.ReadAllText(file), text);
    }

    private static string Folder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Analyzers.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests do not run inside the repository.");
        }

        return Path.Combine(folder.FullName, "tests", "Generators.Tests", "Golden");
    }
}
