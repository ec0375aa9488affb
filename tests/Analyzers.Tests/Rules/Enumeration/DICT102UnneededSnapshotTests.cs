using System;
using System.Threading.Tasks;
using DictionaryAnalyzers.Rules.Enumeration;
using DictionaryAnalyzers.Testing;
using Microsoft.CodeAnalysis;
using Xunit;

namespace DictionaryAnalyzers.Tests.Rules.Enumeration;

public class DICT102UnneededSnapshotTests
{
    [Theory]
    [InlineData("foreach (var p in [|map.ToList()|]) Console.WriteLine(p.Key);", "foreach (var p in map) Console.WriteLine(p.Key);")]
    [InlineData("foreach (var p in [|map.ToArray()|]) { if (p.Value > 3) map.Remove(p.Key); }", "foreach (var p in map) { if (p.Value > 3) map.Remove(p.Key); }")]
    [InlineData("foreach (var (key, value) in [|map.ToArray()|]) map[key] = value + 1;", "foreach (var (key, value) in map) map[key] = value + 1;")]
    [InlineData("foreach (var key in [|map.Keys.ToList()|]) map.Remove(key);", "foreach (var key in map.Keys) map.Remove(key);")]
    [InlineData("foreach (var key in [|map.Keys.ToArray()|]) map[key]++;", "foreach (var key in map.Keys) map[key]++;")]
    [InlineData("foreach (var value in [|map.Values.ToArray()|]) Console.WriteLine(value);", "foreach (var value in map.Values) Console.WriteLine(value);")]
    [InlineData("foreach (var value in [|new List<int>(map.Values)|]) Console.WriteLine(value);", "foreach (var value in map.Values) Console.WriteLine(value);")]
    [InlineData("foreach (var key in [|Enumerable.ToList(map.Keys)|]) Console.WriteLine(key);", "foreach (var key in map.Keys) Console.WriteLine(key);")]
    [InlineData("foreach (var x in [|set.ToList()|]) { if (x.Length > 3) set.Remove(x); }", "foreach (var x in set) { if (x.Length > 3) set.Remove(x); }")]
    [InlineData("foreach (var x in [|list.ToArray()|]) text.Append(x);", "foreach (var x in list) text.Append(x);")]
    [InlineData("foreach (var p in [|sorted.ToList()|]) Console.WriteLine(p);", "foreach (var p in sorted) Console.WriteLine(p);")]
    [InlineData("foreach (var key in [|map.Keys.ToList()|]) Drop(key);", "foreach (var key in map.Keys) Drop(key);")]
    [InlineData("foreach (var p in [|map.ToList()|]) { if (other.ContainsKey(p.Key)) other.Remove(p.Key); }", "foreach (var p in map) { if (other.ContainsKey(p.Key)) other.Remove(p.Key); }")]
    [InlineData("foreach (var p in [|map.ToList()|]) { if (map.Count > 3 && list.Any(x => x == p.Key)) Console.WriteLine(p); }", "foreach (var p in map) { if (map.Count > 3 && list.Any(x => x == p.Key)) Console.WriteLine(p); }")]
    [InlineData("var local = new Dictionary<string, int>(); foreach (var p in [|local.ToList()|]) Unknown(p);", "var local = new Dictionary<string, int>(); foreach (var p in local) Unknown(p);")]
    [InlineData("var local = list.ToDictionary(x => x); foreach (var p in [|local.ToList()|]) { Unknown(p); local.Remove(p.Key); } Unknown(local);", "var local = list.ToDictionary(x => x); foreach (var p in local) { Unknown(p); local.Remove(p.Key); } Unknown(local);")]
    public Task Reports_AndDropsTheCopy(string before, string after) => VerifyFix(InClass(before), InClass(after));

    [Theory]

