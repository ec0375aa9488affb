using System.Threading.Tasks;
using DictionaryAnalyzers.Rules.Sharing;
using DictionaryAnalyzers.Testing;
using Xunit;

namespace DictionaryAnalyzers.Tests.Rules.Sharing;

public class DICT213UnfrozenDictionaryTests
{
    [Theory]
    [InlineData("private static readonly Dictionary<string, int> [|map|] = new() { [\"a\"] = 1 }; public static int M(string k) => map[k];")]
    [InlineData("private static readonly Dictionary<string, int> [|map|] = new() { { \"a\", 1 } }; public static bool M(string k) => map.TryGetValue(k, out _);")]
    [InlineData("private static readonly IReadOnlyDictionary<string, int> [|map|] = new Dictionary<string, int> { [\"a\"] = 1 }; public static bool M(string k) => map.ContainsKey(k);")]
    [InlineData("private static readonly HashSet<string> [|set|] = new() { \"a\" }; public static bool M(string k) => set.Contains(k);")]
    [InlineData("private static readonly HashSet<string> [|set|] = [\"a\"]; public static bool M(string k) => set.Contains(k);")]
    [InlineData("private static Dictionary<string, int> [|Map|] { get; } = new() { [\"a\"] = 1 }; public static int M(string k) => Map[k];")]
    [InlineData("private static readonly Dictionary<string, int> [|map|] = Enumerable.Range(0, 9).ToDictionary(n => \"\" + n); public static int M(string k) => map[k];")]
    [InlineData("private static readonly Dictionary<string, int> [|map|] = new(); static C() { map.Add(\"a\", 1); foreach (var n in new[] { 1, 2 }) { map[\"\" + n] = n; } } public static int M(string k) => map[k];")]
    [InlineData("private static readonly Dictionary<string, int> [|map|]; static C() { var made = new Dictionary<string, int> { [\"a\"] = 1 }; map = made; } public static int M(string k) => map[k];")]
    [InlineData("private static readonly Dictionary<string, int> [|map|] = new() { [\"a\"] = 1 }; public static int M(string k) => map.GetValueOrDefault(k) + map.Count;")]
    public Task Reports(string members) => Analyze(members).RunAsync();

    [Theory]

    // It changes, or may.
    [InlineData("private static readonly Dictionary<string, int> map = new() { [\"a\"] = 1 }; public static int M(string k) => map[k]; public static void N(string k) => map[k] = 2;")]
    [InlineData("private static readonly Dictionary<string, int> map = new() { [\"a\"] = 1 }; static readonly System.Action later = () => map.Clear(); public static int M(string k) => map[k];")]
    [InlineData("private static readonly Dictionary<string, int> map = new(); static C() { Fill(); } static void Fill() { map[\"a\"] = 1; } public static int M(string k) => map[k];")]
    [InlineData("private static readonly Dictionary<string, int> map = new() { [\"a\"] = 1 }; public static int M(string k) => map[k]; public static void N() => Fill(map); static void Fill(Dictionary<string, int> d) { }")]
    [InlineData("private static readonly Dictionary<string, int> map = new() { [\"a\"] = 1 }; public static int M(string k) => map[k]; public static object N() => map;")]
    [InlineData("private static Dictionary<string, int> map = new() { [\"a\"] = 1 }; public static int M(string k) => map[k];")]
    [InlineData("internal static readonly Dictionary<string, int> map = new() { [\"a\"] = 1 }; public static int M(string k) => map[k];")]
    [InlineData("private readonly Dictionary<string, int> map = new() { [\"a\"] = 1 }; public int M(string k) => map[k];")]
    [InlineData("[System.ThreadStatic] private static readonly Dictionary<string, int> map = new() { [\"a\"] = 1 }; public static int M(string k) => map[k];")]

    // Its order can be seen, or nobody looks anything up.
    [InlineData("private static readonly Dictionary<string, int> map = new() { [\"a\"] = 1 }; public static int M(string k) => map[k]; public static void N() { foreach (var p in map) { } }")]
    [InlineData("private static readonly Dictionary<string, int> map = new() { [\"a\"] = 1 }; public static int M(string k) => map[k]; public static string N() => string.Join(\",\", map.Keys);")]
    [InlineData("private static readonly Dictionary<string, int> map = new() { [\"a\"] = 1 }; private static readonly int first = map[\"a\"]; public static int M() => first;")]
    [InlineData("private static readonly Dictionary<string, int> map = new() { [\"a\"] = 1 }; public static int M() => map.Count;")]

    // Another kind of table.
    [InlineData("private static readonly SortedDictionary<string, int> map = new() { [\"a\"] = 1 }; public static int M(string k) => map[k];")]
    [InlineData("private static readonly FrozenDictionary<string, int> map = new Dictionary<string, int> { [\"a\"] = 1 }.ToFrozenDictionary(); public static int M(string k) => map[k];")]
    [InlineData("private static readonly IReadOnlyDictionary<string, int> map = Make(); static IReadOnlyDictionary<string, int> Make() => new SortedDictionary<string, int>(); public static int M(string k) => map[k];")]
    [InlineData("private static readonly Own map = new() { [\"a\"] = 1 }; public static int M(string k) => map[k]; sealed class Own : Dictionary<string, int> { }")]
    [InlineData("private static Dictionary<string, int> Map => new() { [\"a\"] = 1 }; public static int M(string k) => Map[k];")]
    [InlineData("private static Dictionary<string, int> Map { get { return new() { [\"a\"] = 1 }; } } public static int M(string k) => Map[k];")]
    public Task DoesNotReport(string members) => Analyze(members).RunAsync();

