using System.Threading.Tasks;
using DictionaryAnalyzers.Rules.Sharing;
using DictionaryAnalyzers.Testing.Running;
using Xunit;

namespace DictionaryAnalyzers.Proofs.Rules.Sharing;

public class DICT214DroppedDisposableProofs
{
    [Fact]
    public Task Dispose_ReleasesWhatWasForgotten() => Proof
        .Of<DICT214DroppedDisposableAnalyzer, DICT214DroppedDisposableCodeFix>("""
            using System;
            using System.Collections.Concurrent;
            using System.Collections.Generic;
            using System.Threading;

            using var stop = new CancellationTokenSource();
            var hub = new Hub(stop.Token);
            for (var round = 0; round < 1_000; round++)
            {
                hub.Open(round);
                hub.Open(-round - 1);
                hub.Replace("main");
                hub.Close(round);
            }

            Console.WriteLine(Session.Alive);
            hub.Shutdown();
            Console.WriteLine(Session.Alive);

            // What is registered with the token keeps its session alive, and would be called.
            stop.Cancel();
            Console.WriteLine(Session.Called);

            class Hub(CancellationToken token)
            {
                private readonly ConcurrentDictionary<int, Session> _sessions = new();
                private readonly Dictionary<string, Session> _named = new();

                public void Open(int id) => _sessions.TryAdd(id, new Session(token));

                public bool Close(int id) => _sessions.TryRemove(id, out _);

                public void Replace(string name)
                {
                    if (_named.ContainsKey(name))
                    {
                        _named[name] = new Session(token);
                    }
                    else
                    {
                        _named.Add(name, new Session(token));
                    }
                }

                public void Shutdown()
                {
                    _sessions.Clear();
                    _named.Clear();
                }
            }

            sealed class Session : IDisposable
            {
                private readonly CancellationTokenRegistration _registration;

                public Session(CancellationToken token)
                {
                    Interlocked.Increment(ref Alive);
                    _registration = token.Register(() => Interlocked.Increment(ref Called));
                }

                public static int Alive;
                public static int Called;

                public void Dispose()
                {
                    Interlocked.Decrement(ref Alive);
                    _registration.Dispose();
                }
            }
            """)
        .WithKey(DICT214DroppedDisposableCodeFix.DisposeKey)
        .FaultsWithOutput("3000\\s+3000\\s+3000")
        .ThenPrints("1001\n0\n0")
        .RunAsync();
}
