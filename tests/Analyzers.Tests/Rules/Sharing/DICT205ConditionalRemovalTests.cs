using System.Threading.Tasks;
using DictionaryAnalyzers.Rules.Sharing;
using DictionaryAnalyzers.Testing;
using Xunit;

namespace DictionaryAnalyzers.Tests.Rules.Sharing;

public partial class DICT205ConditionalRemovalTests
{
    [Theory]
    [InlineData("if (leases.TryGetValue(key, out var until) && until < now) [|leases.TryRemove(key, out _)|];")]
    [InlineData("if (leases.TryGetValue(key, out var until)) { if (until < now) { Log(); [|leases.TryRemove(key, out _)|]; } }")]
    [InlineData("if (!leases.TryGetValue(key, out var until) || until >= now) return; [|leases.TryRemove(key, out _)|];")]
    [InlineData("if (leases[key] < now) [|leases.TryRemove(key, out _)|];")]
    [InlineData("var until = leases[key]; var isOver = until < now; if (isOver) [|leases.TryRemove(key, out _)|];")]
    [InlineData("if (leases.GetValueOrDefault(key) == 3) [|leases.Remove(key, out _)|];")]
    [InlineData("if (sessions.TryGetValue(key, out var s) && s.IsStale) [|sessions.TryRemove(key, out _)|];")]
    [InlineData("if (sessions.TryGetValue(key, out var s) && s == mine) [|sessions.TryRemove(key, out _)|];")]
    [InlineData("if (sessions.TryGetValue(key, out var s) && ReferenceEquals(s, mine)) [|sessions.TryRemove(key, out _)|];")]
    [InlineData("if (sessions.TryGetValue(key, out var s) && s is { IsStale: true }) [|sessions.TryRemove(key, out _)|];")]
    [InlineData("if (sessions.TryGetValue(key, out var s) && Over(s)) { await Task.Yield(); [|sessions.TryRemove(key, out _)|]; }")]
    [InlineData("if (leases.TryGetValue(key, out var until) && until < now && [|leases.TryRemove(key, out _)|]) Log();")]
    [InlineData("if (table.TryGetValue(key, out var until) && until < now) [|table.Remove(key)|];")]
    [InlineData("if (leases.AddOrUpdate(key, 0, (_, n) => n - 1) == 0) [|leases.TryRemove(key, out _)|];")]
    [InlineData("var until = leases.GetOrAdd(key, 3); if (until < now) [|leases.TryRemove(key, out _)|];")]
    [InlineData("foreach (var p in leases) if (p.Value < now) [|leases.TryRemove(p.Key, out _)|];")]
    [InlineData("foreach (var p in leases) { var key2 = p.Key; if (p.Value >= now) continue; [|leases.TryRemove(key2, out _)|]; }")]
    [InlineData("foreach (var (k, until) in leases) if (until < now) [|leases.TryRemove(k, out _)|];")]
    [InlineData("foreach (var p in leases.ToArray()) if (Over(p)) [|leases.TryRemove(p.Key, out _)|];")]
    [InlineData("foreach (var p in leases.Where(p => p.Value < now)) [|leases.TryRemove(p.Key, out _)|];")]
    [InlineData("foreach (var k in leases.Where(p => p.Value < now).Select(p => p.Key).ToList()) [|leases.TryRemove(k, out _)|];")]
    [InlineData("var old = leases.Where(p => p.Value < now).Select(p => p.Key).ToList(); foreach (var k in old) [|leases.TryRemove(k, out _)|];")]
    [InlineData("if (lists.TryGetValue(key, out var list)) { foreach (var x in list) if (x < now) [|lists.TryRemove(key, out _)|]; }")]
    [InlineData("foreach (var k in leases.Keys) if (leases.TryGetValue(k, out var until) && until < now) [|leases.TryRemove(k, out _)|];")]
    [InlineData("foreach (var p in from p in leases where p.Value < now select p) [|leases.TryRemove(p.Key, out _)|];")]
    [InlineData("foreach (var k in (from p in leases where p.Value < now select p.Key).ToList()) [|leases.TryRemove(k, out _)|];")]
    [InlineData("foreach (var k in leases.Keys.Where(k => leases[k] < now)) [|leases.TryRemove(k, out _)|];")]
    [InlineData("foreach (var k in leases.Keys.Where(k => leases.TryGetValue(k, out var until) && until < now).ToList()) [|leases.TryRemove(k, out _)|];")]
    [InlineData("if (leases.TryGetValue(key, out var until) && until < now) { try { Log(); } finally { [|leases.TryRemove(key, out _)|]; } }")]
    [InlineData("if (leases.TryGetValue(key, out var until) && until < now) { if (until == 3) leases[key] = now; [|leases.TryRemove(key, out _)|]; }")]
    public Task Reports(string statements) => Test(statements).RunAsync();

    [Theory]

