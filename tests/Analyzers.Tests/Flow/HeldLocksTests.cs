using System.Linq;
using System.Threading;
using DictionaryAnalyzers.Tests.Vocabulary;
using Xunit;

namespace DictionaryAnalyzers.Tests.Flow;

/// <summary>Which locks are held where a marked call runs.</summary>
public partial class HeldLocksTests
{
    private const string Members = """
            private readonly object gate = new();
            private readonly object other = new();
            private readonly Lock thin = new();
            private readonly SemaphoreSlim one = new(1, 1);
            private readonly SemaphoreSlim two = new(2);
            private readonly ReaderWriterLockSlim rw = new();
            private readonly Mutex mutex = new();
            private SpinLock spin = new();
            private static readonly object shared = new();
            private readonly Dictionary<int, int> d = new();
            private bool flag;
            private static void Hit() { }
            private static void Act() { }
        """;

    [Theory]
    [InlineData("nothing", "[|Hit()|];", "")]
    [InlineData("a lock statement", "lock (gate) { [|Hit()|]; }", "This.gate")]
    [InlineData("after it", "lock (gate) { } [|Hit()|];", "")]
    [InlineData("before it", "[|Hit()|]; lock (gate) { }", "")]
    [InlineData("the locked expression", "lock (Pick([|gate.GetHashCode()|])) { } object Pick(int n) => gate;", "")]
    [InlineData("nested", "lock (gate) { lock (other) { [|Hit()|]; } }", "This.other This.gate")]
    [InlineData("twice the same", "lock (gate) { lock (gate) { [|Hit()|]; } }", "This.gate")]
    [InlineData("after the inner of two", "lock (gate) { lock (gate) { } [|Hit()|]; }", "This.gate")]
    [InlineData("a thin lock", "lock (thin) { [|Hit()|]; }", "This.thin")]
    [InlineData("a static lock", "lock (shared) { [|Hit()|]; }", "Static.shared")]
    [InlineData("this", "lock (this) { [|Hit()|]; }", "This")]
    [InlineData("a type", "lock (typeof(C)) { [|Hit()|]; }", "C")]
    [InlineData("the sync root", "lock (((ICollection)d).SyncRoot) { [|Hit()|]; }", "This.d.SyncRoot")]
    [InlineData("an alias", "var g = gate; lock (g) { [|Hit()|]; }", "This.gate")]
    [InlineData("a parameter", "lock (p) { [|Hit()|]; }", "p")]
    [InlineData("a parameter that is assigned", "p = new object(); lock (p) { [|Hit()|]; }", "")]
    [InlineData("a new object", "var g = new object(); lock (g) { [|Hit()|]; }", "")]
    [InlineData("a new object at once", "lock (new object()) { [|Hit()|]; }", "")]
    [InlineData("a boxed value", "lock ((object)1) { [|Hit()|]; }", "")]
    [InlineData("a text", "lock (\"gate\") { [|Hit()|]; }", "gate")]
    [InlineData("in a loop", "while (flag) { lock (gate) { [|Hit()|]; } }", "This.gate")]
    [InlineData("in a catch inside", "lock (gate) { try { Act(); } catch { [|Hit()|]; } }", "This.gate")]
    [InlineData("in a finally inside", "lock (gate) { try { Act(); } finally { [|Hit()|]; } }", "This.gate")]
    public void ALockStatement_Holds(string what, string statements, string expected) => Check(what, statements, expected);

    /// <summary>The compiler's graph leaves out a lock statement over a Lock whose type is known not to be null.</summary>
    [Theory]
    [InlineData("beside a scope", "lock (known) { [|Hit()|]; } using (known.EnterScope()) { }", "This.known")]
    [InlineData("in a scope of another", "using (thin.EnterScope()) { lock (known) { [|Hit()|]; } }", "This.known This.thin")]
    [InlineData("after it", "lock (known) { } using (thin.EnterScope()) { [|Hit()|]; }", "This.thin")]
    public void ALockThatIsNeverNull_Holds(string what, string statements, string expected) =>
        Check(what, statements, expected, "\n#nullable enable\nprivate readonly Lock known = new();");

