using System.Threading.Tasks;
using DictionaryAnalyzers.Rules.Sharing;
using DictionaryAnalyzers.Testing;
using Microsoft.CodeAnalysis;
using Xunit;

namespace DictionaryAnalyzers.Tests.Rules.Sharing;

public partial class DICT203UnguardedAccessTests
{
    // Two accesses under the lock, one of them a write.
    private const string Guarded = "public void Put(int k) { lock (gate) map[k] = 1; } public void Drop(int k) { lock (gate) map.Remove(k); } ";

    [Theory]

    // Reads, writes, walks.
    [InlineData("public bool Has(int k) => [|map.ContainsKey(k)|];")]
    [InlineData("public int Get(int k) => [|map[k]|];")]
    [InlineData("public int Get(int k) { if ([|map.TryGetValue(k, out var v)|]) return v; lock (gate) { if (!map.TryGetValue(k, out v)) map[k] = v = 1; return v; } }")]
    [InlineData("public void Clear() => [|map.Clear()|];")]
    [InlineData("public void Set(int k) { [|map[k] = 2|]; }")]
    [InlineData("public void Up(int k) { [|map[k]++|]; }")]
    [InlineData("public int Count => [|map.Count|];")]
    [InlineData("public string Dump() { var s = \"\"; foreach (var p in [|map|]) s += p.Key; return s; }")]
    [InlineData("public int Sum() => [|map.Values.Where(v => v > 1).Sum()|];")]
    [InlineData("public int[] Keys() => [|map.Keys.ToArray()|];")]
    [InlineData("public int[] Keys() => [[|.. map.Keys|]];")]
    [InlineData("public object Copy() => [|new Dictionary<int, int>(map)|];")]
    [InlineData("public void Clear() { [|map?.Clear()|]; }")]
    [InlineData("public bool Any() => [|map is { Count: > 0 }|] && [|map.ContainsKey(1)|] || [|map.Count|] > 3;")]

    // By another name.
    [InlineData("public void Clear() { var m = map; [|m.Clear()|]; }")]
    [InlineData("public void Up() { Dictionary<int, int> m; lock (gate) { m = map; } [|m.Clear()|]; }")]
    [InlineData("private Dictionary<int, int> Map => map; public void Clear() => [|Map.Clear()|];")]
    [InlineData("public int Later() { IEnumerable<int> q; lock (gate) { q = map.Keys.Where(k => k > 1); } return [|q.Count()|]; }")]

    // Lambdas that run later.
    [InlineData("public Action Undo(int k) { lock (gate) { map[k] = 2; return () => [|map.Remove(k)|]; } }")]
    [InlineData("public event Action Done; public void Hook(int k) { lock (gate) { Done += () => [|map.Remove(k)|]; } }")]
    [InlineData("public void Start() { new Thread(Loop).Start(); } void Loop() { foreach (var p in [|map|]) { } }")]
    [InlineData("public IEnumerable<int> Known(int[] a) { lock (gate) return a.Where(x => [|map.ContainsKey(x)|]); }")]

    // Other locks, and none.
    [InlineData("readonly object other = new(); public bool Has(int k) { lock (other) return [|map.ContainsKey(k)|]; }")]
    [InlineData("object renewed = new(); public bool Has(int k) { lock (renewed) return [|map.ContainsKey(k)|]; } public void Renew() => renewed = new();")]
    [InlineData("public bool Has(int k) { lock (new object()) return [|map.ContainsKey(k)|]; }")]
    [InlineData("public bool Has(int k) { lock (this) return [|map.ContainsKey(k)|]; }")]
    [InlineData("public bool Has(int k) { lock (gate) { } return [|map.ContainsKey(k)|]; }")]
    [InlineData("public bool Has(int k) { if (!Monitor.TryEnter(gate)) return [|map.ContainsKey(k)|]; Monitor.Exit(gate); return false; }")]
    [InlineData("public bool Has(int k) { Monitor.TryEnter(gate, 1); return [|map.ContainsKey(k)|]; }")]

    // Helpers.
    [InlineData("public bool Has(int k) => Find(k); bool Find(int k) => [|map.ContainsKey(k)|];")]
    [InlineData("public bool Has(int k) { lock (gate) return Find(k); } public bool Had(int k) => Find(k); bool Find(int k) => [|map.ContainsKey(k)|];")]
    [InlineData("public bool Has(int k) { return Find(); bool Find() => [|map.ContainsKey(k)|]; }")]
    [InlineData("internal bool Has(int k) => [|map.ContainsKey(k)|];")]
    [InlineData("public void Stop() => [|map.Clear()|];")]
    [InlineData("class Undo(C c, int k) : IDisposable { public void Dispose() => [|c.map.Remove(k)|]; }")]
    [InlineData("} partial class C { public void Clear() => [|map.Clear()|];")]
    public Task Reports(string members) => Analyze(Guarded + members).RunAsync();

