using System.Threading.Tasks;
using DictionaryAnalyzers.Rules.Sharing;
using DictionaryAnalyzers.Testing.Running;
using Xunit;

namespace DictionaryAnalyzers.Proofs.Rules.Sharing;

// Threads that write one dictionary at the same time lose entries, throw or never end; under the lock a million of them lose nothing.
public class DICT201CapturedDictionaryProofs
{
    [Theory]
    [InlineData("new Dictionary<int, int>()", "Parallel.For(0, 1_000_000, options, n => map[n] = n);")]
    [InlineData("new Dictionary<int, int>()", "Parallel.For(0, 1_000_000, options, n => { if (!map.ContainsKey(n)) map.Add(n, n); });")]
    [InlineData("new HashSet<int>()", "Parallel.For(0, 1_000_000, options, n => { map.Add(n); });")]
    [InlineData("new Dictionary<int, int>()", "await Task.WhenAll(Enumerable.Range(0, 8).Select(part => Task.Run(() => { for (var n = part; n < 1_000_000; n += 8) map[n] = n; })));")]
    public Task Lock_LosesNothing(string map, string work) => Proof
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
        .WithKey(DICT201CapturedDictionaryCodeFix.LockKey)
        .FaultsWhen("loses entries, throws or never ends", result => result.TimedOut || result.ExitCode != 0 || result.StandardOutput.Trim() != "1000000")
        .ThenPrints("1000000")
        .RunAsync();
}
