using System;
using System.Threading.Tasks;
using DictionaryAnalyzers.Rules.Sharing;
using DictionaryAnalyzers.Testing;
using Microsoft.CodeAnalysis;
using Xunit;

namespace DictionaryAnalyzers.Tests.Rules.Sharing;

public class DICT208WholeTableInLoopTests
{
    [Theory]

    // In a loop of its own body.
    [InlineData("while ([|cd.Count|] > 100) cd.TryRemove(cd.First().Key, out _);")]
    [InlineData("do { cd.TryRemove(cd.First().Key, out _); } while ([|cd.Count|] > limit);")]
    [InlineData("foreach (var item in items) { cd[item] = 1; if ([|cd.Count|] > 1000) cd.Clear(); }")]
    [InlineData("foreach (var item in items) { var keys = [|cd.Keys|].ToList(); Use(keys); }")]
    [InlineData("foreach (var item in items) { if ([|cd.Values|].Any(v => v > 3)) Use(item); }")]
    [InlineData("while (true) { foreach (var v in [|cd.Values|]) Use(v); System.Threading.Thread.Sleep(100); }")]
    [InlineData("for (var i = 0; i < limit; i++) { switch (i) { case 1: { Use([|cd.Count|]); break; } } }")]
    [InlineData("foreach (var item in items) { if (item == \"a\") { Use([|cd.Count|]); continue; } Use(item); }")]
    [InlineData("foreach (var item in items) { foreach (var other in items) { Use([|cd.Count|]); break; } }")]
    [InlineData("IDictionary<string, int> same = cd; foreach (var item in items) { Use([|same.Keys|]); cd.TryAdd(item, 1); }")]

    // In what runs for each element.
    [InlineData("System.Threading.Tasks.Parallel.ForEach(items, item => { cd[item] = 1; Use([|cd.Count|]); });")]
    [InlineData("Use(items.Select(item => item + [|cd.Count|]).ToList());")]
    [InlineData("items.ForEach(item => Use([|cd.Keys|]));")]
    [InlineData("foreach (var item in items) { var late = items.Any(other => { if (item == other) { return [|cd.Count|] > limit; } return false; }); Use(late); }")]
    public Task Reports(string body) => Verify(InClass(body));

    [Theory]

    // Once.
    [InlineData("Use(cd.Count); foreach (var key in cd.Keys) Use(key);")]
    [InlineData("if (cd.Count > 1000) cd.Clear();")]
    [InlineData("foreach (var key in cd.Keys.ToList()) Use(key);")]
    [InlineData("for (var i = cd.Count; i > 0; i--) Use(i);")]
    [InlineData("foreach (var item in items) { if (item == \"a\") { Use(cd.Count); return; } }")]
    [InlineData("foreach (var item in items) { if (item == \"a\") { Use(cd.Count); break; } }")]
    [InlineData("foreach (var item in items) { if (item == \"a\") throw new Exception(\"of \" + cd.Count); }")]
    [InlineData("Action later = () => Use(cd.Count); foreach (var item in items) later += () => Use(cd.Count);")]
    [InlineData("var count = cd.Count; foreach (var item in items) Use(count);")]

    // What takes no locks, what others report, and other collections.
    [InlineData("foreach (var item in items) { if (cd.IsEmpty) Use(item); foreach (var p in cd) Use(p); }")]
    [InlineData("while (cd.Count > 0) cd.TryRemove(cd.First().Key, out _);")]
    [InlineData("foreach (var item in items) { if (cd.Count == 0 || cd.Count is 0 || cd.Count < 1 || 0 != cd.Count) Use(item); }")]
    [InlineData("foreach (var item in items) { if (cd.Keys.Contains(item)) Use(item); }")]
    [InlineData("foreach (var item in items) { Use(plain.Count); Use(plain.Keys); Use(queue.Count); Use(open.Count); }")]
    [InlineData("foreach (var item in items) { Use(cd.Comparer); Use(own.Count); }")]

    // For people to read, and monitors.
    [InlineData("foreach (var item in items) { Console.WriteLine($\"{item} of {cd.Count}\"); }")]
    [InlineData("foreach (var item in items) { LogProgress(item, cd.Count); }")]
    [InlineData("foreach (var item in items) { System.Diagnostics.Debug.Assert(cd.Count < 9, item); }")]
    [InlineData("while (cd.Count > limit) System.Threading.Thread.Sleep(10);")]