    [Theory]
    [InlineData("a set", "readonly HashSet<int> map = new();", "public void Add(int x) { lock (gate) map.Add(x); } public void Drop(int x) { lock (gate) map.Remove(x); } public bool Has(int x) => [|map.Contains(x)|];")]
    [InlineData("a set's own method", "readonly SortedSet<int> map = new();", "public void Add(int x) { lock (gate) map.Add(x); } public void Drop(int x) { lock (gate) map.Remove(x); } public bool Has(int[] x) => [|map.IsSupersetOf(x)|];")]
    [InlineData("an interface", "readonly IDictionary<int, int> map = new Dictionary<int, int>();", Guarded + "public bool Has(int x) => [|map.ContainsKey(x)|];")]
    [InlineData("an auto-property", "Dictionary<int, int> map { get; } = new();", Guarded + "public bool Has(int x) => [|map.ContainsKey(x)|];")]
    [InlineData("a field that is created late", "Dictionary<int, int> map;", "public void Put(int k) { lock (gate) (map ??= new())[k] = 1; } public void Drop(int k) { lock (gate) map?.Remove(k); } public bool Has(int x) => map != null && [|map.ContainsKey(x)|];")]
    [InlineData("locked itself", "readonly Dictionary<int, int> map = new();", "public void Put(int k) { lock (map) map[k] = 1; } public void Drop(int k) { lock (map) map.Remove(k); } public void Clear() => [|map.Clear()|];")]
    [InlineData("the sync root", "readonly SortedList<int, int> map = new();", "public void Put(int k) { lock (((ICollection)map).SyncRoot) map[k] = 1; } public void Drop(int k) { lock (((ICollection)map).SyncRoot) map.Remove(k); } public void Clear() => [|map.Clear()|];")]
    [InlineData("this", "readonly Dictionary<int, int> map = new();", "public void Put(int k) { lock (this) map[k] = 1; } public void Drop(int k) { lock (this) map.Remove(k); } public void Clear() => [|map.Clear()|];")]
    [InlineData("the type", "static readonly Dictionary<int, int> map = new();", "public static void Put(int k) { lock (typeof(C)) map[k] = 1; } public static void Drop(int k) { lock (typeof(C)) map.Remove(k); } public static void Clear() => [|map.Clear()|];")]
    [InlineData("static", "static readonly Dictionary<int, int> map = new(); static readonly object root = new();", "static void Put(int k) { lock (root) map[k] = 1; } static void Drop(int k) { lock (root) map.Remove(k); } public static void Clear() => [|map.Clear()|];")]
    [InlineData("static, in a constructor", "static readonly Dictionary<int, int> map = new(); static readonly object root = new();", "public C(int k) { [|map[k] = 1|]; } public static void Put(int k) { lock (root) map[k] = 1; } public static void Drop(int k) { lock (root) map.Remove(k); }")]
    [InlineData("an instance's lock for a static", "static readonly Dictionary<int, int> map = new(); static readonly object root = new();", "void Put(int k) { lock (root) map[k] = 1; } void Drop(int k) { lock (root) map.Remove(k); } public void Clear() { lock (gate) [|map.Clear()|]; }")]
    [InlineData("a static lock for an instance", "readonly Dictionary<int, int> map = new(); static readonly object root = new();", "public void Put(int k) { lock (root) map[k] = 1; } public void Drop(int k) { lock (root) map.Remove(k); } public void Clear() => [|map.Clear()|];")]
    [InlineData("a thin lock", "readonly Dictionary<int, int> map = new(); readonly Lock thin = new();", "public void Put(int k) { lock (thin) map[k] = 1; } public void Drop(int k) { using (thin.EnterScope()) map.Remove(k); } public void Clear() => [|map.Clear()|];")]
    [InlineData("a semaphore", "readonly Dictionary<int, int> map = new(); readonly SemaphoreSlim one = new(1, 1);", "public async Task Put(int k) { await one.WaitAsync(); try { map[k] = 1; } finally { one.Release(); } } public void Drop(int k) { one.Wait(); try { map.Remove(k); } finally { one.Release(); } } public void Clear() => [|map.Clear()|];")]
    [InlineData("a write under the read lock", "readonly Dictionary<int, int> map = new(); readonly ReaderWriterLockSlim rw = new();", "public void Put(int k) { rw.EnterWriteLock(); map[k] = 1; map[2] = 2; rw.ExitWriteLock(); } public void Drop(int k) { rw.EnterReadLock(); [|map.Remove(k)|]; rw.ExitReadLock(); }")]
    [InlineData("a read without the read lock", "readonly Dictionary<int, int> map = new(); readonly ReaderWriterLockSlim rw = new();", "public void Put(int k) { rw.EnterWriteLock(); map[k] = 1; map[2] = 2; rw.ExitWriteLock(); } public bool Has(int k) => [|map.ContainsKey(k)|];")]
    [InlineData("a Hashtable that is walked", "readonly Hashtable map = new();", "public void Put(int k) { lock (map) map[k] = 1; } public void Drop(int k) { lock (map) map.Remove(k); } public void All() { foreach (var x in [|map.Keys|]) { } }")]
    [InlineData("a Hashtable with two writers", "readonly Hashtable map = new();", "public void Put(int k) { lock (map) map[k] = 1; } public void Drop(int k) { lock (map) map.Remove(k); } public void Clear() => [|map.Clear()|];")]
    [InlineData("synchronized methods", "readonly Dictionary<int, int> map = new();", "[MethodImpl(MethodImplOptions.Synchronized)] public void Put(int k) => map[k] = 1; [MethodImpl(MethodImplOptions.Synchronized)] public void Drop(int k) => map.Remove(k); public void Clear() => [|map.Clear()|];")]
    [InlineData("reads lock, the write does not", "readonly Dictionary<int, int> map = new();", "public bool Has(int k) { lock (gate) return map.ContainsKey(k); } public int Get(int k) { lock (gate) return map[k]; } public void Put(int k) { [|map[k] = 1|]; }")]
    [InlineData("all writes lock, few reads do", "readonly Dictionary<int, int> map = new();", Guarded + "public bool A(int k) => [|map.ContainsKey(k)|]; public bool B(int k) => [|map.ContainsKey(k)|]; public bool D(int k) => [|map.ContainsKey(k)|];")]
    [InlineData("a table that others change", "readonly Dictionary<int, int> map = new();", "public void Define(int k) => [|map.Add(k, 1)|]; public IEnumerable<int> Keys => [|map.Keys|]; public int Get(int k) { lock (gate) return map[k]; } public bool Has(int k) { lock (gate) return map.ContainsKey(k); }")]
    [InlineData("the lock of an entry", "readonly Dictionary<int, List<int>> map = new();", "public void Put(int k) { lock (map) map[k] = []; } public void Drop(int k) { lock (map) map.Remove(k); } public void Clear(List<int> l) { lock (l) [|map.Clear()|]; }")]
    [InlineData("one lock, and it is the table", "readonly Dictionary<int, int> map = new();", "public bool Has(int k) => [|map.ContainsKey(k)|]; public void Put(int k) { lock (map) map[k] = 1; }")]
    [InlineData("a look before the only lock", "readonly Dictionary<int, int> map = new();", "public int Get(int k) { if ([|map.TryGetValue(k, out var v)|]) return v; lock (gate) map[k] = 1; return 1; }")]
    [InlineData("each another lock", "readonly Dictionary<int, int> map = new();", "public bool Has(int k) { lock (map) { return [|map.ContainsKey(k)|]; } } public void Put(int k) { lock (gate) { k++; map[k] = 1; } }")]
    [InlineData("a helper that derived types have", "readonly Dictionary<int, int> map = new();", "public int Get(int k) { if ([|map.TryGetValue(k, out var v)|]) return v; lock (gate) { return map.TryGetValue(k, out v) ? v : Make(k); } } protected virtual int Make(int k) => map[k] = 1;")]
    [InlineData("a helper that one of two calls under the lock", "readonly Dictionary<int, int> map = new();", "public void Put(int k) { lock (gate) map[k] = 1; } public void Drop(int k) { lock (gate) Forget(k); } public void Lost(int k) { if (k > 1) Forget(k); } void Forget(int k) => [|map.Remove(k)|];")]
    [InlineData("a callback that the constructor hands over", "readonly Dictionary<int, int> map = new();", Guarded + "Timer timer; public C() { timer = new Timer(Purge, null, 1, 1); } void Purge(object o) { foreach (var p in [|map.ToList()|]) { } }")]
    [InlineData("a derived type", "protected readonly Dictionary<int, int> map = new();", Guarded + "} class D : C { public void Clear() => [|map.Clear()|];")]
    [InlineData("another type", "internal readonly Dictionary<int, int> map = new();", Guarded + "} class D { public int Count(C c) { var n = 0; foreach (var p in [|c.map|]) n++; return n; }")]
    [InlineData("another type, by a getter", "readonly Dictionary<int, int> map = new(); public IReadOnlyDictionary<int, int> Map => map;", Guarded + "} class D { readonly C c; public D(C c) => this.c = c; public bool Has(int k) => [|c.Map.ContainsKey(k)|];")]
    public Task Reports_EachKindOfCollectionAndLock(string what, string field, string members) => Checked(what, field, members);

