using System.Threading.Tasks;
using DictionaryAnalyzers.Generators;
using DictionaryAnalyzers.Rules.Conversion;
using DictionaryAnalyzers.Testing.Running;
using Xunit;

namespace DictionaryAnalyzers.Proofs.Rules.Conversion;

// Thousands of objects become the same dictionaries, entry by entry and in the same order, as they became by reflection.
public class DICT301ReflectionConversionProofs
{
    [Theory]
    [InlineData("return o.GetType().GetProperties().ToDictionary(p => p.Name, p => p.GetValue(o));")]
    [InlineData("return typeof(Sample).GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.CanRead && p.GetIndexParameters().Length == 0).ToDictionary(p => p.Name, p => p.GetValue(o, null));")]
    [InlineData("return typeof(Sample).GetProperties().ToDictionary(p => p.Name, p => p.GetValue(o), StringComparer.OrdinalIgnoreCase);")]
    [InlineData("return typeof(Sample).GetProperties().Where(p => p.PropertyType.IsValueType).ToDictionary(p => p.Name, p => p.GetValue(o));")]
    [InlineData("return typeof(Sample).GetProperties().Where(p => p.Name != \"Guid\" && !p.Name.EndsWith(\"s\", StringComparison.Ordinal)).ToDictionary(p => p.Name, p => p.GetValue(o));")]
    [InlineData("return typeof(Sample).GetProperties().Where(p => new[] { \"Text\", \"Number\", \"Time\" }.Contains(p.Name)).ToDictionary(p => JsonNamingPolicy.CamelCase.ConvertName(p.Name), p => p.GetValue(o));")]
    [InlineData("return (from p in typeof(Sample).GetProperties() where p.CanWrite select p).ToDictionary(p => p.Name, p => p.GetValue(o));")]
    [InlineData("var map = new Dictionary<string, object?>(); foreach (var p in typeof(Sample).GetProperties()) { map.Add(p.Name, p.GetValue(o)); } return map;")]
    [InlineData("var map = new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase); foreach (var p in o.GetType().GetProperties()) { map.Add(p.Name, p.GetValue(o)); } return map;")]
    [InlineData("var map = new Dictionary<string, object?> { [\"Text\"] = \"before\", [\"kind\"] = 1 }; foreach (var p in o.GetType().GetProperties()) { map[p.Name] = p.GetValue(o); } return map;")]
    [InlineData("var map = new Dictionary<string, object?>(); foreach (var p in o.GetType().GetProperties()) { var value = p.GetValue(o); if (value != null) { map[p.Name] = value; } } return map;")]
    [InlineData("var map = new Dictionary<string, object?>(); foreach (var p in o.GetType().GetProperties()) { if (p.GetValue(o) is { } value) { map[Camel(p.Name)] = value; } } return map;")]
    [InlineData("var map = new Dictionary<string, object?>(); foreach (var p in o.GetType().GetProperties()) { if (!p.CanWrite || p.Name == \"Maybe\") { continue; } map[p.Name] = p.GetValue(o); } return map;")]
    [InlineData("var list = o.GetType().GetProperties(); var map = new Dictionary<string, object?>(list.Length); foreach (var p in list) { map[p.Name] = p.GetValue(o); } return map;")]
    [InlineData("return o.GetType().GetFields().ToDictionary(f => f.Name, f => f.GetValue(o));")]
    [InlineData("return o.GetType().GetProperties().Where(p => p.GetCustomAttribute<ObsoleteAttribute>() == null).ToDictionary(p => p.Name, p => p.GetValue(o));")]
    public Task Mapper_OfAKnownType(string statements) => Prove($$"""
        static Dictionary<string, object?> Convert(Sample o)
        {
            {{statements}}
        }
        """);

    [Theory]
    [InlineData("return o.GetType().GetProperties().Select(p => new KeyValuePair<string, object?>(p.Name, p.GetValue(o))).ToList();")]
    [InlineData("return (from p in typeof(Sample).GetProperties() where p.CanWrite select KeyValuePair.Create(Camel(p.Name), p.GetValue(o))).ToArray();")]
    [InlineData("var pairs = new List<KeyValuePair<string, object?>> { new(\"kind\", 1) }; foreach (var p in o.GetType().GetProperties()) { if (p.GetValue(o) is { } value) { pairs.Add(new(p.Name, value)); } } return pairs;")]
    [InlineData("var bag = new System.Dynamic.ExpandoObject(); var values = (IDictionary<string, object?>)bag; foreach (var p in o.GetType().GetProperties()) { values.Add(p.Name, p.GetValue(o)); } return bag;")]
    [InlineData("IDictionary<string, object?> bag = new System.Dynamic.ExpandoObject(); bag[\"Text\"] = \"before\"; foreach (var p in o.GetType().GetProperties()) { bag[p.Name] = p.GetValue(o); } return bag;")]
    public Task Mapper_IntoPairsAndExpandoObjects(string statements) => Prove($$"""
        static Dictionary<string, object?> Convert(Sample o)
        {
            var all = new Dictionary<string, object?>();
            foreach (var pair in Pairs(o))
            {
                all.Add(pair.Key, pair.Value);
            }

            return all;
        }

        static IEnumerable<KeyValuePair<string, object?>> Pairs(Sample o)
        {
            {{statements}}
        }
        """);

