using System.Collections.Generic;
using Xunit;

namespace DictionaryAnalyzers.Generators.Tests;

public sealed class DictionaryTests
{
    [Fact]
    public void A_dictionary_has_the_public_properties()
    {
        var test = GeneratorTest.Run("""
            using System.Collections.Generic;
            using DictionaryAnalyzers;

            public class Order
            {
                public int Id { get; set; }
                public string? Name { get; set; }
                public decimal? Price { get; init; }
                public static int Count { get; set; }
                public int this[int index] => index;
                internal int Hidden { get; set; }
                public int WriteOnly { set { } }
                public int Field;
            }

            [DictionaryMapper]
            public static partial class Mapper
            {
                public static partial Dictionary<string, object?> ToDictionary(this Order order);
            }

            public static class Program
            {
                public static Dictionary<string, object?> Run() => new Order { Id = 1, Price = 2.5m }.ToDictionary();
            }
            """);

        Assert.Equal(new Dictionary<string, object?> { ["Id"] = 1, ["Name"] = null, ["Price"] = 2.5m }, test.Call());
    }

    [Fact]
    public void Copying_overwrites_and_adds()
    {
        var test = GeneratorTest.Run("""
            using System.Collections.Generic;
            using DictionaryAnalyzers;

            public readonly record struct Point(int X, int Y);

            [DictionaryMapper(KeyNaming = KeyNaming.CamelCase)]
            static partial class Mapper
            {
                internal static partial void CopyTo(in Point point, IDictionary<string, object?> target);
            }

            public static class Program
            {
                public static Dictionary<string, object?> Run()
                {
                    var target = new Dictionary<string, object?> { ["x"] = "old", ["z"] = 3 };
                    Mapper.CopyTo(new Point(1, 2), target);
                    return target;
                }
            }
            """);

        Assert.Equal(new Dictionary<string, object?> { ["x"] = 1, ["y"] = 2, ["z"] = 3 }, test.Call());
    }
}