    [Theory]
    [InlineData("the documented form", "bool t = false; try { Monitor.Enter(gate, ref t); [|Hit()|]; } finally { if (t) Monitor.Exit(gate); }", "This.gate")]
    [InlineData("after it", "bool t = false; try { Monitor.Enter(gate, ref t); } finally { if (t) Monitor.Exit(gate); } [|Hit()|];", "")]
    [InlineData("the old form", "Monitor.Enter(gate); try { [|Hit()|]; } finally { Monitor.Exit(gate); }", "This.gate")]
    [InlineData("after the old form", "Monitor.Enter(gate); try { Act(); } finally { Monitor.Exit(gate); } [|Hit()|];", "")]
    [InlineData("no try", "Monitor.Enter(gate); [|Hit()|]; Monitor.Exit(gate);", "This.gate")]
    [InlineData("no try, after", "Monitor.Enter(gate); Monitor.Exit(gate); [|Hit()|];", "")]
    [InlineData("another one given back", "Monitor.Enter(gate); Monitor.Exit(other); [|Hit()|];", "This.gate")]
    [InlineData("in the finally before", "Monitor.Enter(gate); try { Act(); } finally { [|Hit()|]; Monitor.Exit(gate); }", "This.gate")]
    [InlineData("in the finally after", "Monitor.Enter(gate); try { Act(); } finally { Monitor.Exit(gate); [|Hit()|]; }", "")]
    [InlineData("in a catch", "Monitor.Enter(gate); try { Act(); } catch { [|Hit()|]; } finally { Monitor.Exit(gate); }", "This.gate")]
    [InlineData("in a catch of what might not have taken it", "try { Monitor.Enter(gate); Act(); } catch { [|Hit()|]; }", "")]
    [InlineData("in a catch of what gives it back", "Monitor.Enter(gate); try { Act(); Monitor.Exit(gate); Act(); } catch { [|Hit()|]; }", "")]
    [InlineData("on one of two ways", "if (flag) Monitor.Enter(gate); [|Hit()|];", "")]
    [InlineData("on both", "if (flag) Monitor.Enter(gate); else Monitor.Enter(gate); [|Hit()|];", "This.gate")]
    [InlineData("given back on one way", "Monitor.Enter(gate); if (flag) { Monitor.Exit(gate); return; } [|Hit()|];", "This.gate")]
    [InlineData("given back on one way that goes on", "Monitor.Enter(gate); if (flag) { Monitor.Exit(gate); } [|Hit()|];", "")]
    [InlineData("given back before it throws", "Monitor.Enter(gate); if (flag) { Monitor.Exit(gate); throw new Exception(); } [|Hit()|];", "This.gate")]
    [InlineData("given back in a loop", "Monitor.Enter(gate); while (flag) { [|Hit()|]; Monitor.Exit(gate); }", "")]
    [InlineData("given back in between", "lock (gate) { Monitor.Exit(gate); [|Hit()|]; Monitor.Enter(gate); }", "")]
    [InlineData("taken again", "lock (gate) { Monitor.Exit(gate); Monitor.Enter(gate); [|Hit()|]; }", "This.gate")]
    [InlineData("waiting keeps it", "lock (gate) { while (!flag) Monitor.Wait(gate); [|Hit()|]; }", "This.gate")]
    [InlineData("pulsing keeps it", "lock (gate) { Monitor.PulseAll(gate); [|Hit()|]; }", "This.gate")]
    [InlineData("a lock statement beside calls", "Monitor.Enter(other); lock (gate) { [|Hit()|]; }", "This.gate This.other")]
    [InlineData("a lock statement ended beside calls", "Monitor.Enter(other); lock (gate) { } [|Hit()|];", "This.other")]
    [InlineData("a return through a finally", "Monitor.Enter(gate); try { if (flag) return; } finally { Act(); } [|Hit()|];", "This.gate")]
    [InlineData("an inner finally", "Monitor.Enter(gate); try { try { Act(); } finally { lock (other) { Act(); } } [|Hit()|]; } finally { Monitor.Exit(gate); }", "This.gate")]
    [InlineData("a lock inside a finally", "try { Act(); } finally { lock (gate) { [|Hit()|]; } }", "This.gate")]
    [InlineData("a taken lock inside a finally", "try { Act(); } finally { Monitor.Enter(gate); [|Hit()|]; Monitor.Exit(gate); }", "This.gate")]
    public void EnterAndExit_Hold(string what, string statements, string expected) => Check(what, statements, expected);

