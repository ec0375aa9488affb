using System.Threading.Tasks;
using DictionaryAnalyzers.Rules.Sharing;
using DictionaryAnalyzers.Testing.Running;
using Xunit;

namespace DictionaryAnalyzers.Proofs.Rules.Sharing;

public class DICT209CheckAcrossAwaitProofs
{
    // Eight flows ask a million times for a thousand sessions, of which each may be opened once; what fails at first is tried again, as it was before.
    private const string Types = """
        public static class Source
        {
            private static readonly int[] Attempts = new int[1000];

            public static bool Fails;

            public static async Task<Session> OpenAsync(int id)
            {
                await Task.Yield();
                return Interlocked.Increment(ref Attempts[id]) == 1 && Fails ? throw new InvalidOperationException() : new Session(id);
            }

            public static bool IsEach(int attempts) => Attempts.All(made => made == attempts);
        }

        public sealed class Session(int id)
        {
            public int Id { get; } = id;
        }

        public static class Load
        {
            public static async Task<string> RunAsync(bool fails)
            {
                Source.Fails = fails;
                await Task.WhenAll(Enumerable.Range(0, 8).Select(flow => Task.Run(async () =>
                {
                    for (var operation = 0; operation < 125_000; operation++)
                    {
                        // All flows begin with the same keys.
                        var id = operation % 1000;
                        try
                        {
                            if ((await Sessions.GetAsync(id)).Id != id)
                            {
                                throw new ArgumentException("another one");
                            }
                        }
                        catch (InvalidOperationException) when (Source.Fails)
                        {
                        }
                    }
                })));
                return Source.IsEach(fails ? 2 : 1) ? "each once" : "some twice";
            }
        }
        """;

    private const string Sessions = """

        public static class Sessions
        {
            private static readonly Dictionary<int, Session> Open = new();

            public static async Task<Session> GetAsync(int id)
            {
                if (Open.TryGetValue(id, out var session))
                {
                    return session;
                }

                session = await Source.OpenAsync(id);
                Open.Add(id, session);
                return session;
            }
        }
        """;

    [Theory]
    [InlineData("false")]
    [InlineData("true")]
    public Task SharedTasks_OpenEachOnce(string fails) => Proof
        .Of<DICT209CheckAcrossAwaitAnalyzer, DICT209CheckAcrossAwaitCodeFix>(Program(fails, Sessions))
        .WithKey(DICT209CheckAcrossAwaitCodeFix.SharedTasksKey)
        .FaultsWhen("opens one twice, throws or never ends", IsFaulty)
        .ThenPrints("each once")
        .RunAsync();

    // Under a lock the second one to come back takes what the first has put there; both were opened.
    [Fact]
    public Task TestAgain_KeepsTheFirst() => Proof
        .Of<DICT209CheckAcrossAwaitAnalyzer, DICT209CheckAcrossAwaitCodeFix>(Program(
            "false",
            """

            public static class Sessions
            {
                private static readonly object Gate = new();
                private static readonly Dictionary<int, Session> Open = new();

                public static async Task<Session> GetAsync(int id)
                {
                    lock (Gate)
                    {
                        if (Open.ContainsKey(id))
                        {
                            return Open[id];
                        }
                    }

                    var session = await Source.OpenAsync(id);
                    lock (Gate)
                    {
                        Open.Add(id, session);
                    }

                    return session;
                }
            }
            """))
        .WithKey(DICT209CheckAcrossAwaitCodeFix.TestAgainKey)
        .FaultsWithOutput("ArgumentException")
        .ThenPrintsLike("each once|some twice")
        .RunAsync();

    private static bool IsFaulty(ProgramResult result) => result.TimedOut || result.ExitCode != 0 || result.StandardOutput.Trim() != "each once";

    private static string Program(string fails, string sessions) => $$"""
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Threading;
        using System.Threading.Tasks;

        try
        {
            Console.WriteLine(await Load.RunAsync({{fails}}));
        }
        catch (Exception failure)
        {
            Console.WriteLine(failure.GetType().Name);
        }

        {{Types}}
        {{sessions}}
        """;
}
