using System;
using System.Threading.Tasks;
using DictionaryAnalyzers.Rules.Sharing;
using DictionaryAnalyzers.Testing;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace DictionaryAnalyzers.Tests.Rules.Sharing;

// The repair: only the pair that was tested is removed.
public partial class DICT205ConditionalRemovalTests
{
    [Theory]
    [InlineData("if (leases.TryGetValue(key, out var until) && until < now) [|leases.TryRemove(key, out _)|];", "if (leases.TryGetValue(key, out var until) && until < now) leases.TryRemove(KeyValuePair.Create(key, until));")]
    [InlineData("if (leases.TryGetValue(key, out long until) && until < now) [|leases.TryRemove(key, out var removed)|];", "if (leases.TryGetValue(key, out long until) && until < now) leases.TryRemove(KeyValuePair.Create(key, until));")]
    [InlineData("if (!leases.TryGetValue(key, out var until) || until >= now) return; if ([|leases.TryRemove(key, out _)|]) Log();", "if (!leases.TryGetValue(key, out var until) || until >= now) return; if (leases.TryRemove(KeyValuePair.Create(key, until))) Log();")]
    [InlineData("var until = leases[key]; if (until < now) [|leases.TryRemove(key, out _)|];", "var until = leases[key]; if (until < now) leases.TryRemove(KeyValuePair.Create(key, until));")]
    [InlineData("if (sessions.TryGetValue(key, out var s) && ReferenceEquals(s, mine)) [|sessions.TryRemove(key, out _)|];", "if (sessions.TryGetValue(key, out var s) && ReferenceEquals(s, mine)) sessions.TryRemove(KeyValuePair.Create(key, s));")]
    [InlineData("if (maybe.TryGetValue((1, key), out var s) && s?.IsStale == true) [|maybe.TryRemove((1, key), out _)|];", "if (maybe.TryGetValue((1, key), out var s) && s?.IsStale == true) maybe.TryRemove(new KeyValuePair<(int, string), Session?>((1, key), s));")]
    [InlineData("if (table.TryGetValue(key, out var until) && until < now) [|table.Remove(key)|];", "if (table.TryGetValue(key, out var until) && until < now) table.Remove(KeyValuePair.Create(key, until));")]
    [InlineData("foreach (var p in leases) if (p.Value < now) [|leases.TryRemove(p.Key, out _)|];", "foreach (var p in leases) if (p.Value < now) leases.TryRemove(p);")]
    [InlineData("foreach (KeyValuePair<string, long> p in leases.ToArray()) { var k = p.Key; if (p.Value < now) [|leases.TryRemove(k, out _)|]; }", "foreach (KeyValuePair<string, long> p in leases.ToArray()) { var k = p.Key; if (p.Value < now) leases.TryRemove(p); }")]
    [InlineData("foreach (var p in leases.Where(p => p.Value < now)) [|leases.TryRemove(p.Key, out _)|];", "foreach (var p in leases.Where(p => p.Value < now)) leases.TryRemove(p);")]
    [InlineData("foreach (var (k, until) in leases) if (until < now) [|leases.TryRemove(k, out _)|];", "foreach (var (k, until) in leases) if (until < now) leases.TryRemove(KeyValuePair.Create(k, until));")]
    [InlineData("foreach (var k in leases.Keys) if (leases.TryGetValue(k, out var until) && until < now) [|leases.TryRemove(k, out _)|];", "foreach (var k in leases.Keys) if (leases.TryGetValue(k, out var until) && until < now) leases.TryRemove(KeyValuePair.Create(k, until));")]
    public Task Repairs(string before, string after) => Repair(before, after).RunAsync();

    [Theory]

    // What was removed is looked at.
    [InlineData("if (leases.TryGetValue(key, out var until) && until < now) { [|leases.TryRemove(key, out var removed)|]; Log(removed); }")]
    [InlineData("long removed; if (leases.TryGetValue(key, out var until) && until < now) { [|leases.TryRemove(key, out removed)|]; }")]

    // The value that was tested is not at hand, or has become another.
    [InlineData("if (leases[key] < now) [|leases.TryRemove(key, out _)|];")]
    [InlineData("if (leases.TryGetValue(key, out var until) && until < now) { until = 3; [|leases.TryRemove(key, out _)|]; }")]
    [InlineData("foreach (var k in leases.Where(p => p.Value < now).Select(p => p.Key).ToList()) [|leases.TryRemove(k, out _)|];")]
    public Task Repair_IsNotOffered(string statements) => Repair(statements, statements).RunAsync();

    [Theory]
    [InlineData("MoveOn()", "steps.TryRemove(key, out _)")]
    [InlineData("IsOver()", "steps.TryRemove(KeyValuePair.Create(key, step))")]
    [InlineData("ToString() == key", "steps.TryRemove(KeyValuePair.Create(key, step))")]
    public Task Repair_OfAStruct_IsOfferedWhereItsMethodsChangeNothing(string test, string removal)
    {
        return new CSharpCodeFixTest<DICT205ConditionalRemovalAnalyzer, DICT205ConditionalRemovalCodeFix, DefaultVerifier>
        {
            TestCode = Program("[|steps.TryRemove(key, out _)|]"),
            FixedCode = Program(removal.Contains("out _") ? $"[|{removal}|]" : removal),
        }.RunAsync();

        string Program(string statement) => $$"""
            using System.Collections.Concurrent;
            using System.Collections.Generic;

            struct Step
            {
                private int count;
                public bool MoveOn() => ++count > 3;
                public readonly bool IsOver() => count > 3;
                public override string ToString() => count.ToString();
            }

            class C
            {
                private readonly ConcurrentDictionary<string, Step> steps = new();
                void M(string key) { if (steps.TryGetValue(key, out var step) && step.{{test}}) {{statement}}; }
            }
            """;
    }

