using System.Collections.Generic;
using System.Threading.Tasks;
using DictionaryAnalyzers.Proofs.Racing;
using DictionaryAnalyzers.Rules.Sharing;
using DictionaryAnalyzers.Testing.Running;
using Xunit;

namespace DictionaryAnalyzers.Proofs.Rules.Sharing;

// Before the repair threads lose each other's work; after it a million operations lose nothing, and one thread alone sees no difference.
public class DICT204CheckThenActProofs
{
    [Theory]
    [InlineData("counts[key]++;")]
    [InlineData("counts[key] = counts[key] + 1;")]
    [InlineData("counts.TryGetValue(key, out var n); counts[key] = n + 1;")]
    [InlineData("counts[key] = counts.TryGetValue(key, out var n) ? n + 1 : 1;")]
    [InlineData("counts[key] = counts.GetValueOrDefault(key) + 1;")]
    [InlineData("if (counts.TryGetValue(key, out var n)) counts[key] = n + 1; else counts.TryAdd(key, 1);")]
    [InlineData("if (!counts.TryAdd(key, 1)) counts[key]++;")]
    [InlineData("if (!counts.ContainsKey(key)) counts[key] = 0; counts[key] += one;")]
    [InlineData("var n = counts[key]; counts[key] = n + one;")]
    public Task Updates_AreNotLost(string statements) => Proof
        .Of<DICT204CheckThenActAnalyzer, DICT204CheckThenActCodeFix>(
            $$"""
            using System.Collections.Concurrent;
            using System.Collections.Generic;

            Race.Run(8, 1_000_000, _ => Counter.Count("all", 1));
            System.Console.WriteLine(Counter.Total == 1_000_000 ? "all" : "lost");

            static class Counter
            {
                private static readonly ConcurrentDictionary<string, int> counts = new() { ["all"] = 0 };

                public static int Total => counts["all"];

                public static void Count(string key, int one)
                {
                    {{statements}}
                }
            }
            """)
        .WithKey(DICT204CheckThenActCodeFix.AtomicCallKey)
        .WithRaces()
        .FaultsWithOutput("lost")
        .ThenPrints("all")
        .RunAsync();

    [Theory]
    [InlineData("if (!map.TryGetValue(key, out var s)) { s = new object(); map[key] = s; } return s;")]
    [InlineData("if (map.TryGetValue(key, out var s)) return s; s = new object(); map[key] = s; return s;")]
    [InlineData("if (!map.TryGetValue(key, out var s)) { s = new object(); map.TryAdd(key, s); } return s;")]
    [InlineData("return map.TryGetValue(key, out var s) ? s : map[key] = new object();")]
    [InlineData("if (!map.ContainsKey(key)) { var made = new object(); map[key] = made; return made; } return map[key];")]
    [InlineData("if (!map.TryGetValue(key, out var s)) { var made = Task.FromResult(new object()); s = await made; map[key] = s; } return s;")]
    public Task TwoThreads_GetTheSameValue(string statements) => Proof
        .Of<DICT204CheckThenActAnalyzer, DICT204CheckThenActCodeFix>(
            $$"""
            using System.Collections.Concurrent;
            using System.Threading.Tasks;

            var got = new object[2];
            var two = Race.Until(_ => got[0] != got[1], round => got[0] = Sessions.Get(round).Result, round => got[1] = Sessions.Get(round).Result);
            System.Console.WriteLine(two ? "two" : "one");

            static class Sessions
            {
                private static readonly ConcurrentDictionary<int, object> map = new(Race.Comparer<int>());

            #pragma warning disable CS1998
                public static async Task<object> Get(int key)
                {
                    {{statements}}
                }
            }
            """)
        .WithKey(DICT204CheckThenActCodeFix.AtomicCallKey)
        .WithRaces()
        .FaultsWithOutput("two")
        .ThenPrints("one")
        .RunAsync();

    [Theory]
    [InlineData("if (!seen.ContainsKey(key)) { seen[key] = 1; Work(); }")]
    [InlineData("if (seen.ContainsKey(key)) return; seen[key] = 1; Work();")]
    [InlineData("if (seen.TryGetValue(key, out _)) return; seen[key] = key + 1; Work();")]
    public Task Work_IsDoneOnce(string statements) => Proof
        .Of<DICT204CheckThenActAnalyzer, DICT204CheckThenActCodeFix>(
            $$"""
            using System.Collections.Concurrent;
            using System.Threading;

            System.Console.WriteLine(Race.Until(2, Jobs.Do, round => Jobs.Done != round + 1) ? "twice" : "once");

            static class Jobs
            {
                private static readonly ConcurrentDictionary<int, int> seen = new(Race.Comparer<int>());
                private static int done;

                public static int Done => done;

                public static void Do(int key)
                {
                    {{statements}}
                }

                private static void Work() => Interlocked.Increment(ref done);
            }
            """)
        .WithKey(DICT204CheckThenActCodeFix.AtomicCallKey)
        .WithRaces()
        .FaultsWithOutput("twice")
        .ThenPrints("once")
        .RunAsync();

