using System.Threading.Tasks;
using DictionaryAnalyzers.Rules.Sharing;
using DictionaryAnalyzers.Testing;
using Microsoft.CodeAnalysis;
using Xunit;

namespace DictionaryAnalyzers.Tests.Rules.Sharing;

public partial class DICT210SharedValueModifiedTests
{
    [Theory]
    [InlineData("[|lists.GetOrAdd(k, _ => new List<int>()).Add(1)|];")]
    [InlineData("[|lists.GetOrAdd(k, []).Add(1)|];")]
    [InlineData("[|lists[k].Add(1)|];")]
    [InlineData("[|lists[k].AddRange(new[] { 1 })|];")]
    [InlineData("[|lists[k].Sort()|];")]
    [InlineData("[|lists[k].Clear()|];")]
    [InlineData("[|lists[k][0]|] = 4;")]
    [InlineData("lists.GetValueOrDefault(k)?[|.Add(1)|];")]
    [InlineData("if (lists.TryGetValue(k, out var list)) [|list.Add(1)|];")]
    [InlineData("lists.TryGetValue(k, out var list); list?[|.Remove(1)|];")]
    [InlineData("var list = lists.GetOrAdd(k, _ => []); [|list.Add(1)|]; [|list.Add(2)|];")]
    [InlineData("var list = lists[k]; var same = list; [|same.Add(1)|];")]
    [InlineData("if (!lists.TryGetValue(k, out var list)) { list = lists.GetOrAdd(k, new List<int>()); } [|list.Add(1)|];")]
    [InlineData("if (!lists.TryGetValue(k, out var list)) { list = new(); lists[k] = list; } [|list.Add(1)|];")]
    [InlineData("if (!lists.TryGetValue(k, out var list)) { list = new(); lists.TryAdd(k, list); [|list.Add(1)|]; }")]
    [InlineData("foreach (var pair in lists) [|pair.Value.Clear()|];")]
    [InlineData("foreach (var (key, list) in lists) [|list.Clear()|];")]
    [InlineData("foreach (var list in lists.Values) [|list.Clear()|];")]
    [InlineData("foreach (var list in lists.Values.Where(x => x.Count > 3)) [|list.RemoveAt(0)|];")]
    [InlineData("foreach (var pair in lists.ToArray()) [|pair.Value.Clear()|];")]
    [InlineData("foreach (var pair in lists) { var (key, list) = pair; [|list.Clear()|]; }")]
    [InlineData("foreach (var key in lists.Keys) [|lists[key].Add(1)|];")]
    [InlineData("lists.AddOrUpdate(k, _ => [1], (_, old) => { [|old.Add(1)|]; return old; });")]
    [InlineData("lists.AddOrUpdate(k, [1], delegate (string key, List<int> old) { [|old.Add(1)|]; return old; });")]
    [InlineData("[|lists.AddOrUpdate(k, [1], (_, old) => old).Add(1)|];")]
    [InlineData("[|sets.GetOrAdd(k, _ => []).Add(1)|];")]
    [InlineData("if ([|sets[k].Remove(1)|]) return;")]
    [InlineData("[|maps[k][\"a\"]|] = 1;")]
    [InlineData("[|maps[k][\"a\"]|]++;")]
    [InlineData("[|maps[k].Remove(\"a\")|];")]
    [InlineData("[|maps[k].TryAdd(\"a\", 1)|];")]
    [InlineData("[|nested[k][\"a\"].Add(1)|];")]
    [InlineData("[|queues[k].Enqueue(1)|];")]
    [InlineData("[|queues[k].TryDequeue(out var first)|];")]
    [InlineData("[|stacks[k].Push(1)|];")]
    [InlineData("[|texts[k].Append('x')|];")]
    [InlineData("[|texts[k].Append('x').AppendLine()|];")]
    [InlineData("[|texts[k].Length|] = 0;")]
    [InlineData("[|bags[k].Add(1)|];")]
    [InlineData("[|interfaces.GetOrAdd(k, _ => new List<int>()).Add(1)|];")]
    [InlineData("[|behindInterface[k].Add(1)|];")]
    [InlineData("Parallel.For(0, 9, i => [|lists[k].Add(i)|]);")]
    [InlineData("var mine = new ConcurrentDictionary<string, List<int>>(); Parallel.For(0, 9, i => [|mine.GetOrAdd(k, _ => []).Add(i)|]);")]
    [InlineData("[|given.GetOrAdd(k, _ => []).Add(1)|];")]
    [InlineData("[|ListOf(k).Add(1)|];")]
    [InlineData("var list = ListOf(k); [|list.Add(1)|];")]
    [InlineData("[|Found(k).Add(1)|];")]
    [InlineData("[|Local(k).Add(1)|]; List<int> Local(string key) => lists[key];")]
    [InlineData("lock (gate) { } [|lists[k].Add(1)|];")]
    public Task Reports(string body) => Verify(InClass(body));