    // The loop does more to the collection than a walk allows, or would not visit the same.
    [InlineData("foreach (var p in map.ToList()) map.Clear();")]
    [InlineData("foreach (var p in map.ToList()) map.Remove(p.Key + \"2\");")]
    [InlineData("foreach (var p in map.ToList()) map[p.Key + \"2\"] = 1;")]
    [InlineData("foreach (var p in map.ToList()) map.Add(p.Key + \"2\", 1);")]
    [InlineData("foreach (var p in map.ToList()) map.TryAdd(p.Key + \"2\", 1);")]
    [InlineData("foreach (var p in map.ToList()) { map.Remove(p.Key); map[p.Key] = 1; }")]
    [InlineData("foreach (var value in map.Values.ToList()) map.Remove(\"a\" + value);")]
    [InlineData("foreach (var key in map.Keys.ToList()) DropOther(key);")]
    [InlineData("foreach (var p in map.ToList()) { foreach (var q in map.Keys) map.Remove(p.Key); }")]
    [InlineData("foreach (var p in sorted.ToList()) sorted.Remove(p.Key);")]
    [InlineData("foreach (var x in list.ToList()) list.Remove(x);")]
    [InlineData("foreach (var x in set.ToList()) set.Add(x + \"2\");")]
    [InlineData("foreach (var p in map.ToList()) map = new();")]
    [InlineData("foreach (var p in map.ToList()) { var alias = map; alias.Clear(); }")]
    [InlineData("foreach (var p in map.ToList()) Alias().Remove(\"a\");")]
    [InlineData("foreach (var p in map.ToList()) unclear.Remove(\"a\");")]

    // What it calls is not known.
    [InlineData("foreach (var p in map.ToList()) Unknown(p);")]
    [InlineData("foreach (var p in map.ToList()) Changed?.Invoke(p.Key);")]
    [InlineData("foreach (var x in disposables.ToList()) x.Dispose();")]
    [InlineData("foreach (var x in actions.ToArray()) x();")]
    [InlineData("foreach (var p in map.ToList()) Use(map);")]
    [InlineData("foreach (var p in map.ToList()) new System.IO.StringReader(p.Key).Dispose();")]
    [InlineData("foreach (var p in map.ToList()) { foreach (var q in unknown) Console.WriteLine(q); }")]
    [InlineData("foreach (var p in map.ToList()) { var any = unknown.Any(); }")]
    [InlineData("var local = new Dictionary<string, int>(); Use(local); foreach (var p in local.ToList()) Unknown(p);")]
    [InlineData("var local = new Dictionary<string, int>(); Action clear = () => local.Clear(); foreach (var p in local.ToList()) clear();")]
    [InlineData("var local = new Dictionary<string, int>(); foreach (var p in local.ToList()) Clear(); void Clear() => local.Clear();")]
    [InlineData("while (true) { var local = new Dictionary<string, int>(); foreach (var p in local.ToList()) Unknown(p); kept = local; }")]

    // Not this question.
    [InlineData("foreach (var p in shared.ToList()) Console.WriteLine(p);")]
    [InlineData("foreach (var p in open.ToList()) Console.WriteLine(p);")]
    [InlineData("foreach (var p in concurrent.ToArray()) Console.WriteLine(p);")]
    [InlineData("foreach (var p in frozen.ToArray()) Console.WriteLine(p);")]
    [InlineData("foreach (var p in map.Where(p => p.Value > 1).ToList()) Console.WriteLine(p);")]
    [InlineData("foreach (var p in map.OrderBy(p => p.Value).ToList()) Console.WriteLine(p);")]
    [InlineData("foreach (var p in map) map.Remove(p.Key);")]
    [InlineData("var copy = map.ToList(); foreach (var p in copy) Console.WriteLine(p); copy.Clear();")]
    [InlineData("foreach (var x in new List<object>(list)) Console.WriteLine(x);")]
    [InlineData("foreach (var x in new HashSet<string>(list)) Console.WriteLine(x);")]
    [InlineData("foreach (var p in Copies.ToList()) Console.WriteLine(p);")]
    public Task DoesNotReport(string body) => Verify(InClass(body));

    [Fact]
    public Task DoesNotReport_AParameter() => Verify(
        """
        using System;
        using System.Collections.Generic;
        using System.Linq;

        class C
        {
            void M(Dictionary<string, int> map) { foreach (var p in map.ToList()) Console.WriteLine(p); }
        }
        """);