    // The value is compared by the removal itself.
    [InlineData("if (leases.TryGetValue(key, out var until) && until < now) leases.TryRemove(new KeyValuePair<string, long>(key, until));")]
    [InlineData("foreach (var p in leases) if (p.Value < now) leases.TryRemove(p);")]
    [InlineData("if (leases.TryGetValue(key, out var until) && until < now) ((ICollection<KeyValuePair<string, long>>)leases).Remove(new(key, until));")]

    // No value is tested.
    [InlineData("leases.TryRemove(key, out _);")]
    [InlineData("if (leases.ContainsKey(key)) leases.TryRemove(key, out _);")]
    [InlineData("if (leases.TryGetValue(key, out _)) leases.TryRemove(key, out _);")]
    [InlineData("if (sessions.TryGetValue(key, out var s)) { Use(s); sessions.TryRemove(key, out _); }")]
    [InlineData("if (sessions.TryGetValue(key, out var s) && s != null) sessions.TryRemove(key, out _);")]
    [InlineData("if (leases.TryRemove(key, out var until) && until < now) Log();")]
    [InlineData("foreach (var p in leases) leases.TryRemove(p.Key, out _);")]
    [InlineData("foreach (var p in leases) if (p.Key.Length > 3) leases.TryRemove(p.Key, out _);")]
    [InlineData("foreach (var p in leases.Where(p => p.Key.Length > 3)) leases.TryRemove(p.Key, out _);")]

    // The value is walked, and not tested.
    [InlineData("foreach (var p in lists) { foreach (var x in p.Value) Log(); lists.TryRemove(p.Key, out _); }")]
    [InlineData("foreach (var p in lists.Where(p => p.Key.Length > 3).ToList()) { foreach (var x in p.Value.Where(x => x > now)) Log(); lists.TryRemove(p.Key, out var rest); Log(); }")]
    [InlineData("if (lists.TryGetValue(key, out var list)) { foreach (var x in list) Log(); lists.TryRemove(key, out _); }")]
    [InlineData("if (streams.TryGetValue(key, out var stream)) { await foreach (var x in stream) Log(); streams.TryRemove(key, out _); }")]

    // The value of another key or dictionary.
    [InlineData("if (leases.TryGetValue(key, out var until) && until < now) sessions.TryRemove(key, out _);")]
    [InlineData("if (leases.TryGetValue(key + \"x\", out var until) && until < now) leases.TryRemove(key, out _);")]
    [InlineData("foreach (var p in leases) if (p.Value < now) sessions.TryRemove(p.Key, out _);")]
    [InlineData("if (leases.TryGetValue(key, out var until) && until < now) Log(); leases.TryRemove(key, out _);")]

    [InlineData("foreach (var k in leases.Keys.Where(k => sessions[k].IsStale)) leases.TryRemove(k, out _);")]
    [InlineData("foreach (var p in from p in leases where p.Key.Length > 3 select p) leases.TryRemove(p.Key, out _);")]

    // What is removed is what the body has put there itself since.
    [InlineData("if (leases.TryGetValue(key, out var until) && until < now) { leases[key] = now; leases.TryRemove(key, out _); }")]

    // Nobody comes in between.
    [InlineData("lock (gate) { if (leases.TryGetValue(key, out var until) && until < now) leases.TryRemove(key, out _); }")]
    [InlineData("lock (gate) { foreach (var p in leases) if (p.Value < now) leases.TryRemove(p.Key, out _); }")]
    [InlineData("var local = new ConcurrentDictionary<string, long>(); if (local.TryGetValue(key, out var until) && until < now) local.TryRemove(key, out _);")]
    [InlineData("if (plain.TryGetValue(key, out var until) && until < now) plain.Remove(key);")]
    public Task IsSilent(string statements) => Test(statements).RunAsync();

    private static CSharpAnalyzerTest<DICT205ConditionalRemovalAnalyzer, DefaultVerifier> Test(string statements) => new()
    {
        TestCode = $$"""
            #nullable disable
            using System;
            using System.Collections.Concurrent;
            using System.Collections.Generic;
            using System.Linq;
            using System.Threading.Tasks;

            class Session { public bool IsStale; }

            class C
            {
                private readonly ConcurrentDictionary<string, long> leases = new();
                private readonly ConcurrentDictionary<string, Session> sessions = new();
                private readonly ConcurrentDictionary<string, List<long>> lists = new();
                private readonly ConcurrentDictionary<string, IAsyncEnumerable<long>> streams = new();
                private readonly IDictionary<string, long> table = new ConcurrentDictionary<string, long>();
                private readonly Dictionary<string, long> plain = new();
                private readonly object gate = new();
                private readonly Session mine = new();

                async Task M(string key, long now)
                {
                    {{statements}}
                    await Task.Yield();
                }

                void Log() { }
                void Use(Session s) { }
                bool Over(Session s) => s.IsStale;
                bool Over(KeyValuePair<string, long> p) => p.Value > 3;
            }
            """,
    };
}