    // Another table in each step.
    [InlineData("var sum = 0; foreach (var table in tables) sum += table.Count; Use(sum);")]
    [InlineData("foreach (var table in tables) { if (table.Count > limit) table.Clear(); }")]
    [InlineData("Use(tables.Sum(table => table.Count));")]

    // Nobody else waits.
    [InlineData("var local = new ConcurrentDictionary<string, int>(); foreach (var item in items) { local[item] = local.Count; }")]
    public Task DoesNotReport(string body) => Verify(InClass(body));

    [Fact]
    public Task Reports_WhatALoopOfTheTypeCalls() => Verify(InClass(
        "foreach (var item in items) { Add(item); } for (var i = 0; i < Size; i++) { Use(i); }",
        """
            private int Size => [|cd.Count|];
            private void Add(string item) { cd[item] = 1; Trim(); }
            private void Trim() { if ([|cd.Count|] > limit) { cd.Clear(); } }
        """));

    [Fact]
    public Task DoesNotReport_WhatNoLoopCalls() => Verify(InClass(
        "Add(\"a\"); Use(Size); foreach (var item in items) { Use(item); LogProgress(item, Size); Later(() => Trim()); }",
        """
            public int Size => cd.Count;
            private void Add(string item) { cd[item] = 1; Trim(); }
            private void Trim() { if (cd.Count > limit) { cd.Clear(); } }
            public override string ToString() { var text = ""; foreach (var item in items) { text += cd.Count; } return text; }
            public void Dispose() { foreach (var item in items) { cd.TryRemove(item, out _); Use(cd.Count); } }
            private static void Later(Action action) { }
        """));

    [Fact]
    public Task DoesNotReport_InATest() => Verify(InClass(
        "",
        """
            [Fact] public void Adds() { foreach (var item in items) { cd[item] = 1; Use(cd.Count); } }
            private sealed class FactAttribute : Attribute { }
        """));

    [Fact]
    public Task Says_WhichLoop()
    {
        var test = new CSharpAnalyzerTest<DICT208WholeTableInLoopAnalyzer, DefaultVerifier>
        {
            TestCode = InClass(
                "foreach (var item in items) { Use({|#0:cd.Keys|}); Size(); }",
                "    private int Size() { return {|#1:cd.Count|} + 1; }"),
        };
        test.ExpectedDiagnostics.Add(new DiagnosticResult("DICT208", DiagnosticSeverity.Info).WithLocation(0).WithOptions(DiagnosticOptions.IgnoreAdditionalLocations)
            .WithMessage("'Keys' takes every lock of 'cd' and copies the table: the loop around it does so in each of its steps, and all other threads wait"));
        test.ExpectedDiagnostics.Add(new DiagnosticResult("DICT208", DiagnosticSeverity.Info).WithLocation(1).WithOptions(DiagnosticOptions.IgnoreAdditionalLocations)
            .WithMessage("'Count' takes every lock of 'cd': a loop that calls this member does so in each of its steps, and all other threads wait"));
        return test.RunAsync();
    }

    [Theory]
    [InlineData("while (true) foreach (var key in [|cd.Keys|]) Use(key);", "while (true) foreach (var (key, _) in cd) Use(key);")]
    [InlineData("while (true) foreach (var value in [|cd.Values|]) Use(value);", "while (true) foreach (var (_, value) in cd) Use(value);")]
    [InlineData("while (true) foreach (string key in [|cd.Keys|]) Use(key);", "while (true) foreach ((string key, _) in cd) Use(key);")]
    [InlineData("while (true) foreach (/* each */ var /* a */ key /* of */ in [|this.cd.Keys|] /* all */) { Use(key); }", "while (true) foreach (/* each */ var /* a */ (key, _) /* of */ in this.cd /* all */) { Use(key); }")]
    [InlineData("while (true) foreach (var key in [|cd.Keys|]) { if (key == \"a\") cd.TryRemove(key, out _); }", "while (true) foreach (var (key, _) in cd) { if (key == \"a\") cd.TryRemove(key, out _); }")]
    [InlineData("while (true) foreach (var key in [|cd.Keys|]) { cd[key] = 1; plain.Remove(key); }", "while (true) foreach (var (key, _) in cd) { cd[key] = 1; plain.Remove(key); }")]
    public Task Repairs_ByAWalkOfTheDictionary(string before, string after) => VerifyFix(DICT208WholeTableInLoopCodeFix.WalkKey, InClass(before), InClass(after));