    [Theory]

    // A method that gives a list of its own, or the list of this thread.
    [InlineData("Copied(k).Add(1);")]
    [InlineData("Taken(k).Add(1);")]
    [InlineData("Mine().Add(1);")]
    [InlineData("lock (gate) { ListOf(k).Add(1); }")]

    // Under a lock.
    [InlineData("var list = lists[k]; lock (list) { list.Add(1); }")]
    [InlineData("lock (gate) { lists.GetOrAdd(k, _ => []).Add(1); }")]
    [InlineData("lock (lists) lists[k].Add(1);")]
    [InlineData("foreach (var pair in lists) lock (pair.Value) pair.Value.Clear();")]
    [InlineData("lists.AddOrUpdate(k, _ => [1], (_, old) => { lock (old) { old.Add(1); } return old; });")]
    [InlineData("lock (gate) { lists.AddOrUpdate(k, _ => [1], (_, old) => { old.Add(1); return old; }); }")]
    [InlineData("Monitor.Enter(gate); try { lists[k].Add(1); } finally { Monitor.Exit(gate); }")]

    // Only read, or the dictionary itself is changed.
    [InlineData("var n = lists[k].Count + lists[k].IndexOf(1);")]
    [InlineData("lists[k] = [1]; lists.TryRemove(k, out _); lists.Clear();")]
    [InlineData("foreach (var x in lists[k]) Console.WriteLine(x);")]
    [InlineData("lists.AddOrUpdate(k, _ => [1], (_, old) => [.. old, 1]);")]
    [InlineData("lists.AddOrUpdate(k, _ => [1], (_, old) => { var copy = new List<int>(old); copy.Add(1); return copy; });")]
    [InlineData("var copy = lists[k].ToList(); copy.Add(1);")]
    [InlineData("var copy = new List<int>(lists[k]); copy.Add(1);")]
    [InlineData("var text = texts[k].ToString();")]

    // The taker has it alone.
    [InlineData("if (lists.TryRemove(k, out var list)) list.Clear();")]
    [InlineData("var list = new List<int>(); list.Add(1); lists.TryAdd(k, list);")]
    [InlineData("if (!lists.TryGetValue(k, out var list)) { list = new List<int>(); list.Add(1); lists.TryAdd(k, list); }")]
    [InlineData("foreach (var pair in lists) if (lists.TryRemove(pair)) pair.Value.Clear();")]
    [InlineData("var own = new ConcurrentDictionary<string, List<int>>(); own.GetOrAdd(k, _ => []).Add(1);")]
    [InlineData("var list = lists.GetOrAdd(k, _ => { var made = new List<int>(); made.Add(1); return made; });")]
    [InlineData("byThread.GetOrAdd(Environment.CurrentManagedThreadId, _ => []).Add(1);")]
    [InlineData("var id = Thread.CurrentThread.ManagedThreadId; byThread[id].Add(1);")]

    [InlineData("lists.GetOrAdd(Environment.CurrentManagedThreadId.ToString(), _ => []).Add(1);")]

    // Safe by themselves.
    [InlineData("immutables[k].Add(1);")]
    [InlineData("immutables.AddOrUpdate(k, [], (_, old) => old.Add(1));")]
    [InlineData("concurrents[k][\"a\"] = 1;")]
    [InlineData("concurrentQueues[k].Enqueue(1);")]
    [InlineData("arrays[k][0] = 1;")]

