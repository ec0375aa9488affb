using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using DictionaryAnalyzers.Testing.Running;
using Xunit;

namespace DictionaryAnalyzers.Proofs.Racing;

// The faults that the Sharing rules repair: each shows, and in the safe form it does not. They are the patterns for proofs.
public class RaceTests
{
    [Fact]
    public void Run_RunsEachOperationOnce()
    {
        var runs = new int[1_000_003];
        Race.Run(8, runs.Length, operation => Interlocked.Increment(ref runs[operation]));
        Assert.All(runs.Chunk(1000), chunk => Assert.DoesNotContain(chunk, count => count != 1));
    }

    [Fact]
    public void Run_RethrowsAndStops()
    {
        var operations = 0;
        var failure = Assert.Throws<FormatException>(() => Race.Run(4, int.MaxValue - 4, operation =>
        {
            if (Interlocked.Increment(ref operations) == 1000)
            {
                throw new FormatException("the 1000th");
            }
        }));
        Assert.Equal("the 1000th", failure.Message);
    }

    [Fact]
    public void Until_AsksBetweenRounds()
    {
        var running = 0;
        var rounds = new List<int>();
        Assert.True(Race.Until(3, _ => Interlocked.Increment(ref running), round =>
        {
            Assert.Equal(3, running);
            running = 0;
            rounds.Add(round);
            return round == 500;
        }));
        Assert.Equal(Enumerable.Range(0, 501), rounds);
    }

    [Fact]
    public void Until_EndsWithoutFault() => Assert.False(Race.Until(2, _ => { }, _ => false));

    [Fact]
    public void Until_RethrowsWhatAContenderThrows() =>
        Assert.Throws<FormatException>(() => Race.Until(_ => false, _ => { }, round => { if (round == 77) { throw new FormatException(); } }));

    [Fact]
    public void Until_RethrowsWhatTheQuestionThrows() =>
        Assert.Throws<FormatException>(() => Race.Until(2, _ => { }, _ => throw new FormatException()));

    [Fact]
    public void Pause_IsNothingOutsideOfARace() => Race.Pause();

    // Operations that are lost: Run, and count.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Increments(bool isSafe)
    {
        var counts = new ConcurrentDictionary<string, int>();
        counts["all"] = 0;
        Race.Run(8, 1_000_000, isSafe ? _ => counts.AddOrUpdate("all", 1, static (_, old) => old + 1) : _ => counts["all"]++);
        Assert.Equal(!isSafe, counts["all"] < 1_000_000);
    }

    // A value that is not thread-safe: the same, and it may also throw.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void AdditionsToAValue(bool isSafe)
    {
        var lists = new ConcurrentDictionary<string, List<int>>();
        void Add(int number)
        {
            var list = lists.GetOrAdd("all", static _ => []);
            if (isSafe)
            {
                lock (list)
                {
                    list.Add(number);
                }
            }
            else
            {
                list.Add(number);
            }
        }

        var failure = Record.Exception(() => Race.Run(8, 1_000_000, Add));
        Assert.Equal(!isSafe, failure is not null || lists["all"].Count < 1_000_000);
    }

    // A copy that throws: Run on a large table, where half of the threads copy and the others add and remove.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Copies(bool isSafe)
    {
        var table = new ConcurrentDictionary<int, int>(Enumerable.Range(-10_000, 10_000).Select(key => KeyValuePair.Create(key, 0)));
        var failure = Record.Exception(() => Race.Run(8, 10_000, operation =>
        {
            if (operation % 2 == 0)
            {
                _ = isSafe ? table.ToArray() : Enumerable.ToArray(table);
            }
            else
            {
                table[operation] = 0;
                table.TryRemove(operation - 4_000, out _);
            }
        }));
        Assert.Equal(!isSafe, failure is ArgumentException or IndexOutOfRangeException);
    }

    // A check and an act: Until, with a comparer that lets the other go between them.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void TwoCallersWithDifferentValues(bool isSafe)
    {
        var sessions = new ConcurrentDictionary<int, object>(Race.Comparer<int>());
        var got = new object[2];
        object Get(int key)
        {
            if (isSafe)
            {
                return sessions.GetOrAdd(key, static _ => new object());
            }

            if (!sessions.TryGetValue(key, out var session))
            {
                session = new object();
                sessions[key] = session;
            }

            return session;
        }

        Assert.Equal(!isSafe, Race.Until(_ => got[0] != got[1], round => got[0] = Get(round), round => got[1] = Get(round)));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void ARemovalOfAnothersValue(bool isSafe)
    {
        var leases = new ConcurrentDictionary<string, long>(Race.Comparer<string>());
        leases["a"] = -1;
        void DropExpired()
        {
            if (leases.TryGetValue("a", out var until) && until < 0)
            {
                _ = isSafe ? leases.TryRemove(KeyValuePair.Create("a", until)) : leases.TryRemove("a", out _);
            }
        }

        bool IsLost()
        {
            var isLost = !leases.ContainsKey("a");
            leases["a"] = -1;
            return isLost;
        }

        Assert.Equal(!isSafe, Race.Until(_ => IsLost(), _ => DropExpired(), _ => leases["a"] = 1));
    }

    // A factory: Until, with a pause in what it creates.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void AFactoryThatRunsTwice(bool isSafe)
    {
        var created = 0;
        var plain = new ConcurrentDictionary<int, object>();
        var lazy = new ConcurrentDictionary<int, Lazy<object>>();
        object Create()
        {
            Race.Pause();
            Interlocked.Increment(ref created);
            return new object();
        }

        Action<int> get = isSafe
            ? key => _ = lazy.GetOrAdd(key, _ => new Lazy<object>(Create)).Value
            : key => plain.GetOrAdd(key, _ => Create());
        Assert.Equal(!isSafe, Race.Until(2, get, round => created != round + 1));
    }

    [Theory]
    [InlineData("list.Add(operation)", "^lost|ArgumentException|ArgumentOutOfRangeException|IndexOutOfRange")]
    [InlineData("lock (list) { list.Add(operation); }", "^all")]
    public async Task InAProgram(string body, string pattern)
    {
        var program = $$"""
            using System.Collections.Generic;
            var list = new List<int>();
            Race.Run(8, 1_000_000, operation => { {{body}}; });
            System.Console.WriteLine(list.Count == 1_000_000 ? "all" : "lost");
            """;
        var result = await new ProgramRunner { TimeLimit = TimeSpan.FromSeconds(60) }.RunAsync([program, .. RaceProofs.Files.Select(file => file.Code)]);
        Assert.Matches("(?m)" + pattern, result.StandardOutput + result.StandardError);
    }
}
