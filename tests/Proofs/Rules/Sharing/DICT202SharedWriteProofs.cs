using System.Threading.Tasks;
using DictionaryAnalyzers.Proofs.Racing;
using DictionaryAnalyzers.Rules.Sharing;
using DictionaryAnalyzers.Testing.Running;
using Xunit;

namespace DictionaryAnalyzers.Proofs.Rules.Sharing;

public class DICT202SharedWriteProofs
{
    // A million operations of eight threads: entries are lost, or the table is left in a state in which it throws or never returns.
    private const string Counters = """
        using System;
        using System.Collections.Generic;

        var expected = 0L;
        try
        {
            Race.Run(8, 1_000_000, operation => Counters.Count(operation % 64));
            foreach (var key in Counters.Keys())
            {
                expected += Counters.Of(key);
            }
        }
        catch (Exception failure)
        {
            Console.WriteLine("corrupt: " + failure.GetType().Name);
        }

        Console.WriteLine(expected == 1_000_000 ? "all there" : "some were lost");

        public static class Counters
        {
            private static readonly Dictionary<int, int> Table = new();

            public static void Count(int key)
            {
                if (Table.TryGetValue(key, out var count))
                {
                    Table[key] = count + 1;
                }
                else
                {
                    Table.Add(key, 1);
                }
            }

            public static int Of(int key) => Table[key];

            public static IEnumerable<int> Keys() => Table.Keys;
        }
        """;

    private const string Registry = """
        using System;
        using System.Collections.Generic;

        var failed = "";
        try
        {
            Race.Run(8, 1_000_000, operation =>
            {
                if (operation % 128 == 0)
                {
                    Registry.Register(operation, operation);
                }
                else if (Registry.Find(operation) < -1 || Registry.Size < 0)
                {
                    throw new InvalidOperationException();
                }
            });
        }
        catch (Exception failure)
        {
            failed = failure.GetType().Name;
        }

        var missing = 0;
        for (var key = 0; key < 1_000_000; key += 128)
        {
            missing += Registry.Find(key) == key ? 0 : 1;
        }

        Console.WriteLine(failed.Length == 0 && missing == 0 ? "all there" : "corrupt");

        public static class Registry
        {
            private static readonly Dictionary<int, int> Known = new();

            public static void Register(int key, int value) => Known[key] = value;

            public static int Find(int key) => Known.TryGetValue(key, out var value) ? value : -1;

            public static int Size => Known.Count;
        }
        """;

    [Fact]
    public Task ConcurrentDictionary_LosesNothing() => Proof
        .Of<DICT202SharedWriteAnalyzer, DICT202SharedWriteCodeFix>(Counters)
        .WithRaces()
        .WithKey(DICT202SharedWriteCodeFix.ConcurrentDictionaryKey)
        .FaultsWithOutput("some were lost")
        .ThenPrints("all there")
        .RunAsync();

    [Fact]
    public Task ConcurrentDictionary_KeepsARegistryWhole() => Proof
        .Of<DICT202SharedWriteAnalyzer, DICT202SharedWriteCodeFix>(Registry)
        .WithRaces()
        .WithKey(DICT202SharedWriteCodeFix.ConcurrentDictionaryKey)
        .FaultsWithOutput("corrupt")
        .ThenPrints("all there")
        .RunAsync();

    [Fact]
    public Task PublishedCopy_KeepsARegistryWhole() => Proof
        .Of<DICT202SharedWriteAnalyzer, DICT202SharedWriteCodeFix>(Registry)
        .WithRaces()
        .WithKey(DICT202SharedWriteCodeFix.PublishCopyKey)
        .FaultsWithOutput("corrupt")
        .ThenPrints("all there")
        .RunAsync();
}