    // Not known, or not this rule.
    [InlineData("unclear[k].Add(1);")]
    [InlineData("mixed[k].Add(1);")]
    [InlineData("objects[k].Count++; objects[k].Items.Add(1);")]
    [InlineData("plain[k].Add(1);")]
    [InlineData("var list = Unknown(lists[k]); list.Add(1);")]
    [InlineData("safe[k].Add(1);")]
    public Task DoesNotReport(string body) => Verify(InClass(body));

    [Fact]
    public Task DoesNotReport_InAConstructor() => Verify(
        """
        using System.Collections.Concurrent;
        using System.Collections.Generic;

        class C
        {
            private static readonly ConcurrentDictionary<string, List<int>> All = new();
            private readonly ConcurrentDictionary<string, List<int>> lists = new();

            static C() => All.GetOrAdd("a", _ => []).Add(1);

            public C()
            {
                lists.GetOrAdd("a", _ => []).Add(1);
            }
        }
        """);

    // A lock of somebody's own for readers and writers, taken on both ways.
    [Fact]
    public Task DoesNotReport_UnderTheLockOfTheValue() => Verify(
        """
        using System;
        using System.Collections.Concurrent;
        using System.Collections.Generic;
        using System.Threading.Tasks;

        class C
        {
            private readonly ConcurrentDictionary<int, Bucket> buckets = new();

            public void Put(int k)
            {
                Bucket bucket = null!;
                try
                {
                    if (!buckets.TryGetValue(k, out bucket!))
                    {
                        bucket = new Bucket();
                        if (!bucket.Gate.TryEnterWriteLock(TimeSpan.Zero)) throw new Exception();
                        buckets.AddOrUpdate(k, bucket, (_, _) => throw new Exception());
                    }
                    else
                    {
                        if (!bucket.Gate.TryEnterWriteLock(TimeSpan.Zero)) throw new Exception();
                    }

                    for (var i = 0; i < k; i++) bucket.Add(i, 0);
                }
                finally
                {
                    bucket?.Gate.Release();
                }
            }

            public void Late(int k)
            {
                Bucket bucket = null!;
                if (!buckets.TryGetValue(k, out bucket!) || !bucket.Gate.TryEnterWriteLock(TimeSpan.Zero)) return;
                bucket.Gate.Release();
                [|bucket.Add(1, 0)|];
            }

            private sealed class Bucket : SortedList<int, byte>
            {
                public readonly FairLock Gate = new();
            }
        }

        class FairLock
        {
            public bool TryEnterWriteLock(TimeSpan timeout) => true;
            public ValueTask EnterReadLockAsync() => default;
            public void Release() { }
        }
        """);

    // Only constructors call these, and nobody has the object any more in the others.
    [Fact]
    public Task DoesNotReport_BeforeAndAfterTheLifeOfTheObject() => Verify(
        """
        using System;
        using System.Collections.Concurrent;
        using System.Collections.Generic;

        class C : IDisposable
        {
            private static readonly ConcurrentDictionary<string, List<int>> All = new();
            private readonly ConcurrentDictionary<string, List<int>> lists = new();

            static C() => Load();

            public C() => Initialize(3);

            ~C() => lists["a"].Clear();

            public void Dispose() { foreach (var pair in lists) pair.Value.Clear(); }

            private static void Load() => All.GetOrAdd("a", _ => []).Add(1);
            private void Initialize(int count) { for (var i = 0; i < count; i++) Put(i); }
            private void Put(int item) => lists.GetOrAdd("a", _ => []).Add(item);
        }
        """);