    [Theory]
    [InlineData("tested", "if (Monitor.TryEnter(gate)) { [|Hit()|]; Monitor.Exit(gate); }", "This.gate")]
    [InlineData("with a timeout", "if (Monitor.TryEnter(gate, 100)) { try { [|Hit()|]; } finally { Monitor.Exit(gate); } }", "This.gate")]
    [InlineData("not tested", "Monitor.TryEnter(gate); [|Hit()|];", "")]
    [InlineData("the other way", "if (Monitor.TryEnter(gate)) { } else { [|Hit()|]; }", "")]
    [InlineData("negated", "if (!Monitor.TryEnter(gate)) return; [|Hit()|];", "This.gate")]
    [InlineData("compared", "if (Monitor.TryEnter(gate) == false) { return; } [|Hit()|];", "This.gate")]
    [InlineData("and", "if (flag && Monitor.TryEnter(gate)) { [|Hit()|]; }", "This.gate")]
    [InlineData("or", "if (flag || Monitor.TryEnter(gate)) { [|Hit()|]; }", "")]
    [InlineData("until it is there", "while (!Monitor.TryEnter(gate)) { Thread.Sleep(1); } [|Hit()|];", "This.gate")]
    [InlineData("in a local", "var t = Monitor.TryEnter(gate); if (t) { [|Hit()|]; }", "This.gate")]
    [InlineData("in a local until it is there", "var t = false; while (!t) t = Monitor.TryEnter(gate, 10); [|Hit()|];", "This.gate")]
    [InlineData("in a local until it is there, by reference", "var t = false; while (!t) Monitor.TryEnter(gate, 10, ref t); [|Hit()|];", "This.gate")]
    [InlineData("in a local until it is there, or enough", "var t = false; for (var n = 0; n < 9 && !t; n++) t = Monitor.TryEnter(gate, 10); if (t) { [|Hit()|]; }", "This.gate")]
    [InlineData("in a local until enough", "var t = false; for (var n = 0; n < 9 && !t; n++) t = Monitor.TryEnter(gate, 10); [|Hit()|];", "")]
    [InlineData("in a local that begins as true", "var t = flag; while (!t) t = Monitor.TryEnter(gate, 10); [|Hit()|];", "")]
    [InlineData("in a local, within the loop", "var t = false; while (!t) { [|Hit()|]; t = Monitor.TryEnter(gate, 10); }", "")]
    [InlineData("in a local, in a finally", "var t = Monitor.TryEnter(gate); try { if (!t) return; [|Hit()|]; } finally { if (t) Monitor.Exit(gate); }", "This.gate")]
    [InlineData("in a local that is asked twice", "var t = Monitor.TryEnter(gate); if (t) { Act(); } Act(); if (t) { [|Hit()|]; }", "This.gate")]
    [InlineData("in a local that is set", "var t = Monitor.TryEnter(gate); t = true; if (t) { [|Hit()|]; }", "")]
    [InlineData("in a local assigned later", "bool t = false; try { t = Monitor.TryEnter(gate, 10); if (t) { [|Hit()|]; } } finally { if (t) Monitor.Exit(gate); }", "This.gate")]
    [InlineData("by ref", "bool t = false; Monitor.TryEnter(gate, 10, ref t); if (t) { [|Hit()|]; }", "This.gate")]
    [InlineData("by ref, declared without a value", "bool t = false; Monitor.TryEnter(gate, ref t); if (!t) { [|Hit()|]; }", "")]
    [InlineData("asked after it was given back", "var t = Monitor.TryEnter(gate); if (t) Monitor.Exit(gate); if (t) { [|Hit()|]; }", "")]
    [InlineData("a thin one", "if (thin.TryEnter()) { try { [|Hit()|]; } finally { thin.Exit(); } }", "This.thin")]
    public void TryEnter_HoldsWhereItSaidSo(string what, string statements, string expected) => Check(what, statements, expected);

