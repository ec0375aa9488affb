using System.Threading.Tasks;
using DictionaryAnalyzers.Rules.Sharing;
using DictionaryAnalyzers.Testing.Running;
using Xunit;

namespace DictionaryAnalyzers.Proofs.Rules.Sharing;

// Threads that write one dictionary at the same time lose entries, throw or never end; under a lock, or in a table that is made for them, a million operations lose nothing.
public class DICT201CapturedDictionaryProofs
{
    private const string ForEachOperation = "Parallel.For(0, 1_000_000, options, n => ";

    [Theory]
    [InlineData("new Dictionary<int, int>()", "Parallel.For(0, 1_000_000, options, n => map[n] = n);")]
    [InlineData("new Dictionary<int, int>()", "Parallel.For(0, 1_000_000, options, n => { if (!map.ContainsKey(n)) map.Add(n, n); });")]
    [InlineData("new HashSet<int>()", "Parallel.For(0, 1_000_000, options, n => { map.Add(n); });")]
    [InlineData("new Dictionary<int, int>()", "await Task.WhenAll(Enumerable.Range(0, 8).Select(part => Task.Run(() => { for (var n = part; n < 1_000_000; n += 8) map[n] = n; })));")]
    public Task Lock_LosesNothing(string map, string work) => Verify(DICT201CapturedDictionaryCodeFix.LockKey, map, work);

    [Theory]
    [InlineData(ForEachOperation + "map[n] = n);")]
    [InlineData(ForEachOperation + "map.Add(n, n));")]
    [InlineData(ForEachOperation + "{ if (!map.ContainsKey(n)) map.Add(n, n); });")]
    [InlineData(ForEachOperation + "{ if (map.TryGetValue(n, out var old)) map[n] = old + 1; else map[n] = 1; });")]
    public Task ConcurrentDictionary_LosesNothing(string work) => Verify(DICT201CapturedDictionaryCodeFix.ConcurrentDictionaryKey, "new Dictionary<int, int>()", work);

    [Fact]
    public Task ConcurrentSet_LosesNothing() => Verify(DICT201CapturedDictionaryCodeFix.ConcurrentSetKey, "new HashSet<int>()", ForEachOperation + "{ map.Add(n); });");

    [Fact]
    public Task Lock_LosesNothingOfAField() => Proof
        .Of<DICT201CapturedDictionaryAnalyzer, DICT201CapturedDictionaryCodeFix>(
            """
            using System;
            using System.Collections.Generic;
            using System.Threading;
            using System.Threading.Tasks;

            ThreadPool.SetMinThreads(8, 8);
            Console.WriteLine(new Table().Fill());

            public sealed class Table
            {
                private readonly Dictionary<int, int> map = new();

                public int Fill()
                {
                    Parallel.For(0, 1_000_000, new ParallelOptions { MaxDegreeOfParallelism = 8 }, n => map[n] = n);
                    return Size;
                }

                private int Size => map.Count;
            }
            """)
        .WithKey(DICT201CapturedDictionaryCodeFix.LockKey)
        .FaultsWhen("loses entries, throws or never ends", result => result.TimedOut || result.ExitCode != 0 || result.StandardOutput.Trim() != "1000000")
        .ThenPrints("1000000")
        .RunAsync();

    private static Task Verify(string key, string map, string work) => Proof
        .Of<DICT201CapturedDictionaryAnalyzer, DICT201CapturedDictionaryCodeFix>(
            $$"""
            using System;
            using System.Collections.Generic;
            using System.Linq;
            using System.Threading;
            using System.Threading.Tasks;

            ThreadPool.SetMinThreads(8, 8);
            var options = new ParallelOptions { MaxDegreeOfParallelism = 8 };
            var map = {{map}};
            {{work}}
            Console.WriteLine(map.Count);
            """)
        .WithKey(key)
        .WithGlobalOption("dictionary_analyzers.retype_sets", "true")
        .FaultsWhen("loses entries, throws or never ends", result => result.TimedOut || result.ExitCode != 0 || result.StandardOutput.Trim() != "1000000")
        .ThenPrints("1000000")
        .RunAsync();
}
