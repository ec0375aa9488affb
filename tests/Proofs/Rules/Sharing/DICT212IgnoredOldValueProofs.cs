using System.Threading.Tasks;
using DictionaryAnalyzers.Rules.Sharing;
using DictionaryAnalyzers.Testing.Running;
using Xunit;

namespace DictionaryAnalyzers.Proofs.Rules.Sharing;

// The indexer leaves what AddOrUpdate left, for a key that is there and for one that is not.
public class DICT212IgnoredOldValueProofs
{
    [Theory]
    [InlineData("map.AddOrUpdate(key, value, (_, _) => value);")]
    [InlineData("Console.WriteLine(map.AddOrUpdate(key, k => k.Length, (k, _) => k.Length));")]
    [InlineData("var now = map.AddOrUpdate(key, static (_, v) => v, static (_, _, v) => v, value); Console.WriteLine(now);")]
    [InlineData("Parallel.For(0, 10_000, n => map.AddOrUpdate(key, value, (_, _) => value));")]
    public Task UseIndexer_LeavesTheSame(string statements) => Proof
        .Of<DICT212IgnoredOldValueAnalyzer, DICT212IgnoredOldValueCodeFix>(
            $$"""
            using System;
            using System.Collections.Concurrent;
            using System.Linq;
            using System.Threading.Tasks;

            var map = new ConcurrentDictionary<string, int> { ["there"] = 1, ["other"] = 2 };
            Store("there", 30);
            Store("absent", 40);
            Console.WriteLine(string.Join(" ", map.OrderBy(pair => pair.Key)));

            void Store(string key, int value)
            {
                {{statements}}
            }
            """)
        .WithKey(DICT212IgnoredOldValueCodeFix.UseIndexerKey)
        .InProcess()
        .ThenPrintsTheSame()
        .RunAsync();
}