    [Theory]
    [InlineData("public IEnumerable<int> All() { lock (gate) return [|map.Values|]; }")]
    [InlineData("public ICollection<int> Keys { get { lock (gate) { return [|map.Keys|]; } } }")]
    [InlineData("public IEnumerable<int> Big() { lock (gate) return [|map.Where(p => p.Value > 1).Select(p => p.Key)|]; }")]
    [InlineData("public IEnumerable<int> Big() { lock (gate) return [|from p in map where p.Value > 1 select p.Key|]; }")]
    [InlineData("public IReadOnlyDictionary<int, int> All() { lock (gate) { return [|map|]; } }")]
    [InlineData("public Dictionary<int, int> All() { lock (gate) { var m = map; return [|m|]; } }")]
    [InlineData("public object All() { lock (gate) return [|new ReadOnlyDictionary<int, int>(map)|]; }")]
    [InlineData("public IEnumerator<int> GetEnumerator() { lock (gate) return [|map.Keys.GetEnumerator()|]; }")]
    [InlineData("public IEnumerable<int> All() { IEnumerable<int> q; lock (gate) { q = map.Keys.Where(k => k > 1); return [|q|]; } }")]

    // Without the lock it is a view, too.
    [InlineData("public IEnumerable<int> All => [|map.Values|];")]
    [InlineData("public IEnumerable<int> Big() => [|map.Keys.Where(k => k > 1)|];")]
    public Task Reports_AViewThatLeavesTheLock(string members) => Analyze(Guarded + members).RunAsync();