    [Theory]
    [InlineData("a scope", "using (thin.EnterScope()) { [|Hit()|]; }", "This.thin")]
    [InlineData("after the scope", "using (thin.EnterScope()) { } [|Hit()|];", "")]
    [InlineData("a scope declared", "using var s = thin.EnterScope(); [|Hit()|];", "This.thin")]
    [InlineData("after the block of a scope", "{ using var s = thin.EnterScope(); } [|Hit()|];", "")]
    [InlineData("before the scope", "[|Hit()|]; using var s = thin.EnterScope();", "")]
    [InlineData("a scope disposed by hand", "var s = thin.EnterScope(); try { [|Hit()|]; } finally { s.Dispose(); }", "This.thin")]
    [InlineData("a scope after it was disposed by hand", "var s = thin.EnterScope(); s.Dispose(); [|Hit()|];", "")]
    [InlineData("a scope ignored", "_ = thin; [|Hit()|];", "")]
    [InlineData("thin", "thin.Enter(); try { [|Hit()|]; } finally { thin.Exit(); }", "This.thin")]
    [InlineData("after thin", "thin.Enter(); try { } finally { thin.Exit(); } [|Hit()|];", "")]
    [InlineData("a semaphore", "one.Wait(); try { [|Hit()|]; } finally { one.Release(); }", "This.one")]
    [InlineData("after a semaphore", "one.Wait(); try { } finally { one.Release(); } [|Hit()|];", "")]
    [InlineData("a semaphore awaited", "await one.WaitAsync(); try { await Task.Yield(); [|Hit()|]; } finally { one.Release(); }", "This.one")]
    [InlineData("a semaphore awaited elsewhere", "await one.WaitAsync().ConfigureAwait(false); [|Hit()|];", "This.one")]
    [InlineData("a semaphore with a token", "await one.WaitAsync(CancellationToken.None); [|Hit()|];", "This.one")]
    [InlineData("a semaphore not awaited", "_ = one.WaitAsync(); [|Hit()|];", "")]
    [InlineData("a semaphore with a timeout", "await one.WaitAsync(10); [|Hit()|];", "")]
    [InlineData("a semaphore with a timeout tested", "if (await one.WaitAsync(10)) { [|Hit()|]; }", "This.one")]
    [InlineData("a semaphore with a timeout tested later", "var t = await one.WaitAsync(10).ConfigureAwait(false); if (!t) return; [|Hit()|];", "This.one")]
    [InlineData("a semaphore that waits for ever", "one.Wait(-1); [|Hit()|];", "This.one")]
    [InlineData("a semaphore for two", "two.Wait(); [|Hit()|];", "")]
    [InlineData("a mutex", "mutex.WaitOne(); try { [|Hit()|]; } finally { mutex.ReleaseMutex(); }", "This.mutex")]
    [InlineData("a mutex with a timeout", "mutex.WaitOne(10); [|Hit()|];", "")]
    [InlineData("a spin lock", "bool t = false; try { spin.Enter(ref t); [|Hit()|]; } finally { if (t) spin.Exit(); }", "This.spin")]
    [InlineData("a spin lock tried", "bool t = false; spin.TryEnter(ref t); if (t) { [|Hit()|]; spin.Exit(); }", "This.spin")]
    [InlineData("after a spin lock", "bool t = false; try { spin.Enter(ref t); } finally { if (t) spin.Exit(false); } [|Hit()|];", "")]
    [InlineData("to write", "rw.EnterWriteLock(); try { [|Hit()|]; } finally { rw.ExitWriteLock(); }", "This.rw")]
    [InlineData("after writing", "rw.EnterWriteLock(); try { } finally { rw.ExitWriteLock(); } [|Hit()|];", "")]
    [InlineData("to read", "rw.EnterReadLock(); try { [|Hit()|]; } finally { rw.ExitReadLock(); }", "This.rw:Shared")]
    [InlineData("to read and perhaps write", "rw.EnterUpgradeableReadLock(); [|Hit()|];", "This.rw:Upgradeable")]
    [InlineData("upgraded", "rw.EnterUpgradeableReadLock(); rw.EnterWriteLock(); [|Hit()|];", "This.rw This.rw:Upgradeable")]
    [InlineData("upgraded and back", "rw.EnterUpgradeableReadLock(); rw.EnterWriteLock(); rw.ExitWriteLock(); [|Hit()|];", "This.rw:Upgradeable")]
    [InlineData("to write, if it can", "if (rw.TryEnterWriteLock(10)) { [|Hit()|]; }", "This.rw")]
    [InlineData("one for each key", "var s = all.GetOrAdd(1, _ => new SemaphoreSlim(1, 1)); await s.WaitAsync(); try { [|Hit()|]; } finally { s.Release(); }", "This.all[1]")]
    public void EveryKindOfLock_Holds(string what, string statements, string expected) =>
        Check(what, statements, expected, "private readonly ConcurrentDictionary<int, SemaphoreSlim> all = new();");

