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
        using System.Threading.Tasks;

        var expected = 0L;
        try
        {
            Load.Run();
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

        public static class Load
        {
            public static void Run() => Task.Run(() => Race.Run(8, 1_000_000, operation => Counters.Count(operation % 64))).GetAwaiter().GetResult();
        }

        public static class Counters
        {
            private static readonly Dictionary<int, int> Table = new(Race.Comparer<int>());

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
        using System.Threading.Tasks;

        var failed = "";
        try
        {
            failed = Load.Run() ? "corrupt" : "all there";
        }
        catch (Exception failure)
        {
            failed = "corrupt: " + failure.GetType().Name;
        }

        Console.WriteLine(failed);

        public static class Load
        {
            private const int Entries = 100;

            // Two threads register a hundred names each, at the same time; afterwards all have to be there.
            public static bool Run() => Task.Run(() => Race.Until(
                round => AreMissing(),
                round => Fill(0),
                round => Fill(Entries))).GetAwaiter().GetResult();

            private static void Fill(int first)
            {
                for (var key = first; key < first + Entries; key++)
                {
                    Registry.Register(key, key);
                }
            }

            private static bool AreMissing()
            {
                var found = 0;
                for (var key = 0; key < 2 * Entries; key++)
                {
                    found += Registry.Find(key) == key && Registry.Has(key) ? 1 : 0;
                }

                var isWhole = found == 2 * Entries && Registry.Size == found;
                Registry.Clear();
                return !isWhole;
            }
        }

        public static class Registry
        {
            private static readonly Dictionary<int, int> Known = new();

            public static void Register(int key, int value) => Known[key] = value;

            public static void Clear() => Known.Clear();

            public static int Find(int key) => Known.TryGetValue(key, out var value) ? value : -1;

            public static bool Has(int key) => Known.ContainsKey(key);

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
