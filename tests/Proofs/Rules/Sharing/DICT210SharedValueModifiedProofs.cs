using System.Threading.Tasks;
using DictionaryAnalyzers.Proofs.Racing;
using DictionaryAnalyzers.Rules.Sharing;
using DictionaryAnalyzers.Testing.Running;
using Xunit;

namespace DictionaryAnalyzers.Proofs.Rules.Sharing;

// Threads that change one value at the same time lose changes or throw; under the lock a million of them lose nothing.
public class DICT210SharedValueModifiedProofs
{
    [Theory]
    [InlineData("List<int>", "values.GetOrAdd(n % 3, static _ => []).Add(n);", "value.Count")]
    [InlineData("Queue<int>", "values.GetOrAdd(n % 3, static _ => new Queue<int>()).Enqueue(n);", "value.Count")]
    [InlineData("Dictionary<int, int>", "values[n % 3][n] = n;", "value.Count")]
    [InlineData("HashSet<int>", "if (values.TryGetValue(n % 3, out var found)) found.Add(n);", "value.Count")]
    [InlineData("StringBuilder", "var text = values[n % 3]; text.Append('x');", "value.Length")]
    [InlineData("List<int>", "values.AddOrUpdate(n % 3, _ => [n], (_, old) => { old.Add(n); return old; });", "value.Count")]
    public Task LockValue_LosesNothing(string type, string change, string count) => Proof
        .Of<DICT210SharedValueModifiedAnalyzer, DICT210SharedValueModifiedCodeFix>(
            $$"""
            using System;
            using System.Collections.Concurrent;
            using System.Collections.Generic;
            using System.Linq;
            using System.Text;

            Race.Run(8, 1_000_000, n => Store.Put(n));
            Console.WriteLine(Store.Count);

            static class Store
            {
                private static readonly ConcurrentDictionary<int, {{type}}> values = new(Enumerable.Range(0, 3).Select(n => KeyValuePair.Create(n, new {{type}}())));

                public static int Count => values.Values.Sum(value => {{count}});

                public static void Put(int n)
                {
                    {{change}}
                }
            }
            """)
        .WithKey(DICT210SharedValueModifiedCodeFix.LockValueKey)
        .WithRaces()
        .FaultsWhen("loses changes or throws", result => result.TimedOut || result.ExitCode != 0 || result.StandardOutput.Trim() != "1000000")
        .ThenPrints("1000000")
        .RunAsync();
}