    [Theory]

    // Always under the lock, in whatever way.
    [InlineData("public bool Has(int k) { lock (gate) return map.ContainsKey(k); }")]
    [InlineData("public bool Has(int k) { Monitor.Enter(gate); try { return map.ContainsKey(k); } finally { Monitor.Exit(gate); } }")]
    [InlineData("public bool Has(int k) { var g = gate; lock (g) return map.ContainsKey(k); }")]
    [InlineData("object Gate => gate; public bool Has(int k) { lock (Gate) return map.ContainsKey(k); }")]
    [InlineData("public bool Has(int k) { lock (gate) { var m = map; return m.ContainsKey(k); } }")]
    [InlineData("public bool Has(int k) { lock (gate) return Find(k); } bool Find(int k) => Find2(k); bool Find2(int k) => map.ContainsKey(k);")]
    [InlineData("public bool Has(int[] k) { lock (gate) return k.Any(x => map.ContainsKey(x)); }")]
    [InlineData("public bool Has(int k) { lock (gate) { return Find(); bool Find() => map.ContainsKey(k); } }")]
    [InlineData("public bool Has(int k) => Run(() => map.ContainsKey(k)); bool Run(Func<bool> f) { lock (gate) return f(); }")]
    [InlineData("bool Has(int k) => map.ContainsKey(k);")]

    // Before and after its life.
    [InlineData("public C() { map[1] = 2; Fill(); } void Fill() => map[2] = 3;")]
    [InlineData("public static C Create() { var c = new C(); c.map[1] = 2; return c; }")]
    [InlineData("public void Dispose() { foreach (var p in map) { } Drop(); } void Drop() => map.Clear();")]
    [InlineData("~C() { map.Clear(); }")]
    [InlineData("protected virtual void Dispose(bool disposing) { map.Clear(); }")]
    [InlineData("[System.Runtime.Serialization.OnDeserialized] void After(System.Runtime.Serialization.StreamingContext c) => map.Clear();")]
    [InlineData("public void Initialize() { map[1] = 2; }")]

    // Nothing of its contents.
    [InlineData("public bool Is => map == null; public object Comparer => map.Comparer; public string Name => nameof(map);")]
    [InlineData("public void Check() { ArgumentNullException.ThrowIfNull(map); }")]

