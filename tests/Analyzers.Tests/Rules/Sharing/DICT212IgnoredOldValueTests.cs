using System.Threading.Tasks;
using DictionaryAnalyzers.Rules.Sharing;
using DictionaryAnalyzers.Testing;
using Microsoft.CodeAnalysis;
using Xunit;

namespace DictionaryAnalyzers.Tests.Rules.Sharing;

public class DICT212IgnoredOldValueTests
{
    [Theory]
    [InlineData("[|map.AddOrUpdate(key, value, (_, _) => value)|];", "map[key] = value;")]
    [InlineData("[|map.AddOrUpdate(key, value, (k, old) => value)|];", "map[key] = value;")]
    [InlineData("[|map.AddOrUpdate(key, value, (k, old) => { return value; })|];", "map[key] = value;")]
    [InlineData("[|map.AddOrUpdate(key, value, delegate { return value; })|];", "map[key] = value;")]
    [InlineData("[|map.AddOrUpdate(key, 1, static (_, _) => 1)|];", "map[key] = 1;")]
    [InlineData("[|map.AddOrUpdate(key, Limit, (_, _) => Limit)|];", "map[key] = Limit;")]
    [InlineData("[|map.AddOrUpdate(key, Limit + value, (_, _) => Limit + value)|];", "map[key] = Limit + value;")]
    [InlineData("[|map.AddOrUpdate(key, start, (_, _) => start)|];", "map[key] = start;")]
    [InlineData("[|map.AddOrUpdate(key, item.Size, (_, _) => item.Size)|];", "map[key] = item.Size;")]
    [InlineData("[|map.AddOrUpdate(item.Name, item.Size, (_, _) => item.Size)|];", "map[item.Name] = item.Size;")]
    [InlineData("foreach (var pair in pairs) [|map.AddOrUpdate(pair.Key, pair.Value, (_, _) => pair.Value)|];", "foreach (var pair in pairs) map[pair.Key] = pair.Value;")]
    [InlineData("foreach (var (k, v) in pairs) [|map.AddOrUpdate(k, v, (_, _) => v)|];", "foreach (var (k, v) in pairs) map[k] = v;")]
    [InlineData("[|map.AddOrUpdate(key, key.Length, (k, _) => k.Length)|];", "map[key] = key.Length;")]
    [InlineData("[|map.AddOrUpdate(key, k => value, (k, old) => value)|];", "map[key] = value;")]
    [InlineData("[|map.AddOrUpdate(key, k => k.Length, (k, old) => k.Length)|];", "map[key] = key.Length;")]
    [InlineData("[|map.AddOrUpdate(key, _ => { return value; }, (_, _) => value)|];", "map[key] = value;")]
    [InlineData("[|map.AddOrUpdate(key, static (_, v) => v, static (_, _, v) => v, value)|];", "map[key] = value;")]
    [InlineData("[|map.AddOrUpdate(key: key, updateValueFactory: (_, _) => value, addValue: value)|];", "map[key] = value;")]
    [InlineData("[|texts.AddOrUpdate(key, key, (k, _) => k)|];", "texts[key] = key;")]
    [InlineData("[|texts.AddOrUpdate(key, \"a\" + key, (_, _) => \"a\" + key)|];", "texts[key] = \"a\" + key;")]
    [InlineData("[|texts.AddOrUpdate(key, (string)null, (_, _) => (string)null)|];", "texts[key] = (string)null;")]
    [InlineData("[|tuples.AddOrUpdate(key, (value, item.Size), (_, _) => (value, item.Size))|];", "tuples[key] = (value, item.Size);")]
    [InlineData("[|selves.AddOrUpdate(key, this, (_, _) => this)|];", "selves[key] = this;")]
    [InlineData("[|this.map.AddOrUpdate(key, (value), (_, _) => value)|];", "this.map[key] = value;")]
    [InlineData("[|map.AddOrUpdate(Next(), value, (_, _) => value)|];", "map[Next()] = value;")]
    [InlineData("var v = 1; if (value > 3) v = 2; [|map.AddOrUpdate(key, v, (_, _) => v)|];", "var v = 1; if (value > 3) v = 2; map[key] = v;")]
    public Task Reports(string statements, string repaired) => Verify(statements, repaired);

