using System.Threading.Tasks;
using DictionaryAnalyzers.Proofs.Racing;
using DictionaryAnalyzers.Rules.Sharing;
using DictionaryAnalyzers.Testing.Running;
using Xunit;

namespace DictionaryAnalyzers.Proofs.Rules.Sharing;

// Before the repair a lease that was renewed is removed; after it never.
public class DICT205ConditionalRemovalProofs
{
    [Theory]
    [InlineData("if (leases.TryGetValue(key, out var until) && until < 0) leases.TryRemove(key, out _);")]
    [InlineData("foreach (var lease in leases) { if (lease.Value < 0) leases.TryRemove(lease.Key, out _); }")]
    [InlineData("foreach (var (holder, until) in leases.ToArray()) { if (until < 0) leases.TryRemove(holder, out _); }")]
    [InlineData("var until = leases.GetValueOrDefault(key); if (until < 0) leases.Remove(key, out _);")]
    public Task ARenewedLease_IsKept(string statements) => Proof
        .Of<DICT205ConditionalRemovalAnalyzer, DICT205ConditionalRemovalCodeFix>(
            $$"""
            using System.Collections.Concurrent;
            using System.Collections.Generic;

            Leases.Renew("a", -1);
            System.Console.WriteLine(Race.Until(_ => Leases.IsLost("a"), _ => Leases.Drop("a"), _ => Leases.Renew("a", 1)) ? "lost" : "kept");

            static class Leases
            {
                private static readonly ConcurrentDictionary<string, long> leases = new(Race.Comparer<string>());

                public static void Renew(string key, long until) => leases[key] = until;

                public static void Drop(string key)
                {
                    {{statements}}
                }

                public static bool IsLost(string key)
                {
                    var isLost = !leases.ContainsKey(key);
                    Renew(key, -1);
                    return isLost;
                }
            }
            """)
        .WithKey(DICT205ConditionalRemovalCodeFix.RemovePairKey)
        .WithRaces()
        .FaultsWithOutput("lost")
        .ThenPrints("kept")
        .RunAsync();

    [Theory]
    [InlineData("foreach (var p in leases) if (p.Value < now) leases.TryRemove(p.Key, out _);")]
    [InlineData("if (leases.TryGetValue(key, out var until) && until < now && leases.TryRemove(key, out _)) Console.WriteLine(key);")]
    [InlineData("if (table.TryGetValue(key, out var until) && until < now) Console.WriteLine(table.Remove(key));")]
    [InlineData("if (floats.TryGetValue(key, out var f) && !(f > now)) Console.WriteLine(floats.TryRemove(key, out _));")]
    [InlineData("if (points.TryGetValue(key, out var point) && point.X < now) Console.WriteLine(points.TryRemove(key, out _));")]
    public Task OneThread_SeesNoDifference(string statements) => Proof
        .Of<DICT205ConditionalRemovalAnalyzer, DICT205ConditionalRemovalCodeFix>(
            $$"""
            using System;
            using System.Collections.Concurrent;
            using System.Collections.Generic;
            using System.Linq;

            foreach (var key in new[] { "a", "b", "c" })
            {
                new Program().Run(key, 10);
            }

            struct Point { public int X; public string Name; public override string ToString() => Name + X; }

            partial class Program
            {
                private readonly ConcurrentDictionary<string, long> leases = new() { ["a"] = 1, ["b"] = 20 };
                private readonly ConcurrentDictionary<string, double> floats = new() { ["a"] = double.NaN, ["b"] = -0.0 };
                private readonly ConcurrentDictionary<string, Point> points = new() { ["a"] = new() { X = 1, Name = "n" }, ["b"] = new() { X = 20 } };
                private readonly IDictionary<string, long> table = new ConcurrentDictionary<string, long> { ["a"] = 1 };

                public void Run(string key, long now)
                {
                    {{statements}}
                    Console.WriteLine(string.Join(" ", leases.OrderBy(p => p.Key)) + string.Join(" ", floats.OrderBy(p => p.Key)) + string.Join(" ", points.OrderBy(p => p.Key)) + string.Join(" ", table));
                }
            }
            """)
        .WithKey(DICT205ConditionalRemovalCodeFix.RemovePairKey)
        .InProcess()
        .ThenPrintsTheSame()
        .RunAsync();
}