    [Theory]
    [InlineData("assigned again", "object g = new(); void Reset() { g = new(); }", "lock (g) { [|Hit()|]; }", "")]
    [InlineData("not readonly, never assigned", "object g = new();", "lock (g) { [|Hit()|]; }", "This.g")]
    [InlineData("internal, never assigned", "internal object g = new();", "lock (g) { [|Hit()|]; }", "This.g")]
    [InlineData("assigned in the constructor", "object g; C() { g = new(); }", "lock (g) { [|Hit()|]; }", "This.g")]
    [InlineData("assigned in a lambda of the constructor", "object g = new(); C() { Action a = () => g = new(); }", "lock (g) { [|Hit()|]; }", "")]
    [InlineData("another object's in a constructor", "object g = new(); C(C c) { c.g = new(); }", "lock (g) { [|Hit()|]; }", "")]
    [InlineData("in an initializer", "object g = new(); C Copy() => new C { g = g };", "lock (g) { [|Hit()|]; }", "This.g")]
    [InlineData("emptied", "object g = new(); void Dispose() { g = null; }", "lock (g) { [|Hit()|]; }", "This.g")]
    [InlineData("made when it is needed", "object g; object Gate => g ??= new();", "lock (Gate) { [|Hit()|]; }", "This.g")]
    [InlineData("made by one of many", "object g; object Gate { get { if (g == null) Interlocked.CompareExchange(ref g, new object(), null); return g; } }", "lock (Gate) { [|Hit()|]; }", "This.g")]
    [InlineData("made under a test", "object g; void Init() { if (g == null) { g = new object(); } }", "lock (g) { [|Hit()|]; }", "This.g")]
    [InlineData("exchanged", "object g = new(); void Swap() { Interlocked.Exchange(ref g, new object()); }", "lock (g) { [|Hit()|]; }", "")]
    [InlineData("by ref", "object g = new(); void Swap() { Set(ref g); } void Set(ref object o) => o = new();", "lock (g) { [|Hit()|]; }", "")]
    [InlineData("a getter", "object g { get; } = new();", "lock (g) { [|Hit()|]; }", "This.g")]
    [InlineData("a property that is set", "object g { get; set; } = new(); void Set() { g = new(); }", "lock (g) { [|Hit()|]; }", "")]
    [InlineData("a property that gives a new one", "object g => new();", "lock (g) { [|Hit()|]; }", "")]
    [InlineData("a property that gives the gate", "object g => gate;", "lock (g) { [|Hit()|]; }", "This.gate")]
    [InlineData("one for each thread", "[ThreadStatic] static object g;", "lock (g) { [|Hit()|]; }", "")]
    [InlineData("one for each thread, in an object", "readonly ThreadLocal<object> g = new(() => new());", "lock (g.Value) { [|Hit()|]; }", "")]
    [InlineData("a readonly spin lock", "readonly SpinLock s = new();", "bool t = false; s.Enter(ref t); [|Hit()|];", "")]
    [InlineData("a semaphore with a count from outside", "readonly SemaphoreSlim s; C(int n) { s = new(n); }", "s.Wait(); [|Hit()|];", "")]
    [InlineData("a semaphore made in the constructor", "readonly SemaphoreSlim s; C() { s = new SemaphoreSlim(initialCount: 1); }", "s.Wait(); [|Hit()|];", "This.s")]
    [InlineData("a semaphore from outside", "readonly SemaphoreSlim s; C(SemaphoreSlim given) { s = given; }", "s.Wait(); [|Hit()|];", "")]
    [InlineData("a semaphore that is emptied", "SemaphoreSlim s = new(1); void Dispose() { s = null; }", "s.Wait(); [|Hit()|];", "This.s")]
    [InlineData("a semaphore that lets in one of many", "readonly SemaphoreSlim s = new(1, 5);", "s.Wait(); [|Hit()|];", "")]
    [InlineData("another object's", "C next;", "lock (next.gate) { [|Hit()|]; }", "This.next.gate")]
    [InlineData("another object's that moves on", "C next; void Move() { next = next.next; }", "lock (next.gate) { [|Hit()|]; }", "")]
    public void TheObject_MustBeTheSameForAll(string what, string members, string statements, string expected) => Check(what, statements, expected, members);