    [Theory]
    [InlineData("while (true) foreach (var key in [|cd.Keys|]) cd.TryAdd(key + \"2\", 1);")]
    [InlineData("while (true) foreach (var key in [|cd.Keys|]) cd.TryRemove(key + \"2\", out _);")]
    [InlineData("while (true) foreach (var value in [|cd.Values|]) cd.TryRemove(\"a\" + value, out _);")]
    [InlineData("while (true) foreach (var key in [|cd.Keys|]) cd.Clear();")]
    [InlineData("while (true) foreach (var key in [|cd.Keys|]) Put(key + \"2\");")]
    [InlineData("while (true) foreach (var key in [|cd.Keys|].Where(k => k != \"a\")) Use(key);")]
    [InlineData("while (true) foreach (var key in [|cd./* why */Keys|]) Use(key);")]
    [InlineData("IEnumerable<string> All() { while (true) foreach (var key in [|cd.Keys|]) yield return key; } Use(All());")]
    public Task OffersNoWalk(string body) => VerifyFix(DICT208WholeTableInLoopCodeFix.WalkKey, InClass(body, Put), null);

    [Theory]
    [InlineData("foreach (var item in items) Use([|cd.Keys|].Count);", "foreach (var item in items) Use([|cd.Count|]);")]
    [InlineData("foreach (var item in items) Use([|cd.Values|].Count());", "foreach (var item in items) Use([|cd.Count|]);")]
    [InlineData("foreach (var item in items) Use([|cd.Keys|] /* why */ .Count);", "foreach (var item in items) Use([|cd.Keys|] /* why */ .Count);")]
    [InlineData("foreach (var item in items) Use([|cd.Values|].Count(value => value > 1));", "foreach (var item in items) Use([|cd.Values|].Count(value => value > 1));")]
    public Task Repairs_ByTheCountOfTheDictionary(string before, string after) =>
        VerifyFix(DICT208WholeTableInLoopCodeFix.CountDirectlyKey, InClass(before), before == after ? null : InClass(after));

    [Theory]
    [InlineData(
        "Use(1);\n        // Each of them.\n        foreach (var item in items) Use(item.Length * [|cd.Count|]);",
        "Use(1);\n        var count = cd.Count;\n        // Each of them.\n        foreach (var item in items) Use(item.Length * count);")]
    [InlineData(
        "foreach (var a in items) { foreach (var b in items) { Use([|cd.Count|]); } Use([|cd.Count|]); }",
        "var count = cd.Count;\n        var count2 = cd.Count;\n        foreach (var a in items) { foreach (var b in items) { Use(count); } Use(count2); }")]
    [InlineData(
        "while (true)\n        {\n            foreach (var a in items) { Use([|cd.Count|]); }\n        }",
        "while (true)\n        {\n            var count = [|cd.Count|];\n            foreach (var a in items) { Use(count); }\n        }")]
    [InlineData(
        "for (var i = 0; i < [|cd.Count|]; i++) { Use(i); }",
        "var count = cd.Count;\n        for (var i = 0; i < count; i++) { Use(i); }")]
    public Task Repairs_ByACountBeforeTheLoop(string before, string after) => VerifyFix(DICT208WholeTableInLoopCodeFix.CountBeforeKey, InClass(before), InClass(after));

    [Fact]
    public Task Repairs_InTheLayoutOfTheFile() => VerifyFix(
        DICT208WholeTableInLoopCodeFix.CountBeforeKey,
        """
        using System.Collections.Concurrent;

        class C
        {
          private readonly ConcurrentDictionary<string, int> cd = new();

          public int M(int[] items)
          {
            var sum = 0;
            foreach (var item in items)
            {
              sum += item * [|cd.Count|];
            }

            return sum;
          }
        }
        """,
        """
        using System.Collections.Concurrent;

        class C
        {
          private readonly ConcurrentDictionary<string, int> cd = new();

          public int M(int[] items)
          {
            var sum = 0;
            var count = cd.Count;
            foreach (var item in items)
            {
              sum += item * count;
            }

            return sum;
          }
        }
        """);