    [Fact]
    public Task Repair_OfADerivedDictionary_UsesThePairRemovalItInherits() => new CSharpCodeFixTest<DICT205ConditionalRemovalAnalyzer, DICT205ConditionalRemovalCodeFix, DefaultVerifier>
    {
        TestCode = """
            using System.Collections.Concurrent;

            class Leases : ConcurrentDictionary<string, long>
            {
                public void Sweep(long now) { foreach (var p in this) if (p.Value < now) [|this.TryRemove(p.Key, out _)|]; }
            }
            """,
        FixedCode = """
            using System.Collections.Concurrent;

            class Leases : ConcurrentDictionary<string, long>
            {
                public void Sweep(long now) { foreach (var p in this) if (p.Value < now) this.TryRemove(p); }
            }
            """,
    }.RunAsync();

    [Fact]
    public Task Repair_GoesThroughTheInterfaceWhereTheFrameworkHasNoPairs()
    {
        var test = Repair(
            "if (leases.TryGetValue(key, out var until) && until < now) [|leases.TryRemove(key, out _)|]; foreach (var p in leases) if (p.Value < now) [|leases.TryRemove(p.Key, out _)|];",
            "if (leases.TryGetValue(key, out var until) && until < now) ((ICollection<KeyValuePair<string, long>>)leases).Remove(new KeyValuePair<string, long>(key, until)); foreach (var p in leases) if (p.Value < now) ((ICollection<KeyValuePair<string, long>>)leases).Remove(p);");
        test.ReferenceAssemblies = ReferenceAssemblies.NetStandard.NetStandard20;
        return test.RunAsync();
    }

    [Fact]
    public Task Repair_AddsTheUsing() => new CSharpCodeFixTest<DICT205ConditionalRemovalAnalyzer, DICT205ConditionalRemovalCodeFix, DefaultVerifier>
    {
        TestCode = """
            using System.Collections.Concurrent;

            class C
            {
                private readonly ConcurrentDictionary<string, long> leases = new();

                void Drop(string key, long now)
                {
                    if (leases.TryGetValue(key, out var until) && until < now)
                    {
                        // It is over.
                        [|leases.TryRemove(key, out _)|]; // gone
                    }
                }
            }
            """,
        FixedCode = """
            using System.Collections.Concurrent;
            using System.Collections.Generic;

            class C
            {
                private readonly ConcurrentDictionary<string, long> leases = new();

                void Drop(string key, long now)
                {
                    if (leases.TryGetValue(key, out var until) && until < now)
                    {
                        // It is over.
                        leases.TryRemove(KeyValuePair.Create(key, until)); // gone
                    }
                }
            }
            """,
    }.RunAsync();

    [Fact]
    public Task Repair_OfAnOldLanguage()
    {
        var test = new CSharpCodeFixTest<DICT205ConditionalRemovalAnalyzer, DICT205ConditionalRemovalCodeFix, DefaultVerifier>
        {
            TestCode = """
                class C
                {
                    private readonly System.Collections.Concurrent.ConcurrentDictionary<string, long> leases = new System.Collections.Concurrent.ConcurrentDictionary<string, long>();

                    void Drop(long now)
                    {
                        foreach (var p in leases)
                        {
                            if (p.Value < now)
                            {
                                [|leases.TryRemove(p.Key, out _)|];
                            }
                        }
                    }
                }
                """,
            FixedCode = """
                using System.Collections.Generic;

                class C
                {
                    private readonly System.Collections.Concurrent.ConcurrentDictionary<string, long> leases = new System.Collections.Concurrent.ConcurrentDictionary<string, long>();

                    void Drop(long now)
                    {
                        foreach (var p in leases)
                        {
                            if (p.Value < now)
                            {
                                ((ICollection<KeyValuePair<string, long>>)leases).Remove(p);
                            }
                        }
                    }
                }
                """,
            ReferenceAssemblies = ReferenceAssemblies.NetFramework.Net472.Default,
        };
        test.Extra.LanguageVersion = LanguageVersion.CSharp7_3;
        test.Extra.NullableContextOptions = Microsoft.CodeAnalysis.NullableContextOptions.Disable;
        return test.RunAsync();
    }

    private static CSharpCodeFixTest<DICT205ConditionalRemovalAnalyzer, DICT205ConditionalRemovalCodeFix, DefaultVerifier> Repair(string before, string after) => new()
    {
        TestCode = Program(before),
        FixedCode = Program(after),
    };

    private static string Program(string statements)
    {
        const string Source = """
            using System.Collections.Concurrent;
            using System.Collections.Generic;
            using System.Linq;

            class Session { public bool IsStale; }

            class C
            {
                private readonly ConcurrentDictionary<string, long> leases = new();
                private readonly ConcurrentDictionary<string, Session> sessions = new();
                private readonly ConcurrentDictionary<(int, string), Session?> maybe = new();
                private readonly IDictionary<string, long> table = new ConcurrentDictionary<string, long>();
                private readonly Session mine = new();

                void M(string key, long now)
                {
                    $$$
                }

                void Log(object? x = null) { }
            }
            """;
        return Source.Replace("$$$", statements, StringComparison.Ordinal);
    }
}