    [Theory]
    [InlineData("_ = [|map.AddOrUpdate(key, value, (_, _) => value)|];", "map[key] = value;")]
    [InlineData("var now = [|map.AddOrUpdate(key, value, (_, _) => value)|];", "var now = map[key] = value;")]
    [InlineData("Use([|map.AddOrUpdate(key, value, (_, _) => value)|]);", "Use(map[key] = value);")]
    [InlineData("Use([|map.AddOrUpdate(key, value, (_, _) => value)|] + 1);", "Use((map[key] = value) + 1);")]
    [InlineData("Use([|texts.AddOrUpdate(key, key, (_, _) => key)|].Length);", "Use((texts[key] = key).Length);")]
    [InlineData("Action a = () => [|map.AddOrUpdate(key, value, (_, _) => value)|];", "Action a = () => map[key] = value;")]
    [InlineData("Func<int> f = () => [|map.AddOrUpdate(key, value, (_, _) => value)|];", "Func<int> f = () => map[key] = value;")]
    [InlineData("Text = $\"{[|map.AddOrUpdate(key, value, (_, _) => value)|]}\";", "Text = $\"{(map[key] = value)}\";")]
    public Task Reports_WhereTheResultIsUsed(string statements, string repaired) => Verify(statements, repaired);

    [Theory]
    [InlineData("[|map.AddOrUpdate(Next(), k => k.Length, (k, _) => k.Length)|];")]
    [InlineData("map?{|DICT212:.AddOrUpdate(key, value, (_, _) => value)|};")]
    [InlineData("[|map.AddOrUpdate(key, value /* the first */, (_, _) => value)|];")]
    [InlineData("[|map.AddOrUpdate(key, value, (_, _) =>\n{\n    // newer wins\n    return value;\n})|];")]
    public Task Reports_WithoutARepair(string statements) => Verify(statements, statements);

    [Theory]

    // The old value counts.
    [InlineData("map.AddOrUpdate(key, value, (_, old) => old + value);")]
    [InlineData("map.AddOrUpdate(key, value, (_, old) => old);")]
    [InlineData("map.AddOrUpdate(key, 1, (_, old) => old == 0 ? 1 : 1);")]
    [InlineData("map.AddOrUpdate(key, value, (_, old) => { Use(old); return value; });")]
    [InlineData("map.AddOrUpdate(key, value, (_, old) => Math.Max(old, value));")]

    // The values differ, or may.
    [InlineData("map.AddOrUpdate(key, value, (_, _) => value + 1);")]
    [InlineData("map.AddOrUpdate(key, 1, (_, _) => 2);")]
    [InlineData("map.AddOrUpdate(key, 0, (_, _) => value);")]
    [InlineData("map.AddOrUpdate(key, key.Length, (k, _) => k.Length + 1);")]
    [InlineData("map.AddOrUpdate(key, changing, (_, _) => changing);")]
    [InlineData("map.AddOrUpdate(key, item.Mutable, (_, _) => item.Mutable);")]
    [InlineData("map.AddOrUpdate(key, item.Computed, (_, _) => item.Computed);")]
    [InlineData("map.AddOrUpdate(key, texts.Count, (_, _) => texts.Count);")]
    [InlineData("var n = 0; map.AddOrUpdate(key, n, (_, _) => n++);")]
    [InlineData("var n = 0; Action add = () => n++; Task.Run(add); map.AddOrUpdate(key, n, (_, _) => n);")]
    [InlineData("times.AddOrUpdate(key, DateTime.UtcNow, (_, _) => DateTime.UtcNow);")]
    [InlineData("texts.AddOrUpdate(key, \"a\" + item, (_, _) => \"a\" + item);")]
    [InlineData("texts.AddOrUpdate(key, item.Name, (_, _) => item.Other.Name);")]

