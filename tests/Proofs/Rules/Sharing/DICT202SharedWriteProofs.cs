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
            private const int Operations = 1_000_000;

            // Eight threads register a million names; afterwards all have to be there, and to be found.
            public static bool Run() => Task.Run(() =>
            {
                Race.Run(8, Operations, key => Registry.Register(key, key));
                var found = 0;
                for (var key = 0; key < Operations; key++)
                {
                    found += Registry.Find(key) == key && Registry.Has(key) ? 1 : 0;
                }

                return found != Operations || Registry.Size != found;
            }).GetAwaiter().GetResult();
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
        .FaultsWhen("loses entries, throws or never ends", result => result.TimedOut || result.ExitCode != 0 || result.StandardOutput.Trim() != "all there")
        .ThenPrints("all there")
        .RunAsync();

    [Fact]
    public Task PublishedCopy_KeepsARegistryWhole() => Proof
        .Of<DICT202SharedWriteAnalyzer, DICT202SharedWriteCodeFix>(Registry)
        .WithRaces()
        .WithKey(DICT202SharedWriteCodeFix.PublishCopyKey)
        .FaultsWhen("loses entries, throws or never ends", result => result.TimedOut || result.ExitCode != 0 || result.StandardOutput.Trim() != "all there")
        .ThenPrints("all there")
        .RunAsync();

    [Fact]
    public Task Lock_KeepsARegistryWhole() => Proof
        .Of<DICT202SharedWriteAnalyzer, DICT202SharedWriteCodeFix>(Registry)
        .WithRaces()
        .WithKey(DICT202SharedWriteCodeFix.LockKey)
        .FaultsWhen("loses entries, throws or never ends", result => result.TimedOut || result.ExitCode != 0 || result.StandardOutput.Trim() != "all there")
        .ThenPrints("all there")
        .RunAsync();

    // A set of which eight threads take a million elements, each of them once.
    [Fact]
    public Task ConcurrentSet_TakesEachElementOnce() => Proof
        .Of<DICT202SharedWriteAnalyzer, DICT202SharedWriteCodeFix>("""
            using System;
            using System.Collections.Generic;
            using System.Threading;
            using System.Threading.Tasks;

            Console.WriteLine(Load.Run() == 1_000_000 && Seen.Size == 1_000_000 ? "all there" : "corrupt");

            public static class Load
            {
                public static int Run() => Task.Run(() =>
                {
                    var first = 0;
                    Race.Run(8, 1_000_000, operation =>
                    {
                        if (Seen.Note(operation))
                        {
                            Interlocked.Increment(ref first);
                        }
                    });
                    return first;
                }).GetAwaiter().GetResult();
            }

            public static class Seen
            {
                private static readonly HashSet<int> Known = [];

                public static bool Note(int id) => Known.Add(id);

                public static int Size => Known.Count;
            }
            """)
        .WithRaces()
        .WithKey(DICT202SharedWriteCodeFix.ConcurrentSetKey)
        .WithGlobalOption("dictionary_analyzers.retype_sets", "true")
        .FaultsWhen("loses entries, throws or never ends", result => result.TimedOut || result.ExitCode != 0 || result.StandardOutput.Trim() != "all there")
        .ThenPrints("all there")
        .RunAsync();
}