    [Fact]
    public Task Reports_WhatIsCalledOutsideOfConstructorsToo() => Verify(
        """
        using System;
        using System.Collections.Concurrent;
        using System.Collections.Generic;
        using System.Threading.Tasks;

        class C : IDisposable
        {
            private static readonly ConcurrentDictionary<string, List<int>> All = new();
            private readonly ConcurrentDictionary<string, List<int>> lists = new();

            public C() { Put(); Later(); }
            public C(C other) { other.Foreign(); Task.Run(Started); }

            public void Use() => Put();
            public void Dispose() => [|All["a"].Clear()|];

            private void Put() => [|lists.GetOrAdd("a", _ => []).Add(1)|];
            private void Later() => Task.Run(() => [|lists["a"].Add(1)|]);
            private void Foreign() => [|lists["a"].Add(1)|];
            private void Started() => [|lists["a"].Add(1)|];
        }
        """);

    [Theory]
    [InlineData("Parallel.For(0, 9, i => { var list = own.GetOrAdd(i, _ => []); list.Add(i); });")]
    [InlineData("Parallel.ForEach(given.Keys, key => named.GetOrAdd(key, _ => []).Add(1));")]
    [InlineData("Parallel.For(0, 9, i => { var key = i; own[key] = []; own[key].Add(i); });")]
    [InlineData("given.Keys.AsParallel().ForAll(key => named.GetOrAdd(key, _ => []).Add(1));")]
    [InlineData("Parallel.ForEach(given.Keys, key => Named(key).Add(1)); List<int> Named(string name) => named.GetOrAdd(name, _ => []);")]
    public Task DoesNotReport_WhereEachRunHasAKeyOfItsOwn(string body) => Verify(InClass(
        $"var own = new ConcurrentDictionary<int, List<int>>(); var named = new ConcurrentDictionary<string, List<int>>(); {body} Console.WriteLine(own.Count + named.Count);"));

    [Theory]
    [InlineData("Parallel.For(0, 9, i => [|own.GetOrAdd(i % 3, _ => []).Add(i)|]);")]
    [InlineData("Parallel.For(0, 9, i => [|own.GetOrAdd(3, _ => []).Add(i)|]);")]
    [InlineData("Parallel.ForEach(given, pair => [|own.GetOrAdd(pair.Value.Count, _ => []).Add(1)|]);")]
    [InlineData("Parallel.ForEach(given.Keys, key => [|lists.GetOrAdd(key, _ => []).Add(1)|]);")]
    [InlineData("using var timer = new Timer(state => [|own[(int)state].Add(1)|], 1, 0, 1);")]
    public Task Reports_WhereRunsMayHaveTheSameKey(string body) => Verify(InClass(
        $"var own = new ConcurrentDictionary<int, List<int>>(); {body} Console.WriteLine(own.Count);"));

    [Theory]
    [InlineData("foreach (var pair in lists.ToArray()) { if (!lists.TryRemove(pair.Key, out _)) continue; pair.Value.Clear(); }")]
    [InlineData("foreach (var pair in lists) { if (lists.TryRemove(pair) == false) { Console.WriteLine(); continue; } pair.Value.Clear(); }")]
    [InlineData("foreach (var pair in lists) { if (!lists.TryRemove(pair)) { } else { pair.Value.Clear(); } }")]
    [InlineData("foreach (var pair in lists) { if (pair.Value.Count == 0 || !lists.TryRemove(pair)) throw new Exception(); pair.Value.Clear(); }")]
    [InlineData("foreach (var pair in lists) { _ = lists.TryRemove(pair) && pair.Value.Remove(1); }")]
    public Task DoesNotReport_WhatWasTakenOut(string body) => Verify(InClass(body));

    [Theory]
    [InlineData("foreach (var pair in lists) { if (!lists.TryRemove(pair)) { [|pair.Value.Clear()|]; } }")]
    [InlineData("foreach (var pair in lists) { if (lists.TryRemove(pair)) continue; [|pair.Value.Clear()|]; }")]
    [InlineData("foreach (var pair in lists) { if (k == null || lists.TryRemove(pair)) { [|pair.Value.Clear()|]; } }")]
    [InlineData("foreach (var pair in lists) { if (k == null && !lists.TryRemove(pair)) continue; [|pair.Value.Clear()|]; }")]
    [InlineData("foreach (var pair in lists) { if (!lists.TryRemove(pair)) Console.WriteLine(); [|pair.Value.Clear()|]; }")]
    public Task Reports_WhereTheRemovalFailed(string body) => Verify(InClass(body));

