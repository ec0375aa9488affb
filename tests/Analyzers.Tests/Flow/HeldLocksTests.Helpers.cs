using Xunit;

namespace DictionaryAnalyzers.Tests.Flow;

// Locks that a method takes or gives back for its caller, and lambdas that a method runs under a lock.
public partial class HeldLocksTests
{
    private const string Helpers = """
            private void EnterGate() => Monitor.Enter(gate);
            private void ExitGate() => Monitor.Exit(gate);
            private static void EnterAny(object g) { Monitor.Enter(g); }
            private void EnterDeep() { EnterGate(); }
            private void EnterAndExit() { Monitor.Enter(gate); Monitor.Exit(gate); }
            private void EnterPerhaps() { if (flag) Monitor.Enter(gate); }
            private void ReleaseForAWhile() { Monitor.Exit(gate); try { Act(); } finally { Monitor.Enter(gate); } }
            private Task EnterAsync() => one.WaitAsync();
            private async Task AcquireAsync() { await one.WaitAsync().ConfigureAwait(false); }
            private async Task<Guard> LockAsync() { await one.WaitAsync(); return new Guard(); }
            private WriteGuard Write() => new WriteGuard(rw);
            private void Locked(Action a) { lock (gate) { a(); } }
            private void LockedIfAny(Action a) { lock (gate) { a?.Invoke(); } }
            private static T LockedBy<T>(object g, Func<T> f) { lock (g) { return f(); } }
            private void LockedOnce(Action a) { lock (gate) { a(); } a(); }
            private void LockedLater(Action a) { lock (gate) { Task.Run(a); } }
            private async Task LockedAsync(Func<Task> f) { await one.WaitAsync(); try { await f(); } finally { one.Release(); } }
            private async Task LockedNotAwaited(Func<Task> f) { await one.WaitAsync(); try { _ = f(); } finally { one.Release(); } }
            private readonly OwnAsyncLock own = new();
            private sealed class Guard : IDisposable { public void Dispose() { } }
            private sealed class WriteGuard : IDisposable
            {
                private readonly ReaderWriterLockSlim inner;
                public WriteGuard(ReaderWriterLockSlim l) { inner = l; inner.EnterWriteLock(); }
                public void Dispose() => inner.ExitWriteLock();
            }
            private sealed class OwnAsyncLock
            {
                private readonly SemaphoreSlim semaphore = new(1, 1);
                public async Task<IDisposable> HoldAsync() { await semaphore.WaitAsync(); return new Guard(); }
            }
        """;

    [Theory]
    [InlineData("taken by a helper", "EnterGate(); try { [|Hit()|]; } finally { ExitGate(); }", "This.gate")]
    [InlineData("given back by a helper", "EnterGate(); ExitGate(); [|Hit()|];", "")]
    [InlineData("taken here, given back by a helper", "Monitor.Enter(gate); try { Act(); } finally { ExitGate(); } [|Hit()|];", "")]
    [InlineData("given back by a helper in a lock", "lock (gate) { ExitGate(); [|Hit()|]; EnterGate(); }", "")]
    [InlineData("given back for a while by a helper", "lock (gate) { ReleaseForAWhile(); [|Hit()|]; }", "This.gate")]
    [InlineData("a gate that is given", "EnterAny(other); [|Hit()|];", "This.other")]
    [InlineData("taken two calls deep", "EnterDeep(); [|Hit()|];", "This.gate")]
    [InlineData("taken and given back by a helper", "EnterAndExit(); [|Hit()|];", "")]
    [InlineData("perhaps taken by a helper", "EnterPerhaps(); [|Hit()|];", "")]
    [InlineData("an asynchronous helper", "await AcquireAsync(); [|Hit()|];", "This.one")]
    [InlineData("an asynchronous helper that nobody awaits", "_ = AcquireAsync(); [|Hit()|];", "")]
    [InlineData("a guard", "using (new WriteGuard(rw)) { [|Hit()|]; }", "This.rw")]
    [InlineData("after the guard", "using (new WriteGuard(rw)) { } [|Hit()|];", "")]
    [InlineData("a guard declared", "using var g = new WriteGuard(rw); [|Hit()|];", "This.rw")]
    [InlineData("a guard from a helper", "using (Write()) { [|Hit()|]; }", "This.rw")]
    [InlineData("a guard from an asynchronous helper", "using (await LockAsync()) { [|Hit()|]; }", "This.one")]
    [InlineData("after a guard from an asynchronous helper", "using (await LockAsync()) { } [|Hit()|];", "")]
    [InlineData("a lock class of one's own", "using (await own.HoldAsync()) { [|Hit()|]; }", "This.own.semaphore")]
    [InlineData("a lock class of one's own, elsewhere", "using (await own.HoldAsync().ConfigureAwait(false)) { [|Hit()|]; }", "This.own.semaphore")]
    [InlineData("a lock class of another object", "using (await ((C)p).own.HoldAsync()) { [|Hit()|]; }", "p.own.semaphore")]
    [InlineData("a lambda run under a lock", "Locked(() => { [|Hit()|]; });", "This.gate")]
    [InlineData("a lambda run under a lock, conditionally", "LockedIfAny(() => { [|Hit()|]; });", "This.gate")]
    [InlineData("a lambda run under a lock that is given", "_ = LockedBy(other, () => { [|Hit()|]; return 1; });", "This.other")]
    [InlineData("a lambda run under another object's lock", "((C)p).Locked(() => { [|Hit()|]; });", "p.gate")]
    [InlineData("a lambda run outside too", "LockedOnce(() => { [|Hit()|]; });", "")]
    [InlineData("a lambda run later", "LockedLater(() => { [|Hit()|]; });", "")]
    [InlineData("an asynchronous lambda", "await LockedAsync(async () => { await Task.Yield(); [|Hit()|]; });", "This.one")]
    [InlineData("an asynchronous lambda that nobody awaits", "await LockedNotAwaited(async () => { await Task.Yield(); [|Hit()|]; });", "")]
    [InlineData("an asynchronous lambda as an action", "Locked(async () => { await Task.Yield(); [|Hit()|]; });", "")]
    public void AHelper_TakesAndGivesBackForItsCaller(string what, string statements, string expected) => Check(what, statements, expected, Helpers);