    // A bounded cache that counts at each insertion.
    [Theory]
    [InlineData("cd.TryAdd(\"a\", 1); if ([|cd.Count|] > limit) cd.Clear();")]
    [InlineData("if ([|cd.Count|] >= limit) { Use(1); return; } cd[\"a\"] = 1;")]
    [InlineData("if (limit < [|this.cd.Count|]) { this.cd.Clear(); } Use(cd.GetOrAdd(\"a\", 1));")]
    [InlineData("cd.AddOrUpdate(\"a\", 1, (_, old) => old + 1); if ([|cd.Keys|].Count > 100) Use(1);")]
    [InlineData("cd[\"a\"] = 1; if ([|cd.Count|] is > 100) Use(1);")]
    public Task Reports_ALimitAtTheInsertion(string body) => Verify(InClass(body));

    [Theory]
    [InlineData("if (cd.Count > limit) cd.Clear();")]
    [InlineData("if (cd.Count > limit) cd.TryRemove(\"a\", out _);")]
    [InlineData("cd.TryAdd(\"a\", 1); if (cd.Count > 0 || cd.Count >= 1) Use(1);")]
    [InlineData("cd.TryAdd(\"a\", 1); if (cd.Count == limit) Use(1);")]
    [InlineData("cd.TryAdd(\"a\", 1); Use(cd.Count);")]
    [InlineData("cd[\"a\"] = 1; if (limit % 100 == 0 && cd.Count > limit) cd.Clear();")]
    [InlineData("cd[\"a\"] = 1; if ((limit & 15) == 0) { if (cd.Count > limit) cd.Clear(); }")]
    [InlineData("plain[\"a\"] = 1; if (cd.Count > limit) Use(1);")]
    [InlineData("tables[0].TryAdd(\"a\", 1); if (cd.Count > limit) Use(1);")]
    [InlineData("var local = new ConcurrentDictionary<string, int>(); local[\"a\"] = 1; if (local.Count > limit) Use(1);")]
    [InlineData("cd.TryAdd(\"a\", 1); if (cd.Count > limit) throw new Exception(\"full\"); ", "public override string ToString() { cd.TryAdd(\"a\", 1); return cd.Count > limit ? \"full\" : \"\"; }")]
    public Task DoesNotReport_OtherCounts(string body, string members = "") => Verify(InClass(members.Length == 0 ? body : "", members));

    [Theory]
    [InlineData("while ([|cd.Count|] > limit) Use(1);")]
    [InlineData("foreach (var item in items) { cd[item] = 1; Use([|cd.Count|]); }")]
    [InlineData("foreach (var item in items) { Put(item); Use([|cd.Count|]); }")]
    [InlineData("foreach (var item in items) { var own = Table(item); Use([|own.Count|]); }")]
    [InlineData("items.ForEach(item => Use([|cd.Count|]));")]

    // Asked once or never instead of in each step, or sooner than what stands before it.
    [InlineData("foreach (var item in items) Use([|Computed.Count|]);")]
    [InlineData("foreach (var item in items) Use([|Same().Count|]);")]
    [InlineData("foreach (var item in items) Use([|maybe!.Count|]);")]
    [InlineData("if (maybe == null) Use(1); foreach (var item in items) { if (maybe != null) Use([|maybe.Count|]); }")]

    // Whoever walks the iterator does what it likes between two steps.
    [InlineData("IEnumerable<int> All() { foreach (var item in items) yield return [|cd.Count|]; } Use(All());")]
    public Task OffersNoCountBefore(string body) => VerifyFix(DICT208WholeTableInLoopCodeFix.CountBeforeKey, InClass(body, Put), null);

    // Two fields that were given from outside may hold one dictionary; two that were made here do not.
    [Theory]
    [InlineData("given", null)]
    [InlineData("new()", "var count = cd.Count;\n        foreach (var item in items) { other.TryAdd(item, 1); Use(count); }")]
    public Task OffersNoCountBefore_WhereAnotherFieldMayHoldTheSame(string value, string? repaired)
    {
        return VerifyFix(
            DICT208WholeTableInLoopCodeFix.CountBeforeKey,
            Source("foreach (var item in items) { other.TryAdd(item, 1); Use([|cd.Count|]); }"),
            repaired is null ? null : Source(repaired));

        string Source(string body) => $$"""
            using System.Collections.Concurrent;

            class C
            {
                private readonly ConcurrentDictionary<string, int> cd;
                private readonly ConcurrentDictionary<string, int> other;

                public C(ConcurrentDictionary<string, int> given)
                {
                    cd = {{value}};
                    other = {{value}};
                }

                public void M(string[] items)
                {
                    {{body}}
                }

                private static void Use(object? o) { }
            }
            """;
    }

