using System.Linq;
using System.Threading;
using DictionaryAnalyzers.Tests.Vocabulary;
using Xunit;

namespace DictionaryAnalyzers.Tests.Flow;

/// <summary>
/// Whose threads run the marked code: <c>called</c> by others, or started: <c>+</c> goes on, <c>*</c> from the beginning,
/// <c>!</c> meets itself.
/// </summary>
public class CodeThreadsTests
{
    [Theory]
    [InlineData("called", "public void M() { [|Hit()|]; }")]
    [InlineData("called", "internal void M() { N(); } void N() { [|Hit()|]; }")]
    [InlineData("called", "public int P { get { [|Hit()|]; return 1; } }")]
    [InlineData("called", "public int P { get => N; } int N { get { [|Hit()|]; return 1; } }")]
    [InlineData("called", "void IDisposable.Dispose() { [|Hit()|]; }")]
    [InlineData("called", "public void M() { F(); void F() { [|Hit()|]; } }")]
    [InlineData("called", "public void M(List<int> l) { l.ForEach(x => [|Hit()|]); }")]
    [InlineData("called", "public async Task M() { await N(); } async Task N() { await Task.Yield(); [|Hit()|]; }")]
    [InlineData("called", "public async Task M() { await Task.Run(() => [|Hit()|]); }")]
    [InlineData("called", "public void M() { N(); } void N() { if (x > 0) N(); [|Hit()|]; }")]
    [InlineData("", "C() { [|Hit()|]; }")]
    [InlineData("", "C() { N(); } void N() { [|Hit()|]; }")]
    [InlineData("", "void N() { [|Hit()|]; }")]
    [InlineData("", "public Action M() => () => [|Hit()|];")]
    [InlineData("", "public void M(SynchronizationContext c) => c.Post(_ => [|Hit()|], null);")]
    [InlineData("", "Timer t; C(SynchronizationContext c) { t = new Timer(_ => Poll()); } void Poll() { SynchronizationContext.Current.Post(_ => [|Hit()|], null); }")]
    [InlineData("", "public Task M() => Task.Run(() => [|Hit()|]);")]
    [InlineData("", "public void M() { var t = Task.Run(() => [|Hit()|]); Keep(t); } void Keep(Task t) { }")]
    [InlineData("*", "Timer t; C() { t = new Timer(_ => [|Hit()|], null, 0, 5); }")]
    [InlineData("*", "Timer t; C() { t = new Timer(_ => Scan(), null, 0, 5); } void Scan() { foreach (var x in new[] { 1 }) Put(x); } void Put(int x) { [|Hit()|]; }")]
    [InlineData("*", "Timer t; C() { t = new Timer(Tick, null, 0, 5); } void Tick(object o) { [|Hit()|]; }")]
    [InlineData("+", "Timer t; public void Start() { t = new Timer(Tick, null, 0, 5); } void Tick(object o) { [|Hit()|]; }")]
    [InlineData("called *", "Timer t; C() { t = new Timer(_ => Tick(), null, 0, 5); } public void Tick() { [|Hit()|]; }")]
    [InlineData("+", "public void Start() { Task.Run(Loop); } void Loop() { [|Hit()|]; }")]
    [InlineData("+", "public void Start() { _ = Task.Run(() => Loop()); } void Loop() { [|Hit()|]; }")]
    [InlineData("+", "Task run; public void Start() { run = Task.Run(async () => { await Task.Yield(); Loop(); }); } void Loop() { [|Hit()|]; }")]
    [InlineData("+", "public void Start() { new Thread(Loop).Start(); } void Loop() { [|Hit()|]; }")]
    [InlineData("+", "public void Start() { var t = new Thread(Loop); t.Start(); } void Loop() { [|Hit()|]; }")]
    [InlineData("+", "Thread t; public void Start() { t = new Thread(Loop) { IsBackground = true }; t.Start(); } void Loop() { [|Hit()|]; }")]
    [InlineData("", "public void Start() { var t = new Thread(Loop); t.Start(); t.Join(); } void Loop() { [|Hit()|]; }")]
    [InlineData("+", "public void Start() { ThreadPool.QueueUserWorkItem(_ => [|Hit()|]); }")]
    [InlineData("*!", "C(System.IO.FileSystemWatcher w) { w.Changed += OnChanged; } void OnChanged(object o, System.IO.FileSystemEventArgs e) { [|Hit()|]; }")]
    [InlineData("called !", "public void M(List<int> l) { Parallel.ForEach(l, N); } void N(int x) { [|Hit()|]; }")]
    [InlineData("*", "C() { _ = Loop(); } async Task Loop() { await Task.Delay(1).ConfigureAwait(false); [|Hit()|]; }")]
    [InlineData("", "C() { _ = Loop(); } async Task Loop() { await Task.Delay(1); [|Hit()|]; }")]
    public void Of(string expected, string members) => Check(expected, "class C : Hits, IDisposable { int x; " + members + (members.Contains("Dispose()") ? "" : " void IDisposable.Dispose() { }") + " }");

    [Theory]
    [InlineData("called", "class S { S() { [|Hits.Hit()|]; } }")]
    [InlineData("called", "class S { S() { N(); } void N() { [|Hits.Hit()|]; } }")]
    [InlineData("", "class S { static S() { [|Hits.Hit()|]; } }")]
    public void OfWhatIsStatic(string expected, string types) => Check(expected, types, forStatics: true);

    [Theory]
    [InlineData("*", "class S : Microsoft.Extensions.Hosting.BackgroundService { protected override async Task ExecuteAsync(CancellationToken t) { await Task.Yield(); N(); } void N() { [|Hits.Hit()|]; } }")]
    [InlineData("called *", "class S : Microsoft.Extensions.Hosting.BackgroundService { protected override async Task ExecuteAsync(CancellationToken t) { await Task.Yield(); N(); } public void N() { [|Hits.Hit()|]; } }")]
    [InlineData("", "class S : Microsoft.Extensions.Hosting.BackgroundService { protected override Task ExecuteAsync(CancellationToken t) => null; public Task StartAsync(CancellationToken t) { [|Hits.Hit()|]; return null; } }")]
    [InlineData("called", "class S { protected Task ExecuteAsync(CancellationToken t) { [|Hits.Hit()|]; return null; } }")]
    public void OfHostedServices(string expected, string types) => Check(expected, types);

    private static void Check(string expected, string types, bool forStatics = false)
    {
        var probe = Probe.OfTypes($$"""
            #nullable disable
            using System.Threading;
            {{types}}
            class Hits { public static void Hit() { } }
            namespace Microsoft.Extensions.Hosting { public interface IHostedService { } public abstract class BackgroundService : IHostedService { protected abstract Task ExecuteAsync(CancellationToken t); } }
            """);
        var roots = probe.Model.Threads.Of(probe.Marked(), forStatics, CancellationToken.None);
        var started = roots.Started.Select(thread => (thread.FromBirth ? "*" : thread.GoesOn ? "+" : "") + (thread.MeetsItself ? "!" : ""));
        Assert.Equal(expected, string.Join(" ", (roots.IsCalled ? ["called"] : System.Array.Empty<string>()).Concat(started)));
    }
}
