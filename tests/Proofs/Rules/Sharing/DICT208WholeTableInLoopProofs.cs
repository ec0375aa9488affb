using System.Threading.Tasks;
using DictionaryAnalyzers.Rules.Sharing;
using DictionaryAnalyzers.Testing.Running;
using Xunit;

namespace DictionaryAnalyzers.Proofs.Rules.Sharing;

// After the repair the program prints what it printed before, where one thread alone runs.
public class DICT208WholeTableInLoopProofs
{
    [Theory]
    [InlineData("foreach (var key in cd.Keys) Console.WriteLine(key);")]
    [InlineData("foreach (var value in cd.Values) Console.WriteLine(value);")]
    [InlineData("foreach (string key in cd.Keys) { Console.WriteLine(key); if (key == \"b\") cd.TryRemove(key, out _); }")]
    [InlineData("foreach (var key in cd.Keys) { Console.WriteLine(key); cd[key] = round; }")]
    public Task WalkDictionary(string body) => Prove(DICT208WholeTableInLoopCodeFix.WalkKey, body);

    [Theory]
    [InlineData("Console.WriteLine(cd.Keys.Count);")]
    [InlineData("Console.WriteLine(cd.Values.Count());")]
    public Task CountDirectly(string body) => Prove(DICT208WholeTableInLoopCodeFix.CountDirectlyKey, $"{{ var n = 0; {body.Replace("Console.WriteLine(", "n += (", System.StringComparison.Ordinal)} Console.WriteLine(n); }}");

    [Theory]
    [InlineData("{ for (var i = 0; i < cd.Count; i++) { Console.WriteLine(i); } }")]
    [InlineData("{ foreach (var name in new[] { \"x\", \"y\" }) { var share = 100 / cd.Count; Console.WriteLine(name + share); } }")]
    public Task CountBefore(string body) => Prove(DICT208WholeTableInLoopCodeFix.CountBeforeKey, body);

    private static Task Prove(string key, string body) => Proof
        .Of<DICT208WholeTableInLoopAnalyzer, DICT208WholeTableInLoopCodeFix>(
            $$"""
            using System;
            using System.Collections.Concurrent;
            using System.Linq;

            new Table().Run();

            sealed class Table
            {
                private readonly ConcurrentDictionary<string, int> cd = new() { ["a"] = 1, ["b"] = 2, ["c"] = 3 };

                public void Run()
                {
                    for (var round = 0; round < 2; round++)
                    {
                        {{body}}
                    }

                    Console.WriteLine("contents: " + string.Join(" ", cd.ToArray().OrderBy(p => p.Key)));
                }
            }
            """)
        .WithKey(key)
        .InProcess()
        .ThenPrintsTheSame()
        .RunAsync();
}
