using System.Threading.Tasks;
using DictionaryAnalyzers.Generators;
using DictionaryAnalyzers.Rules.Conversion;
using DictionaryAnalyzers.Testing.Running;
using Xunit;

namespace DictionaryAnalyzers.Proofs.Rules.Conversion;

// Thousands of objects become the same dictionaries, entry by entry and in the same order, as they became by way of JSON.
public class DICT302JsonRoundTripProofs
{
    [Theory]
    [InlineData("static Dictionary<string, object?> Convert(Sample o) => JsonSerializer.Deserialize<Dictionary<string, object?>>(JsonSerializer.Serialize(o))!;")]
    [InlineData("static Dictionary<string, object?> Convert(Sample o) => JsonSerializer.Deserialize<Dictionary<string, object?>>(JsonSerializer.SerializeToUtf8Bytes(o))!;")]
    [InlineData("static IDictionary<string, object?> Convert(Sample o) => JsonSerializer.SerializeToElement(o).Deserialize<Dictionary<string, object?>>()!;")]
    [InlineData("static IDictionary<string, object?> Convert(Sample o) => JsonSerializer.SerializeToNode(o).Deserialize<IDictionary<string, object?>>()!;")]
    [InlineData("static Dictionary<string, object?>? Convert(Sample? o)\n{\n    var json = JsonSerializer.Serialize(o);\n    return JsonSerializer.Deserialize<Dictionary<string, object?>>(json);\n}")]
    [InlineData("static Dictionary<string, object?> Convert(Sample o)\n{\n    using var document = JsonSerializer.SerializeToDocument(o);\n    var root = document.RootElement;\n    var map = root.Deserialize<Dictionary<string, object?>>()!;\n    map[\"more\"] = 1;\n    return map;\n}")]
    [InlineData("static Dictionary<string, object?> Convert(Sample o) => JsonSerializer.Deserialize<Dictionary<string, object?>>(JsonSerializer.Serialize(o, Options), Options)!; private static readonly JsonSerializerOptions Options = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };")]
    [InlineData("static Dictionary<string, object?> Convert(Sample o) => JsonSerializer.Deserialize<Dictionary<string, object?>>(JsonSerializer.Serialize(o, JsonSerializerOptions.Web))!;")]
    [InlineData("static Dictionary<string, object?> Convert(Sample o)\n{\n    var options = new JsonSerializerOptions(JsonSerializerDefaults.Web) { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, WriteIndented = true };\n    return JsonSerializer.SerializeToElement(o, options).Deserialize<Dictionary<string, object?>>(options)!;\n}")]
    public Task Mapper_OfAKnownType(string method) => Proof
        .Of<DICT302JsonRoundTripAnalyzer, DICT302JsonRoundTripCodeFix>(
            $$"""
            using System;
            using System.Collections.Generic;
            using System.Linq;
            using System.Text.Json;
            using System.Text.Json.Serialization;

            var random = new Random(4711);
            for (var number = 0; number < 2000; number++)
            {
                var sample = new Sample
                {
                    Text = random.Next(4) == 0 ? null : new string((char)random.Next('!', '~'), random.Next(5)),
                    Number = random.Next(int.MinValue, int.MaxValue),
                    Maybe = random.Next(2) == 0 ? null : random.Next(10),
                    Long = random.NextInt64(),
                    Amount = new decimal(random.Next()) / 100,
                    Flag = random.Next(2) == 0,
                    Field = number,
                };
                Console.WriteLine(string.Join("; ", Program.Convert(sample)!.Select(pair => FormattableString.Invariant($"{pair.Key}={pair.Value}"))));
            }

            partial class Program
            {
                public {{method}}
            }

            public sealed class Sample
            {
                public string? Text { get; set; }
                public int Number { get; set; }
                public int? Maybe { get; set; }
                [JsonPropertyName("a-long")] public long Long { get; set; }
                public decimal Amount { get; set; }
                public bool Flag { get; set; }
                [JsonIgnore] public string? Hidden => Text;
                public int Length => Text?.Length ?? -1;
                public int Field;
            }
            """)
        .WithKey(DICT302JsonRoundTripCodeFix.MapperKey)
        .WithGenerator<MapperGenerator>()
        .InProcess()
        .ThenPrintsTheSame()
        .RunAsync();
}