    [Theory]
    [InlineData("written in a lock", "lock (gate) { Task.Run(() => { [|Hit()|]; }); }", "")]
    [InlineData("with its own lock", "Task.Run(() => { lock (gate) { [|Hit()|]; } });", "This.gate")]
    [InlineData("stored", "lock (gate) { Action a = () => { [|Hit()|]; }; }", "")]
    [InlineData("run by a list", "lock (gate) { new List<int>().ForEach(n => { [|Hit()|]; }); }", "This.gate")]
    [InlineData("run by an array", "lock (gate) { Array.ForEach(new int[1], n => { [|Hit()|]; }); }", "This.gate")]
    [InlineData("run by a dictionary", "lock (gate) { cd.GetOrAdd(1, n => { [|Hit()|]; return n; }); }", "This.gate")]
    [InlineData("run by an operator", "lock (gate) { var n = new int[1].Count(n => { [|Hit()|]; return true; }); }", "This.gate")]
    [InlineData("run by a chain", "lock (gate) { var n = new int[1].Where(n => { [|Hit()|]; return true; }).Select(n => n).ToList(); }", "This.gate")]
    [InlineData("run by a chain in a loop", "lock (gate) { foreach (var x in new int[1].Where(n => { [|Hit()|]; return true; })) { } }", "This.gate")]
    [InlineData("run by a chain that joins", "lock (gate) { string.Join(\"\", new int[1].Where(n => { [|Hit()|]; return true; })); }", "This.gate")]
    [InlineData("run by a chain later", "IEnumerable<int> q; lock (gate) { q = new int[1].Where(n => { [|Hit()|]; return true; }); }", "")]
    [InlineData("run on other threads", "lock (gate) { Parallel.For(0, 2, n => { [|Hit()|]; }); }", "")]
    [InlineData("run on other threads by a chain", "lock (gate) { new int[1].AsParallel().Select(n => { [|Hit()|]; return n; }).ToList(); }", "")]
    [InlineData("asynchronous", "lock (gate) { new List<int>().ForEach(async n => { await Task.Yield(); [|Hit()|]; }); }", "")]
    [InlineData("a gate shared with lambdas", "var g = new object(); Parallel.For(0, 2, n => { lock (g) { [|Hit()|]; } });", "Creation")]
    [InlineData("a gate shared with lambdas, outside them", "var g = new object(); var t = Task.Run(() => { lock (g) { Act(); } }); lock (g) { [|Hit()|]; }", "Creation")]
    [InlineData("a gate of each lambda", "Parallel.For(0, 2, n => { var g = new object(); lock (g) { [|Hit()|]; } });", "")]
    [InlineData("a local function under the lock", "lock (gate) { F(); } void F() { [|Hit()|]; }", "This.gate")]
    [InlineData("a local function written in the lock", "lock (gate) { void F() { [|Hit()|]; } } ", "")]
    [InlineData("a local function called without it too", "lock (gate) { F(); } F(); void F() { [|Hit()|]; }", "")]
    [InlineData("a local function given away", "lock (gate) { F(); Task.Run(F); } void F() { [|Hit()|]; }", "")]
    [InlineData("a local function given to a list", "lock (gate) { new List<int>().ForEach(F); } void F(int n) { [|Hit()|]; }", "This.gate")]
    [InlineData("a local function in a lambda", "lock (gate) { Task.Run(() => F()); } void F() { [|Hit()|]; }", "")]
    [InlineData("a static local function with a gate given", "lock (gate) { F(gate); } static void F(object x) { [|Hit()|]; }", "x")]
    [InlineData("an asynchronous local function", "lock (gate) { F(); } async Task F() { await Task.Yield(); [|Hit()|]; }", "")]
    [InlineData("an asynchronous local function awaited", "await one.WaitAsync(); await F(); async Task F() { await Task.Yield(); [|Hit()|]; }", "This.one")]
    public void Lambdas_HoldWhatTheyAreRunUnder(string what, string statements, string expected) =>
        Check(what, statements, expected, "private readonly ConcurrentDictionary<int, int> cd = new();");

