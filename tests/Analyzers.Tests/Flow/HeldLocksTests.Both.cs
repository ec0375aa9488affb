using System.Threading;
using DictionaryAnalyzers.Tests.Vocabulary;
using Xunit;

namespace DictionaryAnalyzers.Tests.Flow;

// Two places in one stay under a lock.
public partial class HeldLocksTests
{
    [Theory]
    [InlineData("one lock", "lock (gate) { {|1:Hit()|}; {|2:Act()|}; }", true)]
    [InlineData("none", "{|1:Hit()|}; {|2:Act()|};", false)]
    [InlineData("one after the other", "lock (gate) { {|1:Hit()|}; } lock (gate) { {|2:Act()|}; }", false)]
    [InlineData("the second outside", "lock (gate) { {|1:Hit()|}; } {|2:Act()|};", false)]
    [InlineData("in two locks, one around both", "lock (other) { lock (gate) { {|1:Hit()|}; } lock (gate) { {|2:Act()|}; } }", true)]
    [InlineData("under the same again", "lock (gate) { {|1:Hit()|}; lock (gate) { {|2:Act()|}; } }", true)]
    [InlineData("in a loop in the lock", "lock (gate) { while (flag) { {|1:Hit()|}; {|2:Act()|}; } }", true)]
    [InlineData("in a lock in a loop", "while (flag) { lock (gate) { {|1:Hit()|}; {|2:Act()|}; } }", true)]
    [InlineData("by calls", "Monitor.Enter(gate); try { {|1:Hit()|}; {|2:Act()|}; } finally { Monitor.Exit(gate); }", true)]
    [InlineData("by calls, twice", "Monitor.Enter(gate); {|1:Hit()|}; Monitor.Exit(gate); Monitor.Enter(gate); {|2:Act()|}; Monitor.Exit(gate);", false)]
    [InlineData("taken on both ways", "if (flag) Monitor.Enter(gate); else Monitor.Enter(gate); {|1:Hit()|}; {|2:Act()|};", true)]
    [InlineData("given back for a while", "lock (gate) { {|1:Hit()|}; Monitor.Exit(gate); Monitor.Enter(gate); {|2:Act()|}; }", false)]
    [InlineData("perhaps given back for a while", "lock (gate) { {|1:Hit()|}; if (flag) { Monitor.Exit(gate); Monitor.Enter(gate); } {|2:Act()|}; }", false)]
    [InlineData("waiting in between", "lock (gate) { {|1:Hit()|}; Monitor.Wait(gate); {|2:Act()|}; }", false)]
    [InlineData("perhaps waiting in between", "lock (gate) { {|1:Hit()|}; if (flag) Monitor.Wait(gate); {|2:Act()|}; }", false)]
    [InlineData("waiting until the test holds", "lock (gate) { while ({|1:Test()|}) Monitor.Wait(gate); {|2:Act()|}; } bool Test() => flag;", true)]
    [InlineData("both to read", "rw.EnterReadLock(); {|1:Hit()|}; {|2:Act()|}; rw.ExitReadLock();", false)]
    [InlineData("to write", "rw.EnterWriteLock(); {|1:Hit()|}; {|2:Act()|}; rw.ExitWriteLock();", true)]
    [InlineData("upgraded in between", "rw.EnterUpgradeableReadLock(); {|1:Hit()|}; rw.EnterWriteLock(); {|2:Act()|}; rw.ExitWriteLock(); rw.ExitUpgradeableReadLock();", true)]
    [InlineData("to read, then to write", "rw.EnterReadLock(); {|1:Hit()|}; rw.ExitReadLock(); rw.EnterWriteLock(); {|2:Act()|}; rw.ExitWriteLock();", false)]
    [InlineData("the second in a helper", "lock (gate) { {|1:Hit()|}; F(); } void F() { {|2:Act()|}; }", true)]
    [InlineData("in one scope", "using var s = thin.EnterScope(); {|1:Hit()|}; {|2:Act()|};", true)]
    [InlineData("in two scopes", "using (thin.EnterScope()) { {|1:Hit()|}; } using (thin.EnterScope()) { {|2:Act()|}; }", false)]
    [InlineData("across an await", "await one.WaitAsync(); try { {|1:Hit()|}; await Task.Yield(); {|2:Act()|}; } finally { one.Release(); }", true)]
    public void OneStay_HoldsAtBoth(string what, string statements, bool expected)
    {
        Assert.NotEmpty(what);
        var modifier = statements.Contains("await ") ? "async Task" : "void";
        var probe = Probe.OfTypes($"using System.Threading;\n#nullable disable\nclass C {{ {Members}\n public {modifier} M() {{ {statements} }} }}");
        Assert.Equal(expected, probe.Model.Locks.AnyHeldAtBoth(probe.Marked("1"), probe.Marked("2"), CancellationToken.None));
    }