    [Fact]
    public Task DoesNotReport_WhereTheFrameworkHasNoFrozenCollections() => new CSharpAnalyzerTest<DICT213UnfrozenDictionaryAnalyzer, DefaultVerifier>
    {
        TestCode = """
            using System.Collections.Generic;
            class C
            {
                private static readonly Dictionary<string, int> map = new() { ["a"] = 1 };
                public static int M(string k) => map[k];
            }
            """,
        ReferenceAssemblies = ReferenceAssemblies.NetStandard.NetStandard20,
    }.RunAsync();

    [Theory]
    [InlineData("net8.0|netstandard2.0")]
    [InlineData("net472|net10.0")]
    public Task DoesNotReport_WhereAnotherTargetHasNone(string frameworks)
    {
        var test = Analyze("private static readonly Dictionary<string, int> map = new() { [\"a\"] = 1 }; public static int M(string k) => map[k];");
        test.Extra.GlobalOptions["build_property._DictionaryAnalyzersTargetFrameworks"] = frameworks;
        return test.RunAsync();
    }

    [Theory]
    [InlineData("Dictionary<string, int>", "new() { [\"a\"] = 1 }", "FrozenDictionary<string, int>", "new Dictionary<string, int>() { [\"a\"] = 1 }.ToFrozenDictionary()")]
    [InlineData("Dictionary<string, int>", "new Dictionary<string, int> { [\"a\"] = 1 }", "FrozenDictionary<string, int>", "new Dictionary<string, int> { [\"a\"] = 1 }.ToFrozenDictionary()")]
    [InlineData("IReadOnlyDictionary<string, int>", "new Dictionary<string, int> { [\"a\"] = 1 }", "FrozenDictionary<string, int>", "new Dictionary<string, int> { [\"a\"] = 1 }.ToFrozenDictionary()")]
    [InlineData("Dictionary<string, int>", "new(StringComparer.OrdinalIgnoreCase) { [\"a\"] = 1 }", "FrozenDictionary<string, int>", "new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase) { [\"a\"] = 1 }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase)")]
    [InlineData("Dictionary<string, int>", "Enumerable.Range(0, 9).ToDictionary(n => \"\" + n, StringComparer.Ordinal)", "FrozenDictionary<string, int>", "Enumerable.Range(0, 9).ToDictionary(n => \"\" + n, StringComparer.Ordinal).ToFrozenDictionary(StringComparer.Ordinal)")]
    public Task Fixes(string type, string value, string frozenType, string frozen) => Fix(
        $"using System;\nusing System.Collections.Generic;\nusing System.Linq;\n\nclass C\n{{\n    private static readonly {type} [|map|] = {value}; // all\n    public static int M(string k) => map[k];\n}}",
        $"using System;\nusing System.Collections.Frozen;\nusing System.Collections.Generic;\nusing System.Linq;\n\nclass C\n{{\n    private static readonly {frozenType} map = {frozen}; // all\n    public static int M(string k) => map[k];\n}}").RunAsync();

    [Fact]
    public Task Fixes_ASet() => Fix(
        """
        using System.Collections.Generic;

        class C
        {
            private static HashSet<string> [|Words|] { get; } = new()
            {
                "a", // first
                "b",
            };

            public static bool Has(string word) => Words.Contains(word);
        }
        """,
        """
        using System.Collections.Frozen;
        using System.Collections.Generic;

        class C
        {
            private static FrozenSet<string> Words { get; } = new HashSet<string>()
            {
                "a", // first
                "b",
            }.ToFrozenSet();

            public static bool Has(string word) => Words.Contains(word);
        }
        """).RunAsync();

    [Theory]

    // Filled in the static constructor, made by code that may have a comparer of its own, or with one that is made anew.
    [InlineData("private static readonly Dictionary<string, int> [|map|] = new(); static C() { map.Add(\"a\", 1); } public static int M(string k) => map[k];")]
    [InlineData("private static readonly Dictionary<string, int> [|map|] = Make(); static Dictionary<string, int> Make() => new(StringComparer.OrdinalIgnoreCase); public static int M(string k) => map[k];")]
    [InlineData("private static readonly Dictionary<string, int> [|map|] = new(StringComparer.Create(System.Globalization.CultureInfo.InvariantCulture, true)) { [\"a\"] = 1 }; public static int M(string k) => map[k];")]
    [InlineData("private static readonly Dictionary<string, int> [|map|] = new() { [\"a\"] = 1 }; public static int M(string k) => map[k]; static void N() { var n = 1 {|CS1002:}|}")]
    [InlineData("private static readonly HashSet<string> [|set|] = [\"a\"]; public static bool M(string k) => set.Contains(k);")]
    public Task DoesNotOfferAFix(string members) => Fix(Source(members), Source(members)).RunAsync();

    private static CSharpAnalyzerTest<DICT213UnfrozenDictionaryAnalyzer, DefaultVerifier> Analyze(string members) => new() { TestCode = Source(members) };

    private static CSharpCodeFixTest<DICT213UnfrozenDictionaryAnalyzer, DICT213UnfrozenDictionaryCodeFix, DefaultVerifier> Fix(string before, string after) => new()
    {
        TestCode = before,
        FixedCode = after,
        CodeActionEquivalenceKey = DICT213UnfrozenDictionaryCodeFix.FreezeKey,
    };

    private static string Source(string members) => $$"""
        using System;
        using System.Collections.Frozen;
        using System.Collections.Generic;
        using System.Linq;

        class C
        {
            {{members}}
        }
        """;
}