    [Theory]
    [InlineData("static List<KeyValuePair<string, object?>> Convert(object o) => o.GetType().GetProperties().Select(p => new KeyValuePair<string, object?>(p.Name, p.GetValue(o))).ToList();")]
    public Task Mapper_InAHelperThatGivesPairs(string helper) => Prove(helper.Replace(" Convert(", " Pairs(") + " static Dictionary<string, object?> Convert(Sample o) => new(Pairs(o));");

    [Theory]
    [InlineData("static Dictionary<string, object?> Convert(object o) => o.GetType().GetProperties().ToDictionary(p => p.Name, p => p.GetValue(o));")]
    [InlineData("static IDictionary<string, object?> Convert<T>(T o) { var map = new Dictionary<string, object?>(); foreach (var p in typeof(T).GetProperties()) { map[p.Name] = p.GetValue(o); } return map; }")]
    [InlineData("static IDictionary<string, object?> Convert(object? o) { if (o == null) { return new Dictionary<string, object?>(); } var map = new Dictionary<string, object?>(); foreach (var p in o.GetType().GetProperties()) { map[p.Name] = p.GetValue(o); } return map; }")]
    public Task Mapper_InAHelper(string helper) => Prove(helper);

    private static Task Prove(string method) => Proof
        .Of<DICT301ReflectionConversionAnalyzer, DICT301ReflectionConversionCodeFix>(
            $$"""
            using System;
            using System.Collections.Generic;
            using System.Globalization;
            using System.Linq;
            using System.Reflection;
            using System.Text.Json;

            var random = new Random(20);
            for (var i = 0; i < 3000; i++)
            {
                var sample = Program.Make(random);
                var derived = new Other { Label = i.ToString(CultureInfo.InvariantCulture) };
                Console.WriteLine(Program.Show(sample));
                Program.Other(derived);
            }

            partial class Program
            {
                public static string Show(Sample sample)
                {
                    var map = Convert(sample);
                    return string.Join("|", map.Select(p => p.Key + "=" + p.Value?.GetType().Name + ":" + System.Convert.ToString(p.Value, CultureInfo.InvariantCulture))) + (map.ContainsKey("TEXT") ? " ignores case" : "");
                }

                public static Sample Make(Random random) => new()
                {
                    Text = random.Next(3) == 0 ? null : new string((char)random.Next(32, 500), random.Next(4)),
                    Number = random.Next(), Maybe = random.Next(2) == 0 ? null : random.Next(5), Amount = (decimal)random.NextDouble(), Time = new DateTime(random.NextInt64(DateTime.MaxValue.Ticks)),
                    Guid = new Guid(random.Next(), 0, 0, 0, 0, 0, 0, 0, 0, 0, 0), Day = (DayOfWeek)random.Next(9), Flag = random.Next(2) == 0, Items = random.Next(2) == 0 ? null : new() { random.Next() },
                    Letter = (char)random.Next(33, 200), Field = random.Next(), Name = random.Next(2) == 0 ? null : "name",
                };

                public static void Other(Other other) => GC.KeepAlive(other);

                private static string Camel(string name) => char.ToLowerInvariant(name[0]) + name.Substring(1);

                {{method}}
            }

            public sealed class Sample
            {
                public string? Text { get; set; }
                public int Number { get; set; }
                public int? Maybe { get; set; }
                public decimal Amount { get; set; }
                public DateTime Time { get; set; }
                public Guid Guid { get; set; }
                public DayOfWeek Day { get; set; }
                public bool Flag { get; set; }
                public List<int>? Items { get; set; }
                public char Letter { get; init; }
                public int Length => Text?.Length ?? -1;
                public int Field;
                public string? Name;
            }

            public class Other
            {
                public string Label { get; set; } = "";
            }
            """)
        .WithKey(DICT301ReflectionConversionCodeFix.MapperKey)
        .WithGenerator<MapperGenerator>()
        .InProcess()
        .ThenPrintsTheSame()
        .RunAsync();
}