    [Fact]
    public void ACallersLock_HoldsAtBoth()
    {
        var probe = Probe.OfTypes($"using System.Threading;\nclass C {{ {Members}\n public void M() {{ lock (gate) Help(); }} private void Help() {{ {{|1:Hit()|}}; {{|2:Act()|}}; }} }}");
        Assert.True(probe.Model.Locks.AnyHeldAtBoth(probe.Marked("1"), probe.Marked("2"), CancellationToken.None));
    }

    [Theory]
    [InlineData("listed, in a using", "using (await own.LockAsync()) { [|Hit()|]; }", "This.own")]
    [InlineData("listed, declared", "using var s = await own.LockAsync(); [|Hit()|];", "This.own")]
    [InlineData("listed, after it", "using (await own.LockAsync()) { } [|Hit()|];", "")]
    [InlineData("listed, with a key", "using (await own.LockAsync(\"a\")) { [|Hit()|]; }", "This.own[a]")]
    [InlineData("listed, by calls", "own.Acquire(); try { [|Hit()|]; } finally { own.Release(); }", "This.own")]
    [InlineData("listed, by calls, after them", "own.Acquire(); try { } finally { own.Release(); } [|Hit()|];", "")]
    [InlineData("listed, tried", "if (own.TryAcquire()) { [|Hit()|]; }", "This.own")]
    [InlineData("listed, by an interface", "byInterface.Acquire(); [|Hit()|];", "This.byInterface")]
    [InlineData("listed, to read", "using (own.ReadLock()) { [|Hit()|]; }", "This.own:Shared")]
    [InlineData("listed, by calls to write", "own.WriteLock(); try { [|Hit()|]; } finally { own.WriteUnlock(); }", "This.own")]
    [InlineData("listed, by calls to write, after them", "own.WriteLock(); own.WriteUnlock(); [|Hit()|];", "")]
    [InlineData("named so, in a using", "using (await named.LockAsync()) { [|Hit()|]; }", "This.named")]
    [InlineData("named so, elsewhere", "using (await named.LockAsync().ConfigureAwait(false)) { [|Hit()|]; }", "This.named")]
    [InlineData("named so, not awaited", "using (named.LockAsync()) { [|Hit()|]; }", "")]
    [InlineData("named so, by calls", "named.Acquire(); [|Hit()|];", "")]
    [InlineData("for readers and writers, tried", "if (!fair.TryEnterWriteLock(TimeSpan.Zero)) return; [|Hit()|];", "This.fair")]
    [InlineData("for readers and writers, awaited", "await fair.EnterWriteLockAsync(); try { [|Hit()|]; } finally { fair.Release(); }", "This.fair")]
    [InlineData("for readers and writers, to read", "await fair.EnterReadLockAsync(); [|Hit()|];", "This.fair:Shared")]
    [InlineData("for readers and writers, perhaps", "fair.TryEnterWriteLock(TimeSpan.Zero); [|Hit()|];", "")]
    [InlineData("for readers and writers, after them", "await fair.EnterWriteLockAsync(); fair.Release(); [|Hit()|];", "")]
    [InlineData("named otherwise", "using (await door.LockAsync()) { [|Hit()|]; }", "")]
    public void ALockOfSomebodyElse_HoldsWhereItIsKnown(string what, string statements, string expected)
    {
        Assert.NotEmpty(what);
        var modifier = statements.Contains("await ") ? "async Task" : "void";
        const string Types = """
            interface IGate { void Acquire(); }
            class Gate : IGate { public Task<IDisposable> LockAsync(string key = null) => null; public IDisposable ReadLock() => null; public void Acquire() { } public bool TryAcquire() => true; public void WriteLock() { } public void WriteUnlock() { } public void Release() { } }
            class Door { public Task<IDisposable> LockAsync() => null; }
            class AsyncLock : Door { public void Acquire() { } }
            class FairLockBase { public bool TryEnterWriteLock(TimeSpan t) => true; public Task EnterWriteLockAsync() => null; public Task EnterReadLockAsync() => null; public void Release() { } }
            class FairLock : FairLockBase { }
            """;
        var probe = Probe.OfTypes(
            $"using System.Threading;\n#nullable disable\nclass C {{ {Members}\n readonly Gate own = new(); readonly IGate byInterface; readonly AsyncLock named = new(); readonly Door door = new(); readonly FairLock fair = new();\n public {modifier} M() {{ {statements} }} }}\n{Types}",
            ("dictionary_analyzers.lock_types", "Gate, IGate"));
        Assert.Equal(expected, Held(probe));
    }
}
