using System.Threading.Tasks;
using DictionaryAnalyzers.Proofs.Racing;
using DictionaryAnalyzers.Rules.Sharing;
using DictionaryAnalyzers.Testing.Running;
using Xunit;

namespace DictionaryAnalyzers.Proofs.Rules.Sharing;

public class DICT203UnguardedAccessProofs
{
    // The walk without the lock meets the changes of the others, which hold it.
    private const string Sessions = """
        using System;
        using System.Collections.Generic;
        using System.Threading.Tasks;

        var sessions = new Sessions();
        var failed = "";
        try
        {
            Load.Run(sessions);
        }
        catch (InvalidOperationException failure)
        {
            failed = failure.GetType().Name;
        }

        Console.WriteLine(failed.Length == 0 ? "whole" : failed);

        public static class Load
        {
            public static void Run(Sessions sessions) => Task.Run(() =>
            {
                for (var id = 0; id < 64; id++)
                {
                    sessions.Open(-id);
                }

                Race.Until(round => false, round => sessions.Sum(), round => sessions.Open(round + 1));
                Race.Run(8, 1_000_000, operation => Step(sessions, operation));
            }).GetAwaiter().GetResult();

            private static void Step(Sessions sessions, int operation)
            {
                if (operation % 8 == 0)
                {
                    if (operation % 65536 == 0)
                    {
                        sessions.Sum();
                    }
                }
                else if (operation % 2 == 0)
                {
                    sessions.Open(operation % 512);
                }
                else
                {
                    sessions.Close(operation % 512);
                }
            }
        }

        public sealed class Sessions
        {
            private readonly object gate = new();
            private readonly Dictionary<int, int> map = new();

            public int Sum()
            {
                var sum = 0;
                foreach (var pair in map)
                {
                    sum += pair.Value;
                    Race.Pause();
                }

                return sum;
            }

            public void Open(int id)
            {
                lock (gate)
                {
                    if (!map.ContainsKey(id))
                    {
                        map.Add(id, 1);
                    }
                }
            }

            public void Close(int id)
            {
                lock (gate)
                {
                    map.Remove(id);
                }
            }
        }
        """;

    [Theory]
    [InlineData(DICT203UnguardedAccessCodeFix.ConcurrentDictionaryKey)]
    [InlineData(DICT203UnguardedAccessCodeFix.ConcurrentDictionaryWithoutLockKey)]
    public Task ConcurrentDictionary_IsWalkedBesideChanges(string key) => Proof
        .Of<DICT203UnguardedAccessAnalyzer, DICT203UnguardedAccessCodeFix>(Sessions)
        .WithRaces()
        .WithKey(key)
        .FaultsWithOutput("InvalidOperationException")
        .ThenPrints("whole")
        .RunAsync();
}
