using System.Threading.Tasks;
using DictionaryAnalyzers.Rules.Sharing;
using DictionaryAnalyzers.Testing.Running;
using Xunit;

namespace DictionaryAnalyzers.Proofs.Rules.Sharing;

// The lock keeps only lockers out: while one thread sits in it another writes all the same, and whoever locks waits for nothing.
public class DICT216DictionaryAsLockProofs
{
    [Fact]
    public Task WithoutTheLock_NobodyWaits() => Proof
        .Of<DICT216DictionaryAsLockAnalyzer, DICT216DictionaryAsLockCodeFix>("""
            using System;
            using System.Collections.Concurrent;
            using System.Threading.Tasks;

            var registry = new Registry();
            Console.WriteLine(registry.SetWhileSomebodyReads());

            class Registry
            {
                private readonly ConcurrentDictionary<string, int> _entries = new();

                // Somebody else's code can lock the dictionary too: it has a reference to it.
                public string SetWhileSomebodyReads()
                {
                    object others = _entries;
                    lock (others)
                    {
                        Task.Run(() => Unlocked("a")).Wait();
                        var isDone = Task.Run(() => Set("b")).Wait(TimeSpan.FromSeconds(1));
                        return $"unlocked wrote {_entries.ContainsKey("a")}, locked wrote {isDone}";
                    }
                }

                private void Unlocked(string key) => _entries[key] = 1;

                private void Set(string key)
                {
                    lock (_entries)
                    {
                        _entries[key] = 2;
                    }
                }
            }
            """)
        .WithKey(DICT216DictionaryAsLockCodeFix.DropLockKey)
        .FaultsWithOutput("unlocked wrote True, locked wrote False")
        .ThenPrints("unlocked wrote True, locked wrote True")
        .RunAsync();
}