    [Theory]
    [InlineData("private readonly object gate = new(); void L() { lock (gate) { } }")]
    [InlineData("private readonly System.Threading.SemaphoreSlim gate = new(1);")]
    [InlineData("async System.Threading.Tasks.Task L() { await System.Threading.Tasks.Task.Yield(); }")]
    [InlineData("private readonly System.Threading.Timer timer = new(_ => { });")]
    public Task DoesNotReport_InATypeThatKnowsOfThreads(string member) => Verify(
        $$"""
        using System;
        using System.Collections.Generic;
        using System.Linq;

        class C
        {
            private readonly Dictionary<string, int> map = new();

            void M() { foreach (var p in map.ToList()) Console.WriteLine(p); }

            {{member}}
        }
        """);

    [Fact]
    public Task DoesNotReport_WhereTheLoopYieldsOrWaits() => Verify(
        """
        using System.Collections.Generic;
        using System.Linq;

        class C
        {
            private readonly Dictionary<string, int> map = new();

            IEnumerable<string> M() { foreach (var p in map.ToList()) yield return p.Key; }
        }
        """);

    [Fact]
    public Task DoesNotReport_ARemovalWhereTheFrameworkForbidsIt() => Verify(
        """
        using System.Collections.Generic;
        using System.Linq;

        class C
        {
            private readonly Dictionary<string, int> map = new Dictionary<string, int>();

            void M() { foreach (var p in map.ToList()) map.Remove(p.Key); }
        }
        """,
        test => test.ReferenceAssemblies = ReferenceAssemblies.NetStandard.NetStandard20);

    [Theory]
    [InlineData("build_property.TargetFrameworks", "net472")]
    [InlineData("build_property._DictionaryAnalyzersTargetFrameworks", "net10.0|netstandard2.0")]
    public Task DoesNotReport_ARemovalWhereAnotherTargetForbidsIt(string property, string value) => Verify(
        """
        using System.Collections.Generic;
        using System.Linq;

        class C
        {
            private readonly Dictionary<string, int> map = new();

            void M() { foreach (var p in map.ToList()) map.Remove(p.Key); }
        }
        """,
        test => test.Extra.GlobalOptions[property] = value);

    [Fact]
    public Task Reports_AWalkThatChangesNothing_OnEveryFramework() => Verify(
        """
        using System;
        using System.Collections.Generic;
        using System.Linq;

        class C
        {
            private readonly Dictionary<string, int> map = new Dictionary<string, int>();

            void M() { foreach (var p in [|map.ToList()|]) Console.WriteLine(p.Key); }
        }
        """,
        test => test.ReferenceAssemblies = ReferenceAssemblies.NetFramework.Net472.Default);

    [Fact]
    public Task Reports_ARemovalWhereEveryTargetAllowsIt() => Verify(
        """
        using System.Collections.Generic;
        using System.Linq;

        class C
        {
            private readonly Dictionary<string, int> map = new();

            void M() { foreach (var p in [|map.ToList()|]) map.Remove(p.Key); }
        }
        """,
        test => test.Extra.GlobalOptions["build_property._DictionaryAnalyzersTargetFrameworks"] = "net8.0|net10.0");

    [Fact]
    public Task Says_WhatIsCopied()
    {
        var test = new CSharpAnalyzerTest<DICT102UnneededSnapshotAnalyzer, DefaultVerifier>
        {
            TestCode = InClass("foreach (var key in {|#0:map.Keys.ToList()|}) Console.WriteLine(key);"),
        };
        test.ExpectedDiagnostics.Add(new DiagnosticResult("DICT102", DiagnosticSeverity.Info).WithLocation(0).WithOptions(DiagnosticOptions.IgnoreAdditionalLocations).WithMessage(
            "'map.Keys.ToList()' copies 'map.Keys' before the loop, which allocates an element for each entry: on this framework everything that the loop does to it is legal while it is enumerated"));
        return test.RunAsync();
    }

