using System;
using System.Threading.Tasks;
using DictionaryAnalyzers.Rules.Enumeration;
using DictionaryAnalyzers.Testing;
using Microsoft.CodeAnalysis;
using Xunit;

namespace DictionaryAnalyzers.Tests.Rules.Enumeration;

public partial class DICT101ModifiedWhileEnumeratedTests
{
    public static TheoryData<string> AllFrameworks => ["net10.0", "net8.0", "netstandard2.0", "net472"];

    [Theory]
    [InlineData("foreach (var p in map) [|map.Add(p.Key + 1, 2)|];")]
    [InlineData("foreach (var p in map) [|map[p.Key + 1]|] = 2;")]
    [InlineData("foreach (var key in map.Keys) [|map.TryAdd(key + 1, 2)|];")]
    [InlineData("foreach (var p in map) { var alias = map; [|alias.Add(p.Key + 1, 2)|]; }")]
    [InlineData("foreach (var p in map) [|Grow(p.Key + 1)|];")]
    [InlineData("foreach (var x in sorted) [|sorted.Remove(x)|];")]
    [InlineData("foreach (var x in sorted) { if (x > 3) { [|sorted.Remove(x)|]; continue; } }")]
    [InlineData("foreach (var x in list) [|list.Sort()|];")]
    [InlineData("foreach (var x in list.Where(x => x > 1)) [|list.Add(x)|];")]
    [InlineData("foreach (var p in map) { foreach (var q in map) [|map.Add(q.Key + 1, 1)|]; }")]
    public Task Reports(string body) => Verify(InClass(body));

    [Theory]

    // The key may be there.
    [InlineData("foreach (var value in map.Values) map[value] = 1;")]

    // Nothing follows.
    [InlineData("foreach (var p in map) { map.Add(p.Key + 1, 2); break; }")]
    [InlineData("foreach (var p in map) { map.Add(p.Key + 1, 2); return; }")]
    [InlineData("foreach (var p in map) { map.Add(p.Key + 1, 2); throw new InvalidOperationException(); }")]
    [InlineData("foreach (var p in map) { map.Add(p.Key + 1, 2); goto end; } end: ;")]
    [InlineData("foreach (var p in map) { if (map.TryAdd(p.Key + 1, 2)) break; }")]
    [InlineData("foreach (var p in map) { if (p.Value > 3) { map.Add(p.Key + 1, 2); break; } else { map.Clear(); } }")]

    // The collection allows it.
    [InlineData("foreach (var p in map) map.Remove(p.Key);")]
    [InlineData("foreach (var p in map) map.Clear();")]
    [InlineData("foreach (var p in map) map[p.Key] = 2;")]
    [InlineData("foreach (var key in map.Keys) map[key]++;")]
    [InlineData("foreach (var (key, value) in map) map[key] = value + 1;")]
    [InlineData("foreach (var x in set) set.Remove(x);")]
    [InlineData("foreach (var x in set) set.Add(x);")]
    [InlineData("foreach (var p in concurrent) concurrent[p.Key + 1] = 2;")]

    // A copy is walked.
    [InlineData("foreach (var p in map.ToArray()) map.Add(p.Key + 1, 2);")]
    [InlineData("foreach (var p in map.ToList()) map.Add(p.Key + 1, 2);")]
    [InlineData("foreach (var p in map.OrderBy(p => p.Key)) map.Add(p.Key + 1, 2);")]
    [InlineData("foreach (var p in map.Reverse()) map.Add(p.Key + 1, 2);")]
    [InlineData("foreach (var key in new List<int>(map.Keys)) map.Add(key + 1, 2);")]
    [InlineData("int[] keys = [.. map.Keys]; foreach (var key in keys) map.Add(key + 1, 2);")]

    // Another one is changed, or it is changed at another time.
    [InlineData("foreach (var p in map) other.Add(p.Key, p.Value);")]
    [InlineData("foreach (var p in map) new Dictionary<int, int>().Add(p.Key, p.Value);")]
    [InlineData("var later = new List<Action>(); foreach (var p in map) later.Add(() => map.Add(p.Key + 1, 2));")]
    [InlineData("foreach (var p in map) { } map.Add(1, 2);")]
    [InlineData("foreach (var p in map) Look(p.Key);")]
    [InlineData("for (var i = 0; i < list.Count; i++) list.RemoveAt(i);")]
    [InlineData("list.RemoveAll(x => x > 3);")]
    [InlineData("foreach (var p in map) { if (map.ContainsKey(p.Key)) other.Clear(); }")]
    [InlineData("while (sorted.Count > 0) sorted.Remove(sorted.First());")]
    public Task DoesNotReport(string body) => Verify(InClass(body));