    // Somebody whom nobody sees may hold the lock.
    [InlineData("public bool Has(int k) { Debug.Assert(Monitor.IsEntered(gate)); return map.ContainsKey(k); }")]
    [InlineData("internal bool HasNoLock(int k) => map.ContainsKey(k);")]
    [InlineData("public bool HasUnlocked(int k) => map.ContainsKey(k);")]
    [InlineData("protected bool Has(int k) => map.ContainsKey(k);")]
    [InlineData("internal bool Has(int k) => map.ContainsKey(k); public void M() { lock (gate) Has(1); }")]
    [InlineData("public object SyncRoot => gate; public bool Has(int k) => map.ContainsKey(k);")]
    [InlineData("public bool Has(int k, object other) { lock (Pick(other)) return map.ContainsKey(k); } object Pick(object o) => o ?? gate;")]
    [InlineData("public void M(Dispatcher d) { lock (gate) d.Invoke(() => map.Clear()); } public class Dispatcher { public void Invoke(Action a) => Kept?.Invoke(a); Action<Action> Kept; }")]
    [InlineData("Action kept; public void M() { kept = () => map.Clear(); } public void N() { lock (gate) kept(); }")]
    [InlineData("public void M() { using (new LockGuard(gate)) map.Clear(); } class LockGuard(object o) : IDisposable { public void Dispose() => o.ToString(); }")]
    [InlineData("public bool Has(int k) { lock (gate) return new Walk(this).Has(k); } private class Walk(C c) { public bool Has(int k) => c.map.ContainsKey(k); }")]
    [InlineData("[Obsolete] void OnlyByReflection() { map.Clear(); }")]

    [InlineData("public void M() => Until(() => map.Count > 3); readonly List<Func<bool>> waiting = new(); void Until(Func<bool> done) { lock (gate) { if (!done()) waiting.Add(done); } }")]
    [InlineData("public void M() { var m = Lazily; lock (m) { map.Clear(); } } Dictionary<int, int> Lazily => map ?? throw new Exception();")]

    // The threads have ended.
    [InlineData("public int Run(Thread t) { t.Start(); t.Join(); return map.Count; }")]
    [InlineData("public async Task<int> Run(Task[] t) { await Task.WhenAll(t); return map.Count; }")]
    [InlineData("public int Run(int[] a) { Parallel.ForEach(a, x => { lock (gate) map[x] = 1; }); return map.Count; }")]

    // Copies leave the lock.
    [InlineData("public IEnumerable<int> All() { lock (gate) return map.Values.ToArray(); }")]
    [InlineData("public IEnumerable<int> All() { lock (gate) return new List<int>(map.Keys); }")]
    [InlineData("public IEnumerable<int> All() { lock (gate) foreach (var p in map) yield return p.Key; }")]
    [InlineData("public IReadOnlyDictionary<int, int> All() { lock (gate) return map.ToDictionary(p => p.Key, p => p.Value); }")]
    [InlineData("IEnumerable<int> Private() { lock (gate) return map.Values; }")]
    [InlineData("public Dictionary<int, int> Open => map;")]
    [InlineData("public int Each(Func<IEnumerable<int>, int> f) { lock (gate) return f(map.Values); }")]

    // A number is looked at, and looked at again in the lock.
    [InlineData("public void M() { if (map.Count == 0) return; lock (gate) { map.Clear(); } }")]

    // Two objects of one type.
    [InlineData("public void Merge(C other) { lock (gate) foreach (var p in other.map) map[p.Key] = p.Value; }")]

    // What DICT201 tells.
    [InlineData("public void Soon(int k) { lock (gate) { Task.Run(() => map.Remove(k)); } }")]
    [InlineData("Timer timer; public void Start() { timer = new Timer(_ => map.Clear(), null, 0, 10); }")]
    [InlineData("public void Soon(CancellationToken t) { lock (gate) t.Register(() => map.Clear()); }")]
    public Task DoesNotReport(string members) => Analyze(Guarded + members).RunAsync();