    [Theory]
    [InlineData("if (map.ContainsKey(key)) Use(map[key]);")]
    [InlineData("if (!map.ContainsKey(key)) return; var s = map[key]; Use(s);")]
    [InlineData("Use(map.ContainsKey(key) ? map[key] : \"\");")]
    public Task Reads_DoNotThrow(string statements) => Proof
        .Of<DICT204CheckThenActAnalyzer, DICT204CheckThenActCodeFix>(
            $$"""
            using System.Collections.Concurrent;

            Race.Until(_ => false, round => Names.Read(0), round => Names.Change(0));
            System.Console.WriteLine("read");

            static class Names
            {
                private static readonly ConcurrentDictionary<int, string> map = new(Race.Comparer<int>()) { [0] = "x" };

                public static void Change(int key)
                {
                    map.TryRemove(key, out _);
                    map.TryAdd(key, "y");
                }

                public static void Read(int key)
                {
                    {{statements}}
                }

                private static void Use(string text) => Race.Pause();
            }
            """)
        .WithKey(DICT204CheckThenActCodeFix.AtomicCallKey)
        .WithRaces()
        .FaultsWith<KeyNotFoundException>()
        .ThenPrints("read")
        .RunAsync();

    // Several at a time: each run compiles and repairs a program.
    [Theory]
    [InlineData("""
        if (!map.TryGetValue(key, out var a)) { a = new Session(key); map[key] = a; } Use(a);
        if (!map.TryGetValue(key + 1, out var b)) { b = Make(key, size); map[key + 1] = b; } Use(b);
        if (!map.ContainsKey(key + 2)) map[key + 2] = new Session(prefix) { Count = size }; Use(map[key + 2]);
        var c = map.GetValueOrDefault(key + 3) ?? (map[key + 3] = new Session(key)); Use(c);
        if (!map.TryGetValue(key + 4, out var d)) { d = await LoadAsync(key); map[key + 4] = d; } Use(d);
        if (!counts.ContainsKey(key)) { counts[key] = size; Use(key); } else { Use("again"); }
        if (!map.ContainsKey(key + 5)) { map[key + 5] = new Session(prefix); Use(key); }
        foreach (var k in new[] { key, "z" }) { if (!map.ContainsKey(k)) map[k] = new Session("in a loop"); }
        """)]
    [InlineData("counts[key]++; Use(counts[key] += size);")]
    [InlineData("Use(counts[key] = counts[key] * 2 + size);")]
    [InlineData("checked { counts[key] *= 1_000_000; counts[key] *= 1_000_000; }")]
    [InlineData("bytes[key] += 3; bytes[key]--; Use(--bytes[key]);")]
    [InlineData("texts[key] += key + size; texts[key] = texts[key].ToUpper();")]
    [InlineData("""
        counts.TryGetValue(key, out var a); counts[key] = a + size;
        counts[key + 1] = counts.TryGetValue(key + 1, out var b) ? b * 2 : size;
        counts[key + 2] = counts.GetValueOrDefault(key + 2, 5) - size;
        if (counts.TryGetValue(key + 3, out var c)) counts[key + 3] = c * c; else counts[key + 3] = 3;
        if (!counts.TryAdd(key + 4, size)) counts[key + 4] += size;
        if (!counts.ContainsKey(key + 5)) counts[key + 5] = 7; counts[key + 5] *= 2;
        var e = counts.GetOrAdd(key + 6, 4); counts[key + 6] = e * 3;
        """)]
    [InlineData("""
        if (texts.ContainsKey(key)) Use(texts[key]); else Use("none");
        Use(texts.ContainsKey(prefix) && texts[prefix].Length > 1);
        if (!texts.ContainsKey("a")) return null; var text = texts["a"]; Use(text + text);
        var own = new Session(key); if (!map.TryAdd(key, own)) own = map[key]; Use(own);
        """)]
    public Task OneThread_SeesNoDifference(string statements) => Proof
        .Of<DICT204CheckThenActAnalyzer, DICT204CheckThenActCodeFix>(
            $$"""
            using System;
            using System.Collections.Concurrent;
            using System.Collections.Generic;
            using System.Linq;
            using System.Threading.Tasks;

            var program = new Program();
            foreach (var key in new[] { "a", "b", "a", "absent", "b" })
            {
                try { Console.WriteLine(await program.Run(key, key.Length)); } catch (Exception e) { Console.WriteLine(e.GetType().Name); }
                Console.WriteLine(program);
                program.Drop("b");
            }

            class Session(string name) { public int Count; public override string ToString() => name + Count; }

            partial class Program
            {
                private readonly ConcurrentDictionary<string, Session> map = new();
                private readonly ConcurrentDictionary<string, int> counts = new() { ["a"] = 3 };
                private readonly ConcurrentDictionary<string, byte> bytes = new() { ["a"] = 254 };
                private readonly ConcurrentDictionary<string, string> texts = new() { ["a"] = "t" };
                private readonly List<object?> used = new();
                private readonly string prefix = "p";

                public async Task<object?> Run(string key, int size)
                {
                    await Task.Yield();
                    {{statements}}
                    return null;
                }

                public void Drop(string key) { map.TryRemove(key, out _); counts.TryRemove(key, out _); texts.TryRemove(key, out _); counts["other"] = 1; }
                private Session Make(string key, int size) => new(prefix + key + size);
                private async Task<Session> LoadAsync(string key) { await Task.Yield(); return new Session(key); }
                private void Use(object? x) { if (x is Session s) s.Count++; used.Add(x); }

                public override string ToString() => string.Join(" ", map.OrderBy(p => p.Key)) + string.Join(" ", counts.OrderBy(p => p.Key))
                    + string.Join(" ", bytes.OrderBy(p => p.Key)) + string.Join(" ", texts.OrderBy(p => p.Key)) + string.Join(" ", used);
            }
            """)
        .WithKey(DICT204CheckThenActCodeFix.AtomicCallKey)
        .InProcess()
        .ThenPrintsTheSame()
        .RunAsync();
}
