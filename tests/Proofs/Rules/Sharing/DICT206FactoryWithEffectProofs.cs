using System.Threading.Tasks;
using DictionaryAnalyzers.Proofs.Racing;
using DictionaryAnalyzers.Rules.Sharing;
using DictionaryAnalyzers.Testing.Running;
using Xunit;

namespace DictionaryAnalyzers.Proofs.Rules.Sharing;

public class DICT206FactoryWithEffectProofs
{
    // A million look-ups of eight threads, of which eight ask for each key at about the same time.
    [Fact]
    public Task LazyValues_MakesOneOfEach() => Proof
        .Of<DICT206FactoryWithEffectAnalyzer, DICT206FactoryWithEffectCodeFix>("""
            using System;
            using System.Collections.Concurrent;
            using System.Linq;
            using System.Threading;

            var table = new Table();
            Race.Run(8, 1_000_000, operation => table.Of(operation / 8).Use());
            Console.WriteLine(Connection.Made == 125_000 ? "one of each" : "made too many");
            table.Dispose();
            Console.WriteLine(Connection.Open == 0 ? "all closed" : "some were lost");

            public sealed class Table : IDisposable
            {
                private readonly ConcurrentDictionary<int, Connection> connections = new();

                public Connection Of(int key) => connections.GetOrAdd(key, k => new Connection(k));

                public void Dispose()
                {
                    foreach (var connection in connections.Values)
                    {
                        connection.Dispose();
                    }
                }
            }

            public sealed class Connection : IDisposable
            {
                public static int Made;
                public static int Open;
                private readonly SemaphoreSlim gate = new(1);

                public Connection(int key)
                {
                    Interlocked.Increment(ref Made);
                    Interlocked.Increment(ref Open);
                    Race.Pause();
                }

                public void Use() { }

                public void Dispose()
                {
                    gate.Dispose();
                    Interlocked.Decrement(ref Open);
                }
            }
            """)
        .WithKey(DICT206FactoryWithEffectCodeFix.LazyValuesKey)
        .WithRaces()
        .WithAttempts(3)
        .FaultsWithOutput("some were lost")
        .ThenPrints("one of each\nall closed")
        .RunAsync();

    // A factory that throws is asked again, as it was before.
    [Fact]
    public Task LazyValues_TriesAgainAfterAFailure() => Proof
        .Of<DICT206FactoryWithEffectAnalyzer, DICT206FactoryWithEffectCodeFix>("""
            using System;
            using System.Collections.Concurrent;
            using System.IO;

            var table = new Table();
            for (var attempt = 0; attempt < 3; attempt++)
            {
                try
                {
                    Console.WriteLine(table.Of("a").Length);
                }
                catch (IOException failure)
                {
                    Console.WriteLine(failure.Message);
                }

                Console.WriteLine(table.Count);
            }

            System.Threading.Tasks.Parallel.For(0, 9, _ => table.Of("a"));

            public sealed class Table
            {
                private readonly ConcurrentDictionary<string, MemoryStream> streams = new();
                private int attempts;

                public int Count => streams.Count;

                public MemoryStream Of(string key) => streams.GetOrAdd(key, k => Open(k));

                private MemoryStream Open(string key)
                {
                    attempts++;
                    return attempts == 1 ? throw new IOException("busy " + key) : new MemoryStream();
                }
            }
            """)
        .WithKey(DICT206FactoryWithEffectCodeFix.LazyValuesKey)
        .InProcess()
        .ThenPrintsTheSame()
        .RunAsync();
}