    [Theory]
    [InlineData("no lock", "readonly Dictionary<int, int> map = new();", "public void Put(int k) { map[k] = 1; } public bool Has(int k) => map.ContainsKey(k);")]
    [InlineData("one access under a lock", "readonly Dictionary<int, int> map = new();", "public void Put(int k) { lock (gate) map[k] = 1; } public bool Has(int k) => map.ContainsKey(k);")]
    [InlineData("nobody writes", "readonly Dictionary<int, int> map = new() { [1] = 2 };", "public bool A(int k) { lock (gate) return map.ContainsKey(k); } public bool B(int k) { lock (gate) return map.ContainsKey(k); } public bool D(int k) => map.ContainsKey(k);")]
    [InlineData("only the constructor writes", "readonly Dictionary<int, int> map;", "public C() { map = new(); map[1] = 2; } public bool A(int k) { lock (gate) return map.ContainsKey(k); } public bool B(int k) { lock (gate) return map.ContainsKey(k); } public bool D(int k) => map.ContainsKey(k);")]
    [InlineData("the lock protects something else", "readonly Dictionary<int, int> map = new(); int n;", "public void A() { lock (gate) { n++; map[n] = 1; map[2] = n; } } public void B() { map[1] = 2; map.Remove(3); map.Clear(); }")]
    [InlineData("filled when first asked for", "Dictionary<int, int> map;", "public Dictionary<int, int> Map() { lock (gate) { if (map == null) { map = new(); map[1] = 2; map[2] = 3; } return map; } } public bool Has(int k) => Map().ContainsKey(k);")]
    [InlineData("copy on write", "volatile Dictionary<int, int> map = new();", "public void Put(int k) { lock (gate) map = new(map) { [k] = 1 }; } public void Drop(int k) { lock (gate) { var copy = new Dictionary<int, int>(map); copy.Remove(k); map = copy; } } public bool Has(int k) => map.ContainsKey(k);")]
    [InlineData("taken out whole", "Dictionary<int, int> map = new();", Guarded + "public void Flush() { Dictionary<int, int> old; lock (gate) { old = map; map = new(); } foreach (var p in old) { } }")]
    [InlineData("taken out whole and returned", "Dictionary<int, int> map = new();", Guarded + "public Dictionary<int, int> Take() { lock (gate) { var old = map; map = new(); return old; } }")]
    [InlineData("a ConcurrentDictionary", "readonly ConcurrentDictionary<int, int> map = new();", "public void Put(int k) { lock (gate) map[k] = 1; } public void Drop(int k) { lock (gate) map.TryRemove(k, out _); } public bool Has(int k) => map.ContainsKey(k);")]
    [InlineData("a ConcurrentDictionary behind an interface", "readonly IDictionary<int, int> map = new ConcurrentDictionary<int, int>();", Guarded + "public bool Has(int k) => map.ContainsKey(k);")]
    [InlineData("something behind an interface", "readonly IDictionary<int, int> map; public C(IDictionary<int, int> m) => map = m;", Guarded + "public bool Has(int k) => map.ContainsKey(k);")]
    [InlineData("an immutable one", "ImmutableDictionary<int, int> map = ImmutableDictionary<int, int>.Empty;", "public void Put(int k) { lock (gate) map = map.SetItem(k, 1); } public void Drop(int k) { lock (gate) map = map.Remove(k); } public bool Has(int k) => map.ContainsKey(k);")]
    [InlineData("a list", "readonly List<int> map = new();", "public void Put(int k) { lock (gate) map.Add(k); } public void Drop(int k) { lock (gate) map.Remove(k); } public bool Has(int k) => map.Contains(k);")]
    [InlineData("a type of one's own", "readonly Own map = new(); class Own : Dictionary<int, int> { }", Guarded + "public bool Has(int k) => map.ContainsKey(k);")]
    [InlineData("a Hashtable that is only asked", "readonly Hashtable map = new();", "public void Put(int k) { lock (map) map[k] = 1; } public void Drop(int k) { lock (map) map.Remove(k); } public object Get(int k) => map.Contains(k) ? map[k] : map.Count;")]
    [InlineData("a synchronized Hashtable", "readonly Hashtable map = Hashtable.Synchronized(new Hashtable());", "public void Put(int k) { lock (map) map[k] = 1; } public void Drop(int k) { lock (map) map.Remove(k); } public void Clear() => map.Clear();")]
    [InlineData("one for each thread", "[ThreadStatic] static Dictionary<int, int> map;", "static readonly object root = new(); static void Put(int k) { lock (root) map[k] = 1; } static void Drop(int k) { lock (root) map.Remove(k); } public static void Clear() => map.Clear();")]
    [InlineData("both locks to write", "readonly Dictionary<int, int> map = new(); readonly object other = new();", "public void Put(int k) { lock (gate) lock (other) map[k] = 1; } public bool A(int k) { lock (gate) return map.ContainsKey(k); } public bool B(int k) { lock (other) return map.ContainsKey(k); }")]
    [InlineData("a reader's lock to read", "readonly Dictionary<int, int> map = new(); readonly ReaderWriterLockSlim rw = new();", "public void Put(int k) { rw.EnterWriteLock(); map[k] = 1; rw.ExitWriteLock(); } public bool Has(int k) { rw.EnterReadLock(); try { return map.ContainsKey(k); } finally { rw.ExitReadLock(); } } public bool Had(int k) { rw.EnterUpgradeableReadLock(); try { return map.ContainsKey(k); } finally { rw.ExitUpgradeableReadLock(); } }")]
    [InlineData("a semaphore of two", "readonly Dictionary<int, int> map = new(); readonly SemaphoreSlim two = new(2);", "public void Put(int k) { two.Wait(); map[k] = 1; two.Release(); } public void Drop(int k) { two.Wait(); map.Remove(k); two.Release(); } public bool Has(int k) => map.ContainsKey(k);")]
    [InlineData("a semaphore that somebody gives", "readonly Dictionary<int, int> map = new(); readonly SemaphoreSlim given; public C(SemaphoreSlim s) => given = s;", Guarded + "public void Clear() { given.Wait(); map.Clear(); given.Release(); }")]
    [InlineData("a lock that others can have", "readonly Dictionary<int, int> map = new(); internal readonly object open = new();", "public void Put(int k) { lock (open) map[k] = 1; } public void Drop(int k) { lock (open) map.Remove(k); } public bool Has(int k) => map.ContainsKey(k);")]
    [InlineData("looked at when all is over", "readonly HashSet<int> done = new();", "public async Task Run(int k) { await Task.Yield(); lock (done) done.Add(k); } public int Count => done.Count; public bool Check(int[] a) => a.All(k => done.Contains(k));")]
    [InlineData("static, in the constructor of the only object", "static readonly Dictionary<int, int> map = new(); static readonly object root = new(); static readonly C Only = new();", "private C() { map[0] = 1; } public static void Put(int k) { lock (root) map[k] = 1; } public static void Drop(int k) { lock (root) map.Remove(k); }")]
    [InlineData("an instance's lock for a static", "static readonly Dictionary<int, int> map = new();", Guarded + "public void Clear() => map.Clear();")]
    [InlineData("a lock that is replaced", "readonly Dictionary<int, int> map = new(); object renewed = new();", "public void Put(int k) { lock (renewed) map[k] = 1; } public void Drop(int k) { lock (renewed) map.Remove(k); } public void Renew() => renewed = new(); public bool Has(int k) => map.ContainsKey(k);")]
    [InlineData("a table that constructors of derived types fill", "readonly Dictionary<int, int> map = new();", "protected void Define(int k) => map.Add(k, 1); public IEnumerable<int> Keys => map.Keys; public int Get(int k) { lock (gate) return map[k]; } public bool Has(int k) { lock (gate) return map.ContainsKey(k); }")]
    [InlineData("a helper type under its owner's lock", "readonly Inner inner = new();", "public void Put(int k) { lock (inner) inner.Put(k); } public void Drop(int k) { lock (inner) inner.Map.Remove(k); } public void Clear() { lock (inner) { inner.Map.Clear(); } } sealed class Inner { public readonly Dictionary<int, int> Map = new(); public void Put(int k) => Map[k] = 1; }")]
    [InlineData("a volatile flag", "readonly Dictionary<int, int> map = new(); volatile bool frozen;", Guarded + "public void Freeze() { lock (gate) frozen = true; } public bool Has(int k) { if (frozen) return map.ContainsKey(k); lock (gate) return map.ContainsKey(k); }")]
    [InlineData("a parameter that may be the lock", "readonly Dictionary<int, int> map = new();", Guarded + "public void Clear(object root) { lock (root) map.Clear(); } public object Root => gate;")]
    [InlineData("one write under a lock for other things", "readonly Dictionary<int, int> map = new(); int n;", "public void Put(int k) { lock (gate) { n++; map[k] = n; } } public bool Has(int k) => map.ContainsKey(k);")]
    [InlineData("a derived type that locks", "protected readonly Dictionary<int, int> map = new(); protected readonly object root = new();", "public void Put(int k) { lock (root) map[k] = 1; } public void Drop(int k) { lock (root) map.Remove(k); } } class D : C { public void Clear() { lock (root) map.Clear(); } protected void Trim() => map.Clear();")]
    [InlineData("another type that locks", "internal readonly Dictionary<int, int> map = new(); internal readonly object root = new();", "public void Put(int k) { lock (root) map[k] = 1; } public void Drop(int k) { lock (root) map.Remove(k); } } public class D { internal void Clear(C c) { lock (c.root) map(c).Clear(); } static Dictionary<int, int> map(C c) => c.map; internal void All(C c) { lock (c.root) Each(c); } internal void Each(C c) { foreach (var p in c.map) { } }")]
    [InlineData("another type that is called under the lock", "internal readonly Dictionary<int, int> map = new();", Guarded + "public void Save(D d) { lock (gate) d.Write(this); } } class D { public void Write(C c) { foreach (var p in c.map) Deeper(c); } public void Deeper(C c) => c.map.Remove(1);")]
    [InlineData("another type that has just made it", "internal readonly Dictionary<int, int> map = new();", Guarded + "} class D { public C Make() { var c = new C(); c.map[1] = 2; return c; }")]
    [InlineData("a constructor of another type", "internal readonly Dictionary<int, int> map = new();", Guarded + "} class D : C { public D() { map[1] = 2; }")]
    public Task DoesNotReport_EachKindOfCollectionAndLock(string what, string field, string members) => Checked(what, field, members);