    [Fact]
    public Task FixAll_OverDocumentsAndProjects()
    {
        const string Before = "foreach (var p in [|map.ToList()|]) { foreach (var q in [|list.ToArray()|]) { Console.WriteLine(q); } }";
        const string After = "foreach (var p in map) { foreach (var q in list) { Console.WriteLine(q); } }";
        return VerifyFix(InClass(Before), InClass(After), test =>
        {
            test.TestState.Sources.Add(("/0/B.cs", InClass(Before, "B")));
            test.TestState.AdditionalProjects["Other"].Sources.Add(("/Other/D.cs", InClass(Before, "D")));
            test.FixedState.Sources.Add(("/0/B.cs", InClass(After, "B")));
            test.FixedState.AdditionalProjects["Other"].Sources.Add(("/Other/D.cs", InClass(After, "D")));
        });
    }

    [Fact]
    public Task Fix_KeepsCommentsAround() => VerifyFix(
        InClass("foreach (var p in /* all */ [|map.ToList()|] /* of them */) Console.WriteLine(p);"),
        InClass("foreach (var p in /* all */ map /* of them */) Console.WriteLine(p);"));

    [Fact]
    public Task Fix_IsNotOfferedWhereACommentWouldBeLost() => VerifyFix(
        InClass("foreach (var p in [|map/* why */.ToList()|]) Console.WriteLine(p);"), null);

    private static string InClass(string body, string name = "C") =>
        $$"""
        using System;
        using System.Collections.Concurrent;
        using System.Collections.Frozen;
        using System.Collections.Generic;
        using System.Linq;
        using System.Text;

        class {{name}}
        {
            private Dictionary<string, int> map = new();
            private readonly Dictionary<string, int> other = new();
            private readonly Dictionary<string, int> unclear;
            private readonly SortedDictionary<string, int> sorted = new();
            private readonly HashSet<string> set = new();
            private readonly List<string> list = new();
            private readonly List<IDisposable> disposables = new();
            private readonly List<Action> actions = new();
            private readonly StringBuilder text = new();
            private readonly FrozenDictionary<string, int> frozen = new Dictionary<string, int>().ToFrozenDictionary();
            private readonly IEnumerable<string> unknown;
            private static readonly Dictionary<string, int> shared = new();
            internal readonly Dictionary<string, int> open = new();
            private object? kept;

            public event Action<string>? Changed;

            public {{name}}(Dictionary<string, int> given, IEnumerable<string> sequence)
            {
                unclear = given;
                unknown = sequence;
            }

            private Dictionary<string, int> Copies => new(map);

            private void M()
            {
                {{body}}
            }

            private void Drop(string key) => map.Remove(key);
            private void DropOther(string key) => map.Remove(key + "2");
            private Dictionary<string, int> Alias() => map;
            private void Use(object o) => kept = o;
            protected virtual void Unknown(object o) { }
        }
        """.Replace("private readonly FrozenDictionary", ConcurrentWhenUsed(body) + "private readonly FrozenDictionary", StringComparison.Ordinal);

    // Its name alone says that the type knows of threads.
    private static string ConcurrentWhenUsed(string body) =>
        body.Contains("concurrent", StringComparison.Ordinal) ? "private readonly ConcurrentDictionary<string, int> concurrent = new();\n    " : string.Empty;

    private static Task Verify(string source, Action<CSharpAnalyzerTest<DICT102UnneededSnapshotAnalyzer, DefaultVerifier>>? change = null)
    {
        var test = new CSharpAnalyzerTest<DICT102UnneededSnapshotAnalyzer, DefaultVerifier> { TestCode = source };
        change?.Invoke(test);
        return test.RunAsync();
    }

    private static Task VerifyFix(string source, string? repaired, Action<FixTest>? change = null)
    {
        var test = new FixTest { TestCode = source, CodeActionEquivalenceKey = DICT102UnneededSnapshotCodeFix.DropCopyKey };
        if (repaired is not null)
        {
            test.FixedCode = repaired;
        }

        change?.Invoke(test);
        return test.RunAsync();
    }

    private sealed class FixTest : CSharpCodeFixTest<DICT102UnneededSnapshotAnalyzer, DICT102UnneededSnapshotCodeFix, DefaultVerifier>;
}
