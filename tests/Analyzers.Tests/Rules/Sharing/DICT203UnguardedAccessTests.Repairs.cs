using System.Threading.Tasks;
using DictionaryAnalyzers.Rules.Sharing;
using DictionaryAnalyzers.Testing;
using Microsoft.CodeAnalysis;
using Xunit;

namespace DictionaryAnalyzers.Tests.Rules.Sharing;

public partial class DICT203UnguardedAccessTests
{
    private const string ReaderWriter = "readonly ReaderWriterLockSlim rw = new(); public void Put(int k) { rw.EnterWriteLock(); map[k] = 1; map[2] = 2; rw.ExitWriteLock(); } ";

    private const string Semaphore = "readonly SemaphoreSlim one = new(1, 1); public async Task Put(int k) { await one.WaitAsync(); try { map[k] = 1; map[2] = 2; } finally { one.Release(); } } ";

    [Theory]

    // The statement.
    [InlineData("public void Clear() { [|map.Clear()|]; }", "public void Clear() { lock (gate) { map.Clear(); } }")]
    [InlineData("public void Set(int k) { [|map[k] = 2|]; }", "public void Set(int k) { lock (gate) { map[k] = 2; } }")]
    [InlineData("public bool Has(int k) { return [|map.ContainsKey(k)|]; }", "public bool Has(int k) { lock (gate) { return map.ContainsKey(k); } }")]
    [InlineData("public void All() { foreach (var p in [|map|]) { Console.Write(p.Key); } }", "public void All() { lock (gate) { foreach (var p in map) { Console.Write(p.Key); } } }")]
    [InlineData("public void If(int k) { if ([|map.ContainsKey(k)|]) Console.Write(k); else Console.Write(0); }", "public void If(int k) { lock (gate) { if (map.ContainsKey(k)) Console.Write(k); else Console.Write(0); } }")]
    [InlineData("public void If(int k) { if (k > 1) [|map.Clear()|]; }", "public void If(int k) { if (k > 1) lock (gate) { map.Clear(); } }")]

    // As many as use what it declares.
    [InlineData("public void M(int k) { var v = [|map[k]|]; Console.Write(v); Console.Write(0); }", "public void M(int k) { lock (gate) { var v = map[k]; Console.Write(v); } Console.Write(0); }")]
    [InlineData("public int M(int k) { if ([|map.TryGetValue(k, out var v)|]) { return v; } return 0; }", "public int M(int k) { lock (gate) { if (map.TryGetValue(k, out var v)) { return v; } } return 0; }")]
    [InlineData("public int M(int k) { [|map.TryGetValue(k, out var v)|]; k++; return v; }", "public int M(int k) { lock (gate) { map.TryGetValue(k, out var v); k++; return v; } }")]

    // The same lock may be taken again.
    [InlineData("public void M(int k) { if (![|map.ContainsKey(k)|]) { Put(k); lock (gate) { Drop(k); } } }", "public void M(int k) { lock (gate) { if (!map.ContainsKey(k)) { Put(k); lock (gate) { Drop(k); } } } }")]
    [InlineData("public void M() { for (var i = 0; i < [|map.Count|]; i++) { Console.Write(i); } }", "public void M() { lock (gate) { for (var i = 0; i < map.Count; i++) { Console.Write(i); } } }")]

    // Expression bodies.
    [InlineData("public int Count => [|map.Count|];", "public int Count { get { lock (gate) { return map.Count; } } }")]
    [InlineData("public int Count { get => [|map.Count|]; }", "public int Count { get { lock (gate) { return map.Count; } } }")]
    [InlineData("public bool Has(int k) => [|map.ContainsKey(k)|];", "public bool Has(int k) { lock (gate) { return map.ContainsKey(k); } }")]
    [InlineData("public void Clear() => [|map.Clear()|];", "public void Clear() { lock (gate) { map.Clear(); } }")]
    [InlineData("public bool Has(int k) { return Find(); bool Find() => [|map.ContainsKey(k)|]; }", "public bool Has(int k) { return Find(); bool Find() { lock (gate) { return map.ContainsKey(k); } } }")]
    [InlineData("public Action Undo(int k) => () => [|map.Remove(k)|];", "public Action Undo(int k) => () => { lock (gate) { map.Remove(k); } };")]
    [InlineData("public Func<bool> Undo(int k) { return () => [|map.Remove(k)|]; }", "public Func<bool> Undo(int k) { return () => { lock (gate) { return map.Remove(k); } }; }")]