    [Fact]
    public Task DoesNotReport_WhatTheBaseClassCallsUnderItsLock() => new CSharpAnalyzerTest<DICT203UnguardedAccessAnalyzer, DefaultVerifier>
    {
        TestCode = """
            using System.Collections.Generic;
            abstract class Store
            {
                protected readonly object gate = new();
                public void Put(int k) { lock (gate) PutCore(k); }
                protected abstract void PutCore(int k);
            }
            class Memory : Store
            {
                private readonly Dictionary<int, int> map = new();
                public int Count { get { lock (gate) return map.Count; } }
                public void Clear() { lock (gate) map.Clear(); }
                protected override void PutCore(int k) => map[k] = 1;
            }
            """,
    }.RunAsync();

    [Fact]
    public Task Reports_AMemberOfANestedType() => new CSharpAnalyzerTest<DICT203UnguardedAccessAnalyzer, DefaultVerifier>
    {
        TestCode = """
            using System.Collections.Generic;
            class C
            {
                private readonly Shard[] shards = { new(), new() };
                public void Put(int k) { var shard = shards[0]; lock (shard.Gate) { shard.Map[k] = 1; } }
                public void Drop(int k) { foreach (var shard in shards) { lock (shard.Gate) shard.Map.Remove(k); } }
                public int Count { get { var n = 0; foreach (var shard in shards) n += [|shard.Map.Count|]; return n; } }
                public void New() { var shard = new Shard(); shard.Map[1] = 2; }
                private class Shard { public readonly object Gate = new(); public readonly Dictionary<int, int> Map = new(); }
            }
            """,
    }.RunAsync();

