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

    // One access that does without the lock is enough to lose entries, to throw or never to end; with it a million operations of eight threads do neither.
    [Theory]
    [InlineData("readonly object gate = new();", "lock (gate) { $ }", "map[n] = n;", "map[n] = n;", "map.Count == 1_000_000")]
    [InlineData("readonly object gate = new();", "lock (gate) { $ }", "if (!map.Remove(n % 100)) map[n % 100] = n;", "foreach (var pair in map) { if (pair.Value < 0) throw new Exception(); }", "map.Count <= 100")]
    [InlineData("readonly System.Threading.ReaderWriterLockSlim gate = new();", "gate.EnterWriteLock(); try { $ } finally { gate.ExitWriteLock(); }", "map[n] = n;", "map[n] = n;", "map.Count == 1_000_000")]
    public Task TheLock_KeepsTheTableWhole(string gate, string locked, string change, string unlocked, string whole) => Proof
        .Of<DICT203UnguardedAccessAnalyzer, DICT203UnguardedAccessCodeFix>(
            $$"""
            using System;
            using System.Collections.Generic;

            IStore store = new Store();
            Race.Run(8, 1_000_000, n =>
            {
                if (n % 2 == 0) store.Put(n); else store.Other(n);
            });
            Console.WriteLine(store.IsWhole());

            interface IStore
            {
                void Put(int n);

                void Other(int n);

                bool IsWhole();
            }

            class Store : IStore
            {
                private {{gate}}
                private readonly Dictionary<int, int> map = new();

                public void Put(int n)
                {
                    {{locked.Replace("$", change)}}
                }

                public void Other(int n)
                {
                    {{unlocked}}
                }

                public bool IsWhole()
                {
                    {{locked.Replace("$", $"return {whole};")}}
                }
            }
            """)
        .WithKey(DICT203UnguardedAccessCodeFix.LockKey)
        .WithRaces()
        .FaultsWhen("loses entries, throws or never ends", result => result.TimedOut || result.ExitCode != 0 || result.StandardOutput.Trim() != "True")
        .ThenPrints("True")
        .RunAsync();
}