    // By another name, of another object.
    [InlineData("public void Up() { Dictionary<int, int> m; lock (gate) { m = map; } [|m.Clear()|]; }", "public void Up() { Dictionary<int, int> m; lock (gate) { m = map; } lock (gate) { m.Clear(); } }")]
    [InlineData("public void Clear() { [|this.map.Clear()|]; }", "public void Clear() { lock (this.gate) { this.map.Clear(); } }")]
    [InlineData("class Undo(C c, int k) : IDisposable { public void Dispose() => [|c.map.Remove(k)|]; }", "class Undo(C c, int k) : IDisposable { public void Dispose() { lock (c.gate) { c.map.Remove(k); } } }")]
    public Task Fixes_WithTheLock(string members, string expected) => Fix(Guarded, members, expected).RunAsync();

    [Theory]
    [InlineData("public bool Has(int k) => [|map.ContainsKey(k)|];", "public bool Has(int k) { rw.EnterReadLock(); try { return map.ContainsKey(k); } finally { rw.ExitReadLock(); } }")]
    [InlineData("public void Clear() { [|map.Clear()|]; }", "public void Clear() { rw.EnterWriteLock(); try { map.Clear(); } finally { rw.ExitWriteLock(); } }")]
    public Task Fixes_WithTheModeOfAReaderWriterLock(string members, string expected) => Fix(ReaderWriter, members, expected).RunAsync();

    [Fact]
    public Task Fixes_WithASemaphore_InAsyncCode() => Fix(
        Semaphore,
        "public async Task Drop(int k) { await Task.Yield(); [|map.Remove(k)|]; }",
        "public async Task Drop(int k) { await Task.Yield(); await one.WaitAsync(); try { map.Remove(k); } finally { one.Release(); } }").RunAsync();

    [Theory]
    [InlineData("this", "public void Put(int k) { lock (this) map[k] = 1; } public void Drop(int k) { lock (this) map.Remove(k); } ", "lock (this)")]
    [InlineData("itself", "public void Put(int k) { lock (map) map[k] = 1; } public void Drop(int k) { lock (map) map.Remove(k); } ", "lock (map)")]
    [InlineData("a static", "static readonly object root = new(); public void Put(int k) { lock (root) map[k] = 1; } public void Drop(int k) { lock (root) map.Remove(k); } ", "lock (root)")]
    [InlineData("the type", "public void Put(int k) { lock (typeof(C)) map[k] = 1; } public void Drop(int k) { lock (typeof(C)) map.Remove(k); } ", "lock (typeof(C))")]
    [InlineData("a thin lock", "readonly Lock thin = new(); public void Put(int k) { lock (thin) map[k] = 1; } public void Drop(int k) { lock (thin) map.Remove(k); } ", "lock (thin)")]
    public Task Fixes_WithTheSameLock(string what, string guarded, string expected)
    {
        Assert.NotEmpty(what);
        return Fix(guarded, "public void Clear() { [|map.Clear()|]; }", "public void Clear() { " + expected + " { map.Clear(); } }").RunAsync();
    }