    [Fact]
    public Task Reports_AProgram() => new CSharpAnalyzerTest<DICT203UnguardedAccessAnalyzer, DefaultVerifier>
    {
        TestCode = """
            using System;
            using System.Collections.Generic;
            using System.Threading;

            var store = new Store();
            Start(n => { if (n % 2 == 0) store.Put(n); else store.Other(n); });

            static void Start(Action<int> operation)
            {
                var threads = new Thread[4];
                for (var i = 0; i < 4; i++) { threads[i] = new Thread(() => operation(1)); threads[i].Start(); }
            }

            class Store
            {
                private readonly object gate = new();
                private readonly Dictionary<int, int> map = new();
                public void Put(int n) { lock (gate) { map[n] = n; map.Remove(n); } }
                public void Other(int n) { [|map.Remove(n)|]; }
            }
            """,
    }.RunAsync();

    [Fact]
    public Task Reports_WhatItSees()
    {
        var test = Analyze("public void Put(int k) { lock (gate) {|#2:map[k] = 1|}; } public void Drop(int k) { lock (gate) map.Remove(k); } public bool Has(int k) => {|#0:{|#1:map|}.ContainsKey(k)|};");
        test.ExpectedDiagnostics.Add(new DiagnosticResult("DICT203", DiagnosticSeverity.Warning)
            .WithLocation(0).WithLocation(1).WithLocation(2)
            .WithMessage("'map.ContainsKey(k)' does not hold 'gate', which 2 other accesses to 'map' hold: a read beside another thread's change can miss the entry, throw or never end"));
        return test.RunAsync();
    }

    [Fact]
    public Task Reports_AListedLock()
    {
        var test = Test(
            "readonly Dictionary<int, int> map = new(); readonly Baton baton = new();",
            "public void Put(int k) { using (baton.Take()) map[k] = 1; } public void Drop(int k) { using (baton.Take()) map.Remove(k); } public void Clear() => [|map.Clear()|]; public class Baton { public IDisposable Take() => null; }");
        test.Extra.GlobalOptions["dictionary_analyzers.lock_types"] = "C+Baton";
        return test.RunAsync();
    }

    private static Task Checked(string what, string field, string members)
    {
        Assert.NotEmpty(what);
        return Test(field, members).RunAsync();
    }

    private static CSharpAnalyzerTest<DICT203UnguardedAccessAnalyzer, DefaultVerifier> Analyze(string members) => Test("readonly Dictionary<int, int> map = new();", members);

    private static CSharpAnalyzerTest<DICT203UnguardedAccessAnalyzer, DefaultVerifier> Test(string field, string members) => new()
    {
        TestCode = Source(field, members),
        Extra = { NullableContextOptions = NullableContextOptions.Disable },
    };

    private static string Source(string field, string members) => $$"""
        using System;
        using System.Collections;
        using System.Collections.Concurrent;
        using System.Collections.Generic;
        using System.Collections.Immutable;
        using System.Collections.ObjectModel;
        using System.Diagnostics;
        using System.Linq;
        using System.Runtime.CompilerServices;
        using System.Threading;
        using System.Threading.Tasks;
        partial class C
        {
            readonly object gate = new();
            {{field}}
            {{members}}
        }
        """;
}