    [Theory]
    [InlineData("lock (gate) { Task.Run(() => [|lists[k].Add(1)|]); }")]
    [InlineData("lock (gate) { Parallel.For(0, 9, i => [|lists[k].Add(i)|]); }")]
    [InlineData("lock (gate) { new Thread(() => [|lists[k].Add(1)|]).Start(); }")]
    [InlineData("lock (gate) { Task.Run(() => { lock (gate) { lists[k].Add(1); } }); }")]
    [InlineData("lock (gate) { Enumerable.Range(0, 9).ToList().ForEach(i => lists[k].Add(i)); }")]
    [InlineData("lock (gate) { Action later = () => lists[k].Add(1); later(); }")]
    public Task Reports_WhatALockStartsOnOtherThreads(string body) => Verify(InClass(body));

    [Theory]
    [InlineData("[|(lists.TryGetValue(k, out var list) ? list : new()).Add(1)|];")]
    [InlineData("var list = lists.TryGetValue(k, out var known) ? known : lists[k] = new(); [|list.Add(1)|];")]
    [InlineData("[|(lists.GetValueOrDefault(k) ?? new()).Add(1)|];")]
    [InlineData("var list = lists.GetValueOrDefault(k) ?? lists.GetOrAdd(k, _ => new()); [|list.Add(1)|];")]
    [InlineData("var list = lists.TryGetValue(k, out var known) ? known.ToList() : []; list.Add(1);")]
    [InlineData("var list = lists.GetValueOrDefault(k)?.ToList() ?? []; list.Add(1);")]
    [InlineData("var list = k == null ? plain[k] : lists[k]; list.Add(1);")]
    public Task Reports_AChoiceOfValues(string body) => Verify(InClass(body));

    [Theory]
    [InlineData("[|lists.First().Value.Add(1)|];")]
    [InlineData("[|lists.Values.First().Add(1)|];")]
    [InlineData("var last = lists.Values.Where(list => list.Count > 0).LastOrDefault(); [|last.Add(1)|];")]
    [InlineData("var most = lists.MaxBy(pair => pair.Value.Count); [|most.Value.Clear()|];")]
    [InlineData("lists.Values.Select(list => list.ToList()).First().Add(1);")]
    [InlineData("plain.Values.First().Add(1);")]
    public Task Reports_AnElementThatIsPicked(string body) => Verify(InClass(body));

    [Fact]
    public Task Message_TellsAConditionalAccessWhole() => new CSharpAnalyzerTest<DICT210SharedValueModifiedAnalyzer, DefaultVerifier>
    {
        TestCode =
            """
            using System.Collections.Concurrent;
            using System.Collections.Generic;

            class C
            {
                private readonly ConcurrentDictionary<string, List<int>> lists = new();

                public void M(C other, string k) => other?{|#2:.lists|}?{|#1:[k]|}?{|#0:.Add(1)|};
            }
            """,
        Extra = { NullableContextOptions = NullableContextOptions.Disable },
        ExpectedDiagnostics =
        {
            new DiagnosticResult("DICT210", DiagnosticSeverity.Warning).WithLocation(0).WithLocation(1).WithLocation(2).WithMessage(
                "'other?.lists?[k]?.Add(1)' changes a 'List<int>' that 'other?.lists' holds, without a lock: the dictionary is thread-safe, its values are not, and threads that have the same value lose changes or corrupt it"),
        },
    }.RunAsync();

    [Fact]
    public Task Reports_InExtensionsAndDerivedTypes() => Verify(
        """
        using System.Collections.Concurrent;
        using System.Collections.Generic;

        static class Extensions
        {
            public static void Put<K, V>(this ConcurrentDictionary<K, List<V>> map, K key, V value) where K : notnull =>
                [|map.GetOrAdd(key, _ => []).Add(value)|];
        }

        class Bag : List<int>;

        class Bags : ConcurrentDictionary<string, Bag>
        {
            public void Put(string key, int value) => [|this[key].Add(value)|];
        }
        """);