    [Theory]
    [InlineData("an await", "public async Task M(int k) { if ([|map.ContainsKey(k)|]) await Task.Yield(); }")]
    [InlineData("an await in what follows", "public async Task M(int k) { var v = [|map[k]|]; await Task.Yield(); Console.Write(v); }")]
    [InlineData("a yield", "public IEnumerable<int> M() { foreach (var p in [|map|]) { yield return p.Key; } }")]
    [InlineData("a local with the name of the lock", "public void M(object gate) { [|map.Clear()|]; }")]
    [InlineData("a clause of a query", "public IEnumerable<int> M(int[] a) { return from x in a where [|map.ContainsKey(x)|] select x; }")]
    [InlineData("a loop that waits for a change", "public void M(int k) { while (![|map.ContainsKey(k)|]) { Thread.Yield(); } }")]
    [InlineData("a loop that waits at its end", "public void M(int k) { do { Thread.Yield(); } while (![|map.ContainsKey(k)|]); }")]
    [InlineData("a loop without a step", "public void M(int k) { for (; ![|map.ContainsKey(k)|];) Thread.Yield(); }")]
    [InlineData("a wait for a task that takes the lock", "public void M(int k) { [|map[k] = Task.Run(() => { Put(3); return 1; }).Result|]; }")]
    [InlineData("a wait for threads", "public void M(Thread t) { foreach (var p in [|map|]) { t.Join(); } }")]
    [InlineData("a delegate that is given", "public void M(int k, Func<int, int> make) { [|map[k] = make(k)|]; }")]
    [InlineData("an event", "public event Action<int> Done; public void M(int k) { Done?.Invoke([|map[k]|]); }")]
    [InlineData("a call that takes another lock", "readonly object other = new(); int Next() { lock (other) return 1; } public int M() { return [|map[Next()]|]; }")]
    [InlineData("a property that takes another lock", "readonly object other = new(); int Next { get { lock (other) return 1; } } public int M() { return [|map[Next]|]; }")]
    [InlineData("another lock that is held", "readonly object other = new(); public int M(int k) { lock (other) { return [|map[k]|]; } }")]
    [InlineData("a directive", "public void M() { if (\n#if true\n [|map.ContainsKey(1)|]\n#endif\n ) { } }")]
    public Task DoesNotOffer_ALockAround(string what, string members)
    {
        Assert.NotEmpty(what);
        return Fix(Guarded, members, null).RunAsync();
    }

    // A mutual exclusion that who holds it cannot take again: an exception, or a wait for oneself.
    [Theory]
    [InlineData(ReaderWriter, "int Make(int k) { rw.EnterWriteLock(); map[k] = 1; rw.ExitWriteLock(); return 1; } public int M(int k) { return [|map.TryGetValue(k, out var v)|] ? v : Make(k); }")]
    [InlineData(ReaderWriter, "bool Has(int k) { rw.EnterReadLock(); try { return map.ContainsKey(k); } finally { rw.ExitReadLock(); } } bool Had(int k) => Has(k); public bool M(int k) => Had(k) && [|map.ContainsKey(3)|];")]
    [InlineData(Semaphore, "public async Task M(int k) { if (![|map.ContainsKey(k)|]) { await Put(k); } }")]
    public Task DoesNotOffer_ALockTwice(string guarded, string members) => Fix(guarded, members, null).RunAsync();

    [Fact]
    public Task DoesNotOffer_ASemaphore_InOtherCode() => Fix(Semaphore, "public void Clear() => [|map.Clear()|];", null).RunAsync();

    [Fact]
    public Task DoesNotOffer_AWriteLock_UnderTheReadLock() =>
        Fix(ReaderWriter, "public void Drop(int k) { rw.EnterReadLock(); [|map.Remove(k)|]; rw.ExitReadLock(); }", null).RunAsync();