    [Fact]
    public Task OffersNoWalk_WherePairsDoNotComeApart() => VerifyFix(
        DICT208WholeTableInLoopCodeFix.WalkKey,
        """
        using System.Collections.Concurrent;

        class C
        {
            private readonly ConcurrentDictionary<string, int> cd = new ConcurrentDictionary<string, int>();

            void M() { while (true) foreach (var key in [|cd.Keys|]) { key.ToString(); } }
        }
        """,
        null,
        test => test.ReferenceAssemblies = ReferenceAssemblies.NetFramework.Net472.Default);

    [Fact]
    public Task OffersNoWalk_WhereAnotherProjectThatCompilesTheFileHasNone()
    {
        const string Source = """
            using System.Collections.Concurrent;

            class C
            {
                private readonly ConcurrentDictionary<string, int> cd = new ConcurrentDictionary<string, int>();

                void M() { while (true) foreach (var key in [|cd.Keys|]) { key.ToString(); } }
            }
            """;
        return VerifyFix(DICT208WholeTableInLoopCodeFix.WalkKey, Source, null, test =>
        {
            var other = test.TestState.AdditionalProjects["Framework"];
            other.ReferenceAssemblies = ReferenceAssemblies.NetFramework.Net472.Default;
            other.Sources.Add(("/0/Test0.cs", Source));
        });
    }

    [Fact]
    public Task FixAll_OverDocumentsAndProjects()
    {
        const string Before = "while (true) foreach (var key in [|cd.Keys|]) { foreach (var value in [|cd.Values|]) { Use(key); Use(value); } }";
        const string After = "while (true) foreach (var (key, _) in cd) { foreach (var (_, value) in cd) { Use(key); Use(value); } }";
        return VerifyFix(DICT208WholeTableInLoopCodeFix.WalkKey, InClass(Before), InClass(After), test =>
        {
            test.TestState.AdditionalProjects["Other"].Sources.Add(("/Other/D.cs", InClass(Before)));
            test.FixedState.AdditionalProjects["Other"].Sources.Add(("/Other/D.cs", InClass(After)));
        });
    }

    private const string Put = "    private void Put(string key) => cd[key] = 1;\n    private ConcurrentDictionary<string, int> Table(string key) => tables[key.Length];\n    private ConcurrentDictionary<string, int> Computed { get { Use(1); return cd; } }\n    private ConcurrentDictionary<string, int> Same() { Use(1); return cd; }\n    private ConcurrentDictionary<string, int>? maybe = null;";

    private static string InClass(string body, string members = "") =>
        $$"""
        using System;
        using System.Collections.Concurrent;
        using System.Collections.Generic;
        using System.Linq;

        class C
        {
            private readonly ConcurrentDictionary<string, int> cd = new();
            private readonly Dictionary<string, int> plain = new();
            private readonly ConcurrentQueue<int> queue = new();
            private readonly Own own = new();
            private readonly List<string> items = new();
            private readonly List<ConcurrentDictionary<string, int>> tables = new();
            internal IDictionary<string, int> open = new Dictionary<string, int>();
            private readonly int limit = 10;

            public void M()
            {
                {{body}}
            }

        {{members}}

            private static void LogProgress(string item, int of) { }
            private static void Use(object? o) { }
        }

        class Own { public int Count => 1; }
        """;

    private static Task Verify(string source) => new CSharpAnalyzerTest<DICT208WholeTableInLoopAnalyzer, DefaultVerifier> { TestCode = source }.RunAsync();

    private static Task VerifyFix(string key, string source, string? repaired, Action<FixTest>? change = null)
    {
        var test = new FixTest { TestCode = source, CodeActionEquivalenceKey = key };
        if (repaired is not null)
        {
            test.FixedCode = repaired;
        }

        change?.Invoke(test);
        return test.RunAsync();
    }

    private sealed class FixTest : CSharpCodeFixTest<DICT208WholeTableInLoopAnalyzer, DICT208WholeTableInLoopCodeFix, DefaultVerifier>;
}
