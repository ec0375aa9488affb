using System.Threading.Tasks;
using DictionaryAnalyzers.Rules.Conversion;
using Microsoft.CodeAnalysis;
using Xunit;

namespace DictionaryAnalyzers.Tests.Rules.Conversion;

public partial class DICT302JsonRoundTripTests
{
    [Fact]
    public Task Fixes_WithAMapperBesideTheType() => FixAsync(
        """
        using System.Collections.Generic;
        using System.Text.Json;

        public sealed class Order
        {
            public int Id { get; set; }
            public string? Customer { get; set; }
        }

        public static class Program
        {
            public static Dictionary<string, object?> Values(Order order)
            {
                // by way of a text
                var json = JsonSerializer.Serialize(order);
                return [|JsonSerializer.Deserialize<Dictionary<string, object?>>(json)|]!; // all of it
            }
        }
        """,
        """
        using System.Collections.Generic;
        using System.Text.Json;
        using DictionaryAnalyzers;

        public sealed class Order
        {
            public int Id { get; set; }
            public string? Customer { get; set; }
        }

        [DictionaryMapper]
        internal static partial class OrderMapper
        {
            public static partial Dictionary<string, object?> ToDictionary(this Order order);
        }

        public static class Program
        {
            public static Dictionary<string, object?> Values(Order order)
            {
                // by way of a text
                return OrderMapper.ToDictionary(order); // all of it
            }
        }
        """);

    /// <summary>Options that only choose the names and leave nulls out are options of the mapper, too.</summary>
    [Fact]
    public Task Fixes_WithTheNamesThatTheOptionsChoose() => FixAsync(
        """
        using System.Collections.Generic;
        using System.Text.Json;
        using System.Text.Json.Serialization;

        public sealed class Order
        {
            public int OrderId { get; set; }
            [JsonPropertyName("who")] public string? CustomerName { get; set; }
        }

        public static class Program
        {
            private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

            public static Dictionary<string, object?> Values(Order order) => [|JsonSerializer.Deserialize<Dictionary<string, object?>>(JsonSerializer.Serialize(order, Options), Options)|]!;
        }
        """,
        """
        using System.Collections.Generic;
        using System.Text.Json;
        using System.Text.Json.Serialization;
        using DictionaryAnalyzers;

        public sealed class Order
        {
            public int OrderId { get; set; }
            [JsonPropertyName("who")] public string? CustomerName { get; set; }
        }

        [DictionaryMapper(KeyNaming = KeyNaming.CamelCase, NullValues = NullValues.Omit)]
        internal static partial class OrderMapper
        {
            public static partial Dictionary<string, object?> ToDictionary(this Order order);
        }

        public static class Program
        {
            private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

            public static Dictionary<string, object?> Values(Order order) => OrderMapper.ToDictionary(order);
        }
        """);

    [Fact]
    public Task FixAll_UsesOneMapper_AndKeepsNull() => FixAsync(
        """
        using System.Collections.Generic;
        using System.Text.Json;
        using System.Text.Json.Serialization;

        namespace Shop
        {
            public class Order
            {
                [JsonPropertyName("order_id")] public int Id { get; set; }
                public string? Customer { get; set; }
                [JsonIgnore] public string? Note { get; set; }
                public string? Password { get; set; }
            }
        }

        namespace Web
        {
            public static class Program
            {
                public static IDictionary<string, object?> Values(Shop.Order order) => [|JsonSerializer.SerializeToElement(order).Deserialize<IDictionary<string, object?>>()|]!;

                public static Dictionary<string, object?>? Maybe(Shop.Order? order)
                {
                    var bytes = JsonSerializer.SerializeToUtf8Bytes(order);
                    var values = [|JsonSerializer.Deserialize<Dictionary<string, object?>>(bytes)|];
                    return values;
                }
            }
        }
        """,
        """
        using System.Collections.Generic;
        using System.Text.Json;
        using System.Text.Json.Serialization;
        using DictionaryAnalyzers;
        using Shop;

        namespace Shop
        {
            public class Order
            {
                [JsonPropertyName("order_id")] public int Id { get; set; }
                public string? Customer { get; set; }
                [JsonIgnore] public string? Note { get; set; }
                public string? Password { get; set; }
            }

            [DictionaryMapper(Exclude = new[] { "Password" })]
            internal static partial class OrderMapper
            {
                public static partial Dictionary<string, object?> ToDictionary(this Order order);
            }
        }

        namespace Web
        {
            public static class Program
            {
                public static IDictionary<string, object?> Values(Shop.Order order) => OrderMapper.ToDictionary(order);

                public static Dictionary<string, object?>? Maybe(Shop.Order? order)
                {
                    var values = order is null ? null : OrderMapper.ToDictionary(order);
                    return values;
                }
            }
        }
        """);

    [Theory]