    [Theory]
    [InlineData("a primary constructor's gate", "class C(object gate) { void M() { lock (gate) { [|Hit()|]; } } static void Hit() { } }", "This.gate")]
    [InlineData("a primary constructor's gate that is assigned", "class C(object gate) { void M() { lock (gate) { [|Hit()|]; } } void Set() { gate = new(); } static void Hit() { } }", "")]
    [InlineData("a record", "record C { readonly object gate = new(); void M() { lock (gate) { [|Hit()|]; } } static void Hit() { } }", "This.gate")]
    [InlineData("a struct", "struct C { object gate; void M() { lock (gate) { [|Hit()|]; } } static void Hit() { } }", "This.gate")]
    [InlineData("another part", "partial class C { void M() { lock (gate) { Help(); } } } partial class C { readonly object gate = new(); void Help() { [|Hit()|]; } static void Hit() { } }", "This.gate")]
    [InlineData("a partial method", "partial class C { readonly object gate = new(); void M() { lock (gate) { Help(); } } partial void Help(); } partial class C { partial void Help() { [|Hit()|]; } static void Hit() { } }", "This.gate")]
    [InlineData("a base's gate", "class B { protected readonly object gate = new(); } class C : B { void M() { lock (gate) { [|Hit()|]; } } static void Hit() { } }", "This.gate")]
    [InlineData("an abstract gate", "abstract class C { protected abstract object Gate { get; } void M() { lock (Gate) { [|Hit()|]; } } static void Hit() { } }", "This.Gate")]
    [InlineData("a generic type", "class C<T> { static readonly object gate = new(); void M() { lock (gate) { [|Hit()|]; } } static void Hit() { } }", "Static.gate")]
    [InlineData("an iterator", "class C { readonly object gate = new(); IEnumerable<int> M() { lock (gate) { [|Hit()|]; yield return 1; } } static void Hit() { } }", "This.gate")]
    [InlineData("an event's accessor", "class C { readonly object gate = new(); event Action E { add { lock (gate) { [|Hit()|]; } } remove { } } static void Hit() { } }", "This.gate")]
    [InlineData("an indexer", "class C { readonly object gate = new(); int this[int i] { get { lock (gate) { [|Hit()|]; return i; } } } static void Hit() { } }", "This.gate")]
    [InlineData("an extension's receiver", "static class C { public static void M(this object o) { lock (o) { [|Hit()|]; } } static void Hit() { } }", "o")]
    [InlineData("a helper that is an extension", "static class C { static readonly object gate = new(); public static void M() { lock (gate) { 1.Help(); } } private static void Help(this int n) { [|Hit()|]; } static void Hit() { } }", "Static.gate")]
    [InlineData("a field's initializer", "class C { static readonly object gate = new(); static readonly Func<int> f = () => { lock (gate) { return [|One()|]; } }; static int One() => 1; }", "Static.gate")]
    [InlineData("a query", "class C { readonly object gate = new(); void M() { lock (gate) { var q = (from n in new[] { 1 } where [|One()|] == n select n).ToList(); } } static int One() => 1; }", "This.gate")]
    [InlineData("pointers and fixed", "class C { readonly object gate = new(); unsafe void M(byte[] b) { lock (gate) { fixed (byte* p = b) { [|Hit()|]; } } } static void Hit() { } }", "This.gate")]
    [InlineData("goto out of the lock", "class C { readonly object gate = new(); void M(bool b) { Monitor.Enter(gate); if (b) { Monitor.Exit(gate); goto end; } Monitor.Exit(gate); end: [|Hit()|]; } static void Hit() { } }", "")]
    [InlineData("the end of a scope", "struct C { object gate; public C(object g) { gate = g; Monitor.Enter(g); } public void Dispose() { [|Hit()|]; Monitor.Exit(gate); } static void Hit() { } }", "This.gate")]
    [InlineData("after the end of a scope", "struct C { object gate; public void Dispose() { Monitor.Exit(gate); [|Hit()|]; } static void Hit() { } }", "")]
    [InlineData("the end of a scope that may be empty", "struct C { object gate; public void Dispose() { if (gate != null) { [|Hit()|]; Monitor.Exit(gate); } } static void Hit() { } }", "This.gate")]
    [InlineData("before a lock that is tried", "class C { readonly object gate = new(); void M() { [|Hit()|]; bool t = Monitor.TryEnter(gate, 1) && !false; Monitor.Exit(gate); } static void Hit() { } }", "")]
    [InlineData("mutual recursion", "class C { readonly object gate = new(); void M() { lock (gate) { A(); } } void A() { [|Hit()|]; B(); } void B() { A(); } static void Hit() { } }", "")]
    [InlineData("helpers that call each other", "class C { readonly object gate = new(); void M() { EnterA(); [|Hit()|]; } void EnterA() { EnterB(); } void EnterB() { Monitor.Enter(gate); EnterA(); } static void Hit() { } }", "This.gate")]
    public void EveryKindOfCode_IsRead(string what, string types, string expected)
    {
        Assert.NotEmpty(what);
        Assert.Equal(expected, Held(DictionaryAnalyzers.Tests.Vocabulary.Probe.OfTypes($"using System.Threading;\n#nullable disable\n{types}")));
    }
}