    [Fact]
    public Task Message_NamesValueAndDictionary() => new CSharpAnalyzerTest<DICT210SharedValueModifiedAnalyzer, DefaultVerifier>
    {
        TestCode = InClass("{|#0:{|#1:{|#2:lists|}.GetOrAdd(k, _ => new List<int>())|}.Add(1)|};"),
        Extra = { NullableContextOptions = NullableContextOptions.Disable },
        ExpectedDiagnostics =
        {
            new DiagnosticResult("DICT210", DiagnosticSeverity.Warning).WithLocation(0).WithLocation(1).WithLocation(2).WithMessage(
                "'lists.GetOrAdd(k, _ => new List<int>()).Add(1)' changes a 'List<int>' that 'lists' holds, without a lock: the dictionary is thread-safe, its values are not, and threads that have the same value lose changes or corrupt it"),
        },
    }.RunAsync();

    private static Task Verify(string source) => new CSharpAnalyzerTest<DICT210SharedValueModifiedAnalyzer, DefaultVerifier>
    {
        TestCode = source,
        Extra = { NullableContextOptions = NullableContextOptions.Disable },
    }.RunAsync();

    private static string InClass(string body) =>
        $$"""
        using System;
        using System.Collections.Concurrent;
        using System.Collections.Generic;
        using System.Collections.Immutable;
        using System.Linq;
        using System.Text;
        using System.Threading;
        using System.Threading.Tasks;

        class C
        {
            private readonly ConcurrentDictionary<string, List<int>> lists = new();
            private readonly ConcurrentDictionary<string, HashSet<int>> sets = new();
            private readonly ConcurrentDictionary<string, Dictionary<string, int>> maps = new();
            private readonly ConcurrentDictionary<string, Dictionary<string, List<int>>> nested = new();
            private readonly ConcurrentDictionary<string, Queue<int>> queues = new();
            private readonly ConcurrentDictionary<string, Stack<int>> stacks = new();
            private readonly ConcurrentDictionary<string, StringBuilder> texts = new();
            private readonly ConcurrentDictionary<string, Bag> bags = new();
            private readonly ConcurrentDictionary<int, List<int>> byThread = new();
            private readonly ConcurrentDictionary<string, IList<int>> interfaces = new();
            private readonly IDictionary<string, List<int>> behindInterface = new ConcurrentDictionary<string, List<int>>();
            private readonly ConcurrentDictionary<string, ImmutableList<int>> immutables = new();
            private readonly ConcurrentDictionary<string, ConcurrentDictionary<string, int>> concurrents = new();
            private readonly ConcurrentDictionary<string, ConcurrentQueue<int>> concurrentQueues = new();
            private readonly ConcurrentDictionary<string, int[]> arrays = new();
            private readonly ConcurrentDictionary<string, IList<int>> unclear = new();
            private readonly ConcurrentDictionary<string, ICollection<int>> mixed = new();
            private readonly ConcurrentDictionary<string, Thing> objects = new();
            private readonly ConcurrentDictionary<string, SafeList> safe = new();
            private readonly Dictionary<string, List<int>> plain = new();
            private readonly object gate = new();

            void M(string k, ConcurrentDictionary<string, List<int>> given)
            {
                {{body}}
            }

            void Fill(IList<int> list)
            {
                unclear["a"] = list;
                mixed["a"] = new List<int>();
                mixed["b"] = new SafeList();
            }

            List<int> Unknown(List<int> list) => new(list);
            List<int> ListOf(string key) => lists.GetOrAdd(key, _ => []);
            List<int> Found(string key) => lists.TryGetValue(key, out var list) ? list : lists.GetOrAdd(key, _ => []);
            List<int> Copied(string key) => new(lists[key]);
            List<int> Taken(string key) => lists.TryRemove(key, out var list) ? list : [];
            List<int> Mine() => byThread.GetOrAdd(Environment.CurrentManagedThreadId, _ => []);
        }

        class Bag : List<int> { }
        class Thing { public int Count; public List<int> Items = new(); }
        class SafeList : List<int> { public new void Add(int item) { lock (this) base.Add(item); } }
        """;
}