    [Theory]
    [InlineData("by its only caller", "void A() { lock (gate) { Help(); } } void Help() { [|Hit()|]; }", "This.gate")]
    [InlineData("by both callers", "void A() { lock (gate) { Help(); } } void B() { lock (gate) { Help(); } } void Help() { [|Hit()|]; }", "This.gate")]
    [InlineData("by one of two", "void A() { lock (gate) { Help(); } } void B() { Help(); } void Help() { [|Hit()|]; }", "")]
    [InlineData("what both have", "void A() { lock (gate) { lock (other) { Help(); } } } void B() { lock (other) { Help(); } } void Help() { [|Hit()|]; }", "This.other")]
    [InlineData("by nobody", "void Help() { [|Hit()|]; } void A() { lock (gate) { } }", "")]
    [InlineData("not private", "void A() { lock (gate) { Help(); } } internal void Help() { [|Hit()|]; }", "")]
    [InlineData("two steps up", "void A() { lock (gate) { B(); } } void B() { Help(); } void Help() { [|Hit()|]; }", "This.gate")]
    [InlineData("three steps up", "void A() { lock (gate) { B(); } } void B() { D(); } void D() { Help(); } void Help() { [|Hit()|]; }", "This.gate")]
    [InlineData("too many steps up", "void A() { lock (gate) { B(); } } void B() { D(); } void D() { E(); } void E() { Help(); } void Help() { [|Hit()|]; }", "")]
    [InlineData("and it calls itself", "void A() { lock (gate) { Help(); } } void Help() { [|Hit()|]; if (flag) Help(); }", "This.gate")]
    [InlineData("only by itself", "void Help() { [|Hit()|]; if (flag) Help(); } void A() { lock (gate) { } }", "")]
    [InlineData("as a delegate too", "void A() { lock (gate) { Help(); } Action a = Help; } void Help() { [|Hit()|]; }", "")]
    [InlineData("named only", "void A() { lock (gate) { Help(); } var n = nameof(Help); } void Help() { [|Hit()|]; }", "This.gate")]
    [InlineData("in a lambda", "void A() { lock (gate) { Task.Run(() => Help()); } } void Help() { [|Hit()|]; }", "")]
    [InlineData("in a lambda with the lock", "void A() { Task.Run(() => { lock (gate) Help(); }); } void Help() { [|Hit()|]; }", "This.gate")]
    [InlineData("by the constructor besides", "C() { Help(); } void A() { lock (gate) { Help(); } } void Help() { [|Hit()|]; }", "This.gate")]
    [InlineData("of another object", "void A(C c) { lock (c.gate) { c.Help(); } } void Help() { [|Hit()|]; }", "This.gate")]
    [InlineData("of the wrong object", "void A(C c) { lock (gate) { c.Help(); } } void Help() { [|Hit()|]; }", "")]
    [InlineData("as an argument", "void A() { lock (gate) { Help(gate); } } static void Help(object g) { [|Hit()|]; }", "g")]
    [InlineData("of an argument", "void A(C c) { lock (c.gate) { Help(c); } } static void Help(C c) { [|Hit()|]; }", "c.gate")]
    [InlineData("static", "void A() { lock (shared) { Help(); } } static void Help() { [|Hit()|]; }", "Static.shared")]
    [InlineData("an instance lock in a static helper", "void A() { lock (gate) { Help(); } } static void Help() { [|Hit()|]; }", "")]
    [InlineData("to read by one, to write by the other", "void A() { rw.EnterReadLock(); Help(); } void B() { rw.EnterWriteLock(); Help(); } void Help() { [|Hit()|]; }", "This.rw:Shared")]
    [InlineData("a getter", "void A() { lock (gate) { _ = P; } } int P { get { [|Hit()|]; return 1; } }", "This.gate")]
    [InlineData("a getter with an arrow", "void A() { lock (gate) { _ = P; } } int P => [|One()|]; int One() => 1;", "This.gate")]
    [InlineData("a getter that is read elsewhere", "void A() { lock (gate) { _ = P; } } int B() => P; int P { get { [|Hit()|]; return 1; } }", "")]
    [InlineData("a setter, while others read", "void A() { lock (gate) { P = 1; } } int B() => P; int P { get => 1; set { [|Hit()|]; } }", "This.gate")]
    [InlineData("an asynchronous helper awaited", "async Task A() { await one.WaitAsync(); try { await Help(); } finally { one.Release(); } } async Task Help() { await Task.Yield(); [|Hit()|]; }", "This.one")]
    [InlineData("an asynchronous helper not awaited", "void A() { lock (gate) { _ = Help(); } } async Task Help() { await Task.Yield(); [|Hit()|]; }", "")]
    [InlineData("an iterator", "void A() { lock (gate) { Help(); } } IEnumerable<int> Help() { [|Hit()|]; yield break; }", "")]
    [InlineData("an explicit implementation", "void A() { lock (gate) { ((IDisposable)this).Dispose(); } } void IDisposable.Dispose() { [|Hit()|]; }", "")]
    [InlineData("synchronized", "[System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.Synchronized)] public void M() { [|Hit()|]; }", "This")]
    [InlineData("synchronized and static", "[System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.Synchronized)] public static void M() { [|Hit()|]; }", "C")]
    [InlineData("called by what is synchronized", "[System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.Synchronized)] public void M() { Help(); } void Help() { [|Hit()|]; }", "This")]
    [InlineData("given back by the helper", "void A() { Monitor.Enter(gate); Help(); } void Help() { Monitor.Exit(gate); [|Hit()|]; }", "")]
    [InlineData("and by the helper again", "void A() { lock (gate) { Help(); } } void Help() { lock (gate) { } [|Hit()|]; }", "This.gate")]
    [InlineData("by nested types", "class N { void A(C c) { lock (c.gate) { c.Help(); } } } void Help() { [|Hit()|]; }", "This.gate")]
    [InlineData("by nested types without", "void A() { lock (gate) { Help(); } } class N { void A(C c) { c.Help(); } } void Help() { [|Hit()|]; }", "")]
    public void EveryCaller_Holds(string what, string members, string expected)
    {
        Assert.NotEmpty(what);
        var probe = Probe.OfTypes($"using System.Threading;\n#nullable disable\nclass C : IDisposable {{ {Members}\n {members}\n void IDisposable.Dispose() {{ }} }}".Replace(
            members.Contains("IDisposable.Dispose()") ? "\n void IDisposable.Dispose() { }" : "\0", string.Empty));
        Assert.Equal(expected, Held(probe));
    }

    private static void Check(string what, string statements, string expected, string members = "")
    {
        Assert.NotEmpty(what);
        var modifier = statements.Contains("await ") ? "async Task" : "void";
        var probe = Probe.OfTypes($"using System.Threading;\n#nullable disable\nclass C {{ {Members}\n {members}\n public {modifier} M(object p) {{ {statements} }} }}");
        Assert.Equal(expected, Held(probe));
    }

    // A lock that lets others in is told with its mode.
    private static string Held(Probe probe)
    {
        var operation = probe.Marked();
        var held = probe.Model.Locks.InAnyModeAt(operation, CancellationToken.None);
        Assert.Equal(
            held.Where(found => found.Mode is DictionaryAnalyzers.Vocabulary.LockMode.Exclusive).Select(found => found.Path).Distinct(),
            probe.Model.Locks.At(operation, CancellationToken.None));
        return string.Join(" ", held.Select(found => found.Mode is DictionaryAnalyzers.Vocabulary.LockMode.Exclusive ? $"{found.Path}" : $"{found.Path}:{found.Mode}"));
    }
}