    [Theory]
    [InlineData("net10.0", false)]
    [InlineData("net8.0", false)]
    [InlineData("netstandard2.0", true)]
    [InlineData("net472", true)]
    public async Task ARemoval_ThrowsOnOldFrameworksOnly(string framework, bool throws)
    {
        await Verify(Old("foreach (var p in map) { " + Marked("map.Remove(p.Key)", throws) + "; }"), On(framework));
        await Verify(Old("foreach (var key in map.Keys) { " + Marked("map[key]", throws) + " = 1; }"), On(framework));
        await Verify(Old("foreach (var x in set) { " + Marked("set.Remove(x)", throws) + "; }"), On(framework));
        await Verify(Old("foreach (var p in map) { " + Marked("map.Clear()", throws) + "; }"), On(framework));
    }

    [Theory]
    [MemberData(nameof(AllFrameworks))]
    public async Task AnAddition_ThrowsEverywhere(string framework)
    {
        await Verify(Old("foreach (var p in map) { [|map.Add(p.Key + 1, 1)|]; }"), On(framework));
        await Verify(Old("foreach (var p in map) { other.Add(p.Key, 1); }"), On(framework));
        await Verify(Old("foreach (var p in map) { map.Add(p.Key + 1, 1); break; }"), On(framework));
    }

    [Fact]
    public Task Says_WhatHappens() => VerifyMessage(
        InClass("foreach (var p in map) {|#0:map.Add(p.Key + 1, 2)|};"),
        "'map.Add(p.Key + 1, 2)' adds to 'map' while it is enumerated: the next step of the enumeration throws InvalidOperationException",
        "net10.0");

    [Fact]
    public Task Says_InWhichMethod() => VerifyMessage(
        InClass("foreach (var p in map) {|#0:Grow(p.Key)|};"),
        "'Grow(p.Key)' adds to 'map' (in 'C.Grow') while it is enumerated: the next step of the enumeration throws InvalidOperationException",
        "net10.0");

    [Fact]
    public Task Says_OnWhichFramework() => VerifyMessage(
        Old("foreach (var p in map) { {|#0:map.Remove(p.Key)|}; }"),
        "'map.Remove(p.Key)' removes from 'map' while it is enumerated: the next step of the enumeration throws InvalidOperationException on .NET Framework and before .NET Core 3.0",
        "netstandard2.0");

    private static string Marked(string code, bool throws) => throws ? $"[|{code}|]" : code;

    private static Action<CSharpAnalyzerTest<DICT101ModifiedWhileEnumeratedAnalyzer, DefaultVerifier>> On(string framework) =>
        test => test.ReferenceAssemblies = Framework(framework);

    private static ReferenceAssemblies Framework(string framework) => framework switch
    {
        "net8.0" => ReferenceAssemblies.Net.Net80,
        "netstandard2.0" => ReferenceAssemblies.NetStandard.NetStandard20,
        "net472" => ReferenceAssemblies.NetFramework.Net472.Default,
        _ => ReferenceAssemblies.Net.Net100,
    };

    // What compiles on every framework.
    private static string Old(string body) =>
        $$"""
        using System.Collections.Generic;

        class C
        {
            private readonly Dictionary<int, int> map = new Dictionary<int, int>();
            private readonly Dictionary<int, int> other = new Dictionary<int, int>();
            private readonly HashSet<int> set = new HashSet<int>();

            void M()
            {
                {{body}}
            }
        }
        """;

    private static string InClass(string body) =>
        $$"""
        using System;
        using System.Collections.Concurrent;
        using System.Collections.Generic;
        using System.Linq;

        class C
        {
            private readonly Dictionary<int, int> map = new();
            private readonly Dictionary<int, int> other = new();
            private readonly ConcurrentDictionary<int, int> concurrent = new();
            private readonly SortedSet<int> sorted = new();
            private readonly HashSet<int> set = new();
            private readonly List<int> list = new();

            void M()
            {
                {{body}}
            }

            void Grow(int key) => map.Add(key + 10, 0);
            int Look(int key) => map[key];
        }
        """;

    private static Task Verify(string source, Action<CSharpAnalyzerTest<DICT101ModifiedWhileEnumeratedAnalyzer, DefaultVerifier>>? change = null)
    {
        var test = new CSharpAnalyzerTest<DICT101ModifiedWhileEnumeratedAnalyzer, DefaultVerifier> { TestCode = source };
        change?.Invoke(test);
        return test.RunAsync();
    }

    private static Task VerifyMessage(string source, string message, string framework) => Verify(source, test =>
    {
        test.ReferenceAssemblies = Framework(framework);
        test.ExpectedDiagnostics.Add(new DiagnosticResult("DICT101", DiagnosticSeverity.Warning)
            .WithLocation(0).WithMessage(message).WithOptions(DiagnosticOptions.IgnoreAdditionalLocations));
    });
}