    [Theory]
    [InlineData("public IEnumerable<int> All() { lock (gate) { return [|map.Values|]; } }", "public IEnumerable<int> All() { lock (gate) { return map.Values.ToArray(); } }")]
    [InlineData("public ICollection<int> Keys { get { lock (gate) { return [|map.Keys|]; } } }", "public ICollection<int> Keys { get { lock (gate) { return map.Keys.ToArray(); } } }")]
    [InlineData("public IEnumerable<int> Big() { lock (gate) return [|map.Keys.Where(k => k > 1)|]; }", "public IEnumerable<int> Big() { lock (gate) return map.Keys.Where(k => k > 1).ToArray(); }")]
    [InlineData("public IReadOnlyDictionary<int, int> All() { lock (gate) { return [|map|]; } }", "public IReadOnlyDictionary<int, int> All() { lock (gate) { return new Dictionary<int, int>(map, map.Comparer); } }")]
    [InlineData("public IEnumerator<int> GetEnumerator() { lock (gate) { return [|map.Keys.GetEnumerator()|]; } }", "public IEnumerator<int> GetEnumerator() { lock (gate) { return map.Keys.ToList().GetEnumerator(); } }")]
    [InlineData("public IEnumerable<int> All => [|map.Values|];", "public IEnumerable<int> All { get { lock (gate) { return map.Values.ToArray(); } } }")]
    [InlineData("public IEnumerable<int> All() { return [|map.Values|]; }", "public IEnumerable<int> All() { lock (gate) { return map.Values.ToArray(); } }")]
    public Task Fixes_AViewWithASnapshot(string members, string expected) =>
        Fix(Guarded, members, expected, DICT203UnguardedAccessCodeFix.SnapshotKey).RunAsync();

    [Fact]
    public Task DoesNotOffer_ASnapshot_OfAnotherType() =>
        Fix(Guarded, "public Dictionary<int, int>.ValueCollection All() { lock (gate) { return [|map.Values|]; } }", null, DICT203UnguardedAccessCodeFix.SnapshotKey).RunAsync();

    [Fact]
    public Task Fixes_KeepingCommentsAndLayout() => new CSharpCodeFixTest<DICT203UnguardedAccessAnalyzer, DICT203UnguardedAccessCodeFix, DefaultVerifier>
    {
        TestCode = """
            using System.Collections.Generic;

            class C
            {
                private readonly object _gate = new();
                private readonly Dictionary<string, int> _map = new();

                public void Put(string k) { lock (_gate) { _map[k] = 1; _map[""] = 2; _map.Remove(k); } }

                public int Get(string k)
                {
                    // Known before?
                    if ([|_map.TryGetValue(k, out var v)|])
                    {
                        return v; // yes
                    }

                    // No.
                    return 0;
                }

                /// <summary>How many.</summary>
                public int Count => [|_map.Count|];

                public void Clear()
                {
                    [|_map.Clear()|]; // all
                }
            }
            """,
        FixedCode = """
            using System.Collections.Generic;

            class C
            {
                private readonly object _gate = new();
                private readonly Dictionary<string, int> _map = new();

                public void Put(string k) { lock (_gate) { _map[k] = 1; _map[""] = 2; _map.Remove(k); } }

                public int Get(string k)
                {
                    // Known before?
                    lock (_gate)
                    {
                        if (_map.TryGetValue(k, out var v))
                        {
                            return v; // yes
                        }
                    }

                    // No.
                    return 0;
                }

                /// <summary>How many.</summary>
                public int Count
                {
                    get
                    {
                        lock (_gate)
                        {
                            return _map.Count;
                        }
                    }
                }

                public void Clear()
                {
                    lock (_gate)
                    {
                        _map.Clear(); // all
                    }
                }
            }
            """,
        CodeActionEquivalenceKey = DICT203UnguardedAccessCodeFix.LockKey,
    }.RunAsync();

    private static CSharpCodeFixTest<DICT203UnguardedAccessAnalyzer, DICT203UnguardedAccessCodeFix, DefaultVerifier> Fix(
        string guarded, string members, string? expected, string key = DICT203UnguardedAccessCodeFix.LockKey)
    {
        const string Field = "readonly Dictionary<int, int> map = new();";
        var test = new CSharpCodeFixTest<DICT203UnguardedAccessAnalyzer, DICT203UnguardedAccessCodeFix, DefaultVerifier>
        {
            TestCode = Source(Field, guarded + members),
            CodeActionEquivalenceKey = key,
            Extra = { NullableContextOptions = NullableContextOptions.Disable },
        };
        if (expected is not null)
        {
            test.FixedCode = Source(Field, guarded + expected);
        }

        return test;
    }
}