    // Something is done.
    [InlineData("map.AddOrUpdate(key, k => Make(k), (k, _) => Make(k));")]
    [InlineData("map.AddOrUpdate(key, Make, (k, _) => Make(k));")]
    [InlineData("selves.AddOrUpdate(key, new C(), (_, _) => new C());")]
    [InlineData("map.AddOrUpdate(key, value, (_, _) => { Use(value); return value; });")]
    [InlineData("map.AddOrUpdate(key, value, (_, _) => throw new InvalidOperationException());")]
    [InlineData("map.AddOrUpdate(key, value, Replace);")]
    [InlineData("Func<string, int, int> update = (_, _) => value; map.AddOrUpdate(key, value, update);")]

    // Not this question.
    [InlineData("own.AddOrUpdate(key, value, (_, _) => value);")]
    [InlineData("derived.AddOrUpdate(key, value, (_, _) => value);")]
    [InlineData("map.TryUpdate(key, value, value);")]
    [InlineData("map[key] = value;")]
    public Task IsSilent(string statements) => new CSharpAnalyzerTest<DICT212IgnoredOldValueAnalyzer, DefaultVerifier> { TestCode = InClass(statements) }.RunAsync();

    [Fact]
    public Task Message_ShowsTheAssignment() => new CSharpAnalyzerTest<DICT212IgnoredOldValueAnalyzer, DefaultVerifier>
    {
        TestCode = InClass("{|#0:map.AddOrUpdate(key, {|#1:value|}, (_, _) => value)|};"),
        ExpectedDiagnostics =
        {
            new DiagnosticResult("DICT212", DiagnosticSeverity.Info).WithLocation(0).WithLocation(1).WithMessage(
                "'map.AddOrUpdate' stores the same value whether or not the key is there: that is 'map[key] = value', without a second look-up, a comparison of the values and a delegate"),
        },
    }.RunAsync();

    [Fact]
    public Task Reports_TheValueInTermsOfTheCall() => new CSharpAnalyzerTest<DICT212IgnoredOldValueAnalyzer, DefaultVerifier>
    {
        TestCode = InClass("{|#0:map.AddOrUpdate(key, k => {|#1:k.Length|}, (k, _) => k.Length)|};"),
        ExpectedDiagnostics =
        {
            new DiagnosticResult("DICT212", DiagnosticSeverity.Info).WithLocation(0).WithLocation(1).WithMessage(
                "'map.AddOrUpdate' stores the same value whether or not the key is there: that is 'map[key] = key.Length', without a second look-up, a comparison of the values and a delegate"),
        },
    }.RunAsync();

    private static Task Verify(string statements, string repaired) => new CSharpCodeFixTest<DICT212IgnoredOldValueAnalyzer, DICT212IgnoredOldValueCodeFix, DefaultVerifier>
    {
        TestCode = InClass(statements),
        FixedCode = InClass(repaired),
        CodeActionEquivalenceKey = DICT212IgnoredOldValueCodeFix.UseIndexerKey,
    }.RunAsync();

    private static string InClass(string statements) => $$"""
        #nullable disable
        using System;
        using System.Collections.Concurrent;
        using System.Collections.Generic;
        using System.Threading.Tasks;

        record Item(string Name, int Size) { public int Mutable { get; set; } public int Computed => Mutable; public Item Other { get; } }
        class Own { public int AddOrUpdate(string key, int value, Func<string, int, int> update) => value; }
        class Derived : ConcurrentDictionary<string, int> { public new int this[string key] { get => 1; set { } } }

        class C
        {
            private const int Limit = 10;
            private readonly ConcurrentDictionary<string, int> map = new();
            private readonly ConcurrentDictionary<string, string> texts = new();
            private readonly ConcurrentDictionary<string, (int, int)> tuples = new();
            private readonly ConcurrentDictionary<string, C> selves = new();
            private readonly ConcurrentDictionary<string, DateTime> times = new();
            private readonly Own own = new();
            private readonly Derived derived = new();
            private readonly int start = 3;
            private int changing;

            string Text { get; set; }

            void M(string key, int value, Item item, List<KeyValuePair<string, int>> pairs)
            {
                {{statements}}
            }

            void Use(int value) { }
            string Next() => "a";
            int Make(string key) => changing++;
            static int Replace(string key, int old) => 3;
        }
        """;
}