    // Options and converters; what the members become is the serializer's affair.
    [InlineData("Dictionary<string, object> M(Order o) => [|JsonSerializer.Deserialize<Dictionary<string, object>>(JsonSerializer.Serialize(o, new JsonSerializerOptions { IncludeFields = true }))|];")]
    [InlineData("Dictionary<string, object> M(Order o) => [|JsonSerializer.Deserialize<Dictionary<string, object>>(JsonSerializer.Serialize(o, new JsonSerializerOptions { Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter() } }))|];")]
    [InlineData("Dictionary<string, object> M(Order o) => [|JsonSerializer.Deserialize<Dictionary<string, object>>(JsonSerializer.Serialize(o, new JsonSerializerOptions { ReferenceHandler = System.Text.Json.Serialization.ReferenceHandler.Preserve }))|];")]
    [InlineData("Dictionary<string, object> M(Order o) => [|JsonSerializer.Deserialize<Dictionary<string, object>>(JsonSerializer.Serialize(o, new JsonSerializerOptions { PropertyNamingPolicy = JsonNamingPolicy.KebabCaseUpper }))|];")]
    [InlineData("Dictionary<string, object> M(Order o, JsonSerializerOptions options) => [|JsonSerializer.Deserialize<Dictionary<string, object>>(JsonSerializer.Serialize(o, options))|];")]
    [InlineData("private static JsonSerializerOptions Options = new(); Dictionary<string, object> M(Order o) => [|JsonSerializer.Deserialize<Dictionary<string, object>>(JsonSerializer.Serialize(o, Options))|]; static void Set() => Options = null;")]
    [InlineData("private static readonly JsonSerializerOptions Options = new(); Dictionary<string, object> M(Order o) => [|JsonSerializer.Deserialize<Dictionary<string, object>>(JsonSerializer.Serialize(o, Options))|]; static void Set() => Options.IncludeFields = true;")]
    [InlineData("private static readonly JsonSerializerOptions Options = new(); Dictionary<string, object> M(Order o) => [|JsonSerializer.Deserialize<Dictionary<string, object>>(JsonSerializer.Serialize(o), Options)|]; static object Get() => Options;")]
    [InlineData("Dictionary<string, object> M(Order o) => [|JsonSerializer.Deserialize<Dictionary<string, object>>(JsonSerializer.Serialize(o), new JsonSerializerOptions { Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter() } })|];")]
    [InlineData("Dictionary<string, object> M(Odd o) => [|JsonSerializer.Deserialize<Dictionary<string, object>>(JsonSerializer.Serialize(o))|]; public sealed class Odd { [System.Text.Json.Serialization.JsonInclude] internal int A { get; set; } public int B { get; set; } }")]
    [InlineData("Dictionary<string, object> M(Odd o) => [|JsonSerializer.Deserialize<Dictionary<string, object>>(JsonSerializer.Serialize(o))|]; public sealed class Odd : Order { public int B { get; set; } }")]

    // Other values, other dictionaries.
    [InlineData("Dictionary<string, string> M(Order o) => [|JsonSerializer.Deserialize<Dictionary<string, string>>(JsonSerializer.Serialize(o))|];")]
    [InlineData("Dictionary<string, JsonElement> M(Order o) => [|JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(JsonSerializer.Serialize(o))|];")]
    [InlineData("SortedDictionary<string, object> M(Order o) => [|JsonSerializer.Deserialize<SortedDictionary<string, object>>(JsonSerializer.Serialize(o))|];")]

    // The values are taken for JSON.
    [InlineData("int M(Order o) { var d = [|JsonSerializer.Deserialize<Dictionary<string, object>>(JsonSerializer.Serialize(o))|]; return ((JsonElement)d[\"Id\"]).GetInt32(); }")]
    [InlineData("Dictionary<string, object> V(Order o) => [|JsonSerializer.Deserialize<Dictionary<string, object>>(JsonSerializer.Serialize(o))|]; int M(Order o) => V(o)[\"Id\"] is JsonElement e ? e.GetInt32() : 0;")]

    // No type, no name, no known moment.
    [InlineData("Dictionary<string, object> M(object o) => [|JsonSerializer.Deserialize<Dictionary<string, object>>(JsonSerializer.Serialize(o))|];")]
    [InlineData("Dictionary<string, object> M(int n) => [|JsonSerializer.Deserialize<Dictionary<string, object>>(JsonSerializer.Serialize(new { n }))|];")]
    [InlineData("Dictionary<string, object> M(Order o) { var json = JsonSerializer.Serialize(o); o.Id = 3; return [|JsonSerializer.Deserialize<Dictionary<string, object>>(json)|]; }")]
    [InlineData("Dictionary<string, object> M(Order o) { var json = JsonSerializer.Serialize(o); return json == \"null\" ? null : [|JsonSerializer.Deserialize<Dictionary<string, object>>(json)|]; }")]
    [InlineData("Dictionary<string, object> M() => [|JsonSerializer.Deserialize<Dictionary<string, object>>(JsonSerializer.Serialize(Next()))|]; Order Next() => null;")]
    [InlineData("Dictionary<string, object> M(Order o) => [|JsonSerializer.SerializeToElement(o).EnumerateObject().ToDictionary(p => p.Name, p => (object)p.Value)|];")]
    public Task Fixes_NothingThatWouldDifferVisibly(string members)
    {
        var source = $$"""
            using System.Collections.Generic;
            using System.Linq;
            using System.Text.Json;

            public class Order { public int Id { get; set; } }

            public class C
            {
                {{members}}
            }
            """;
        return new MapperFixTest<DICT302JsonRoundTripAnalyzer, DICT302JsonRoundTripCodeFix>
        {
            TestCode = source,
            FixedCode = source,
            Extra = { NullableContextOptions = NullableContextOptions.Disable, OfferedEquivalenceKeys = [] },
        }.RunAsync();
    }

    private static Task FixAsync(string before, string after) =>
        new MapperFixTest<DICT302JsonRoundTripAnalyzer, DICT302JsonRoundTripCodeFix> { TestCode = before, FixedCode = after }.RunAsync();
}
