using System.Threading;
using DictionaryAnalyzers.Flow;
using DictionaryAnalyzers.Tests.Vocabulary;
using Xunit;

namespace DictionaryAnalyzers.Tests.Flow;

/// <summary>Who can reach the marked collection where it stands.</summary>
public class ExposureReaderTests
{
    private const string Others = """
        class Store { public Dictionary<int, int> Entries = new(); public Dictionary<int, int> Own { get; } = new(); }
        static class Statics { public static Dictionary<int, int> All = new(); public static void Keep(Dictionary<int, int> d) => All = d; }
        static class Unseen { public static void Run(Action action) => Later += action; public static event Action Later; }
        """;

    [Theory]
    [InlineData("made and used", "var d = new Dictionary<int, int>(); [|d|].Add(1, 2);")]
    [InlineData("by an alias", "var d = new Dictionary<int, int>(); var e = d; [|e|].Add(1, 2);")]
    [InlineData("made by LINQ", "var d = items.ToDictionary(x => x); [|d|].Add(1, 2);")]
    [InlineData("made in two ways", "Dictionary<int, int> d = null; if (items.Count > 3) d = new(); else d = new(10); [|d|].Add(1, 2);")]
    [InlineData("before it is returned", "var d = new Dictionary<int, int>(); if (items.Count > 3) { [|d|].Add(1, 2); return d; } return null;")]
    [InlineData("before it is stored", "var d = new Dictionary<int, int>(); [|d|].Add(1, 2); field = d;")]
    [InlineData("beside a path on which it is stored", "var d = new Dictionary<int, int>(); if (items.Count > 3) { field = d; return null; } [|d|].Add(1, 2);")]
    [InlineData("in each round a new one", "foreach (var x in items) { var d = new Dictionary<int, int>(); [|d|].Add(1, 2); field = d; }")]
    [InlineData("read by LINQ", "var d = new Dictionary<int, int>(); var n = d.Where(p => p.Value > 1).ToList(); [|d|].Add(1, 2);")]
    [InlineData("read by a loop over a view", "var d = new Dictionary<int, int>(); foreach (var k in d.Keys) { } [|d|].Add(1, 2);")]
    [InlineData("filled by a helper", "var d = new Dictionary<int, int>(); Fill(d); [|d|].Add(1, 2); void Fill(Dictionary<int, int> e) { e.Add(1, 1); }")]
    [InlineData("filled by an awaited helper", "var d = new Dictionary<int, int>(); await Fill(d); [|d|].Add(1, 2); async Task Fill(Dictionary<int, int> e) { await Task.Yield(); e.Add(1, 1); }")]
    [InlineData("captured by a query that runs here", "var d = new Dictionary<int, int>(); foreach (var x in items.Where(x => d.TryAdd(x, 1))) { } [|d|].Add(1, 2);")]
    [InlineData("in a query that runs here", "var d = new Dictionary<int, int>(); var n = items.Count(x => [|d|].TryAdd(x, 1));")]
    [InlineData("in a loop's lambda", "var d = new Dictionary<int, int>(); items.ForEach(x => [|d|].TryAdd(x, 1));")]
    [InlineData("in a local function", "var d = new Dictionary<int, int>(); F(); void F() => [|d|].TryAdd(1, 1);")]
    [InlineData("in a delegate that is called", "var d = new Dictionary<int, int>(); Action f = () => [|d|].TryAdd(1, 1); f(); f();")]
    [InlineData("made in the lambda of each round", "Parallel.ForEach(items, x => { var d = new Dictionary<int, int>(); [|d|].Add(1, 2); });")]
    [InlineData("after a parallel loop", "var d = new Dictionary<int, int>(); Parallel.ForEach(items, x => { lock (d) d[x] = 1; }); [|d|].Add(1, 2);")]
    [InlineData("before a parallel loop", "var d = new Dictionary<int, int>(); [|d|].Add(1, 2); Parallel.For(0, 9, x => d[x] = 1);")]
    [InlineData("after an awaited parallel loop", "var d = new Dictionary<int, int>(); await Parallel.ForEachAsync(items, async (x, _) => { await Task.Yield(); d[x] = 1; }); [|d|].Add(1, 2);")]
    [InlineData("after all tasks", "var d = new Dictionary<int, int>(); var tasks = new List<Task>(); foreach (var x in items) tasks.Add(Task.Run(() => d[x] = 1)); await Task.WhenAll(tasks); [|d|].Add(1, 2);")]
    [InlineData("after all tasks of a query", "var d = new Dictionary<int, int>(); await Task.WhenAll(items.Select(async x => { await Task.Yield(); d[x] = 1; })); [|d|].Add(1, 2);")]
    [InlineData("after all tasks of a stored query", "var d = new Dictionary<int, int>(); var tasks = items.Select(x => Task.Run(() => d[x] = 1)).ToArray(); Task.WaitAll(tasks); [|d|].Add(1, 2);")]
    [InlineData("after all tasks of an array", "var d = new Dictionary<int, int>(); var tasks = new Task[3]; for (var i = 0; i < 3; i++) { var n = i; tasks[i] = Task.Run(() => d[n] = 1); } await Task.WhenAll(tasks); [|d|].Add(1, 2);")]
    [InlineData("after one task", "var d = new Dictionary<int, int>(); var task = Task.Run(() => d[1] = 1); await task; [|d|].Add(1, 2);")]
    [InlineData("after one task's result", "var d = new Dictionary<int, int>(); var task = Task.Run(() => d[1] = 1); Console.WriteLine(task.Result); [|d|].Add(1, 2);")]
    [InlineData("after two tasks", "var d = new Dictionary<int, int>(); var a = Task.Run(() => d[1] = 1); var b = Task.Run(() => d[2] = 1); await Task.WhenAll(a, b); [|d|].Add(1, 2);")]
    [InlineData("after a task awaited at once", "var d = new Dictionary<int, int>(); await Task.Run(() => d[1] = 1).ConfigureAwait(false); [|d|].Add(1, 2);")]
    [InlineData("in a task awaited at once", "var d = new Dictionary<int, int>(); await Task.Run(() => [|d|][1] = 1); d.Add(1, 2);")]
    [InlineData("in a task that has it alone", "var d = new Dictionary<int, int>(); d[2] = 2; _ = Task.Run(() => [|d|][1] = 1);")]
    [InlineData("in a task of each round awaited there", "var d = new Dictionary<int, int>(); foreach (var x in items) { await Task.Run(() => [|d|][x] = 1); }")]
    [InlineData("in a task of each round with its own", "foreach (var x in items) { var d = new Dictionary<int, int>(); _ = Task.Run(() => [|d|][x] = 1); }")]
    [InlineData("after a thread", "var d = new Dictionary<int, int>(); var t = new Thread(() => d[1] = 1); t.Start(); t.Join(); [|d|].Add(1, 2);")]
    [InlineData("before a thread starts", "var d = new Dictionary<int, int>(); var t = new Thread(() => d[1] = 1); [|d|].Add(1, 2); t.Start();")]
    [InlineData("after threads", "var d = new Dictionary<int, int>(); var ts = new List<Thread>(); foreach (var x in items) { var t = new Thread(() => d[x] = 1); t.Start(); ts.Add(t); } foreach (var t in ts) t.Join(); [|d|].Add(1, 2);")]
    [InlineData("after a parallel query", "var d = new Dictionary<int, int>(); items.AsParallel().Where(x => x > 1).ForAll(x => d[x] = 1); [|d|].Add(1, 2);")]
    [InlineData("after a parallel query that gives a list", "var d = new Dictionary<int, int>(); var all = items.AsParallel().Select(x => d.Count + x).ToList(); [|d|].Add(1, 2);")]
    [InlineData("after a block", "var d = new Dictionary<int, int>(); Parallel.Invoke(() => d[1] = 1, () => d[2] = 1); [|d|].Add(1, 2);")]
    [InlineData("after an async function that is awaited", "var d = new Dictionary<int, int>(); await F(); [|d|].Add(1, 2); async Task F() { await Task.Yield(); d[1] = 1; }")]
    [InlineData("in an async function that is awaited", "var d = new Dictionary<int, int>(); await F(); async Task F() { await Task.Yield(); [|d|][1] = 1; }")]
    [InlineData("after a helper that runs a parallel loop", "var d = new Dictionary<int, int>(); Each(x => d[x] = 1); [|d|].Clear(); void Each(Action<int> a) { Parallel.ForEach(items, x => a(x)); }")]
    [InlineData("after an awaited helper that starts a task", "var d = new Dictionary<int, int>(); await Start(() => d[1] = 1); [|d|].Clear(); Task Start(Action a) { return Task.Run(a); }")]
    [InlineData("after a helper that waits for its task", "var d = new Dictionary<int, int>(); Start(() => d[1] = 1); [|d|].Clear(); void Start(Action a) { Task.Run(a).Wait(); }")]
    [InlineData("in tasks that only begin one after the other", "var d = new Dictionary<int, int>(); await Task.WhenAll(items.Select(async x => { [|d|][x] = 1; await Task.Yield(); }));")]
    public void Confined(string _, string statements) => AssertIs(Exposure.Confined, Statements(statements));

    [Theory]
    [InlineData("in a parallel loop", "var d = new Dictionary<int, int>(); Parallel.ForEach(items, x => [|d|][x] = 1);")]
    [InlineData("in a parallel loop, by an alias", "var d = new Dictionary<int, int>(); Parallel.ForEach(items, x => { var e = d; [|e|][x] = 1; });")]
    [InlineData("in a parallel loop's local function", "var d = new Dictionary<int, int>(); Parallel.ForEach(items, F); void F(int x) => [|d|][x] = 1;")]
    [InlineData("in a local function called from a parallel loop", "var d = new Dictionary<int, int>(); Parallel.ForEach(items, x => F(x)); void F(int x) => [|d|][x] = 1;")]
    [InlineData("in a query in a parallel loop", "var d = new Dictionary<int, int>(); Parallel.ForEach(items, x => items.Any(y => [|d|].TryAdd(x, y)));")]
    [InlineData("in an async parallel loop", "var d = new Dictionary<int, int>(); await Parallel.ForEachAsync(items, async (x, _) => { await Task.Yield(); [|d|][x] = 1; });")]
    [InlineData("in a parallel query", "var d = new Dictionary<int, int>(); items.AsParallel().ForAll(x => [|d|][x] = 1);")]
    [InlineData("in a stage of a parallel query", "var d = new Dictionary<int, int>(); var all = items.AsParallel().Where(x => [|d|].TryAdd(x, 1)).ToList();")]
    [InlineData("in a parallel query in query syntax", "var d = new Dictionary<int, int>(); var all = (from x in items.AsParallel() where [|d|].TryAdd(x, 1) select x).ToList();")]
    [InlineData("in one of several actions", "var d = new Dictionary<int, int>(); Parallel.Invoke(() => [|d|][1] = 1, () => d[2] = 1);")]
    [InlineData("in tasks of a loop", "var d = new Dictionary<int, int>(); var tasks = new List<Task>(); foreach (var x in items) tasks.Add(Task.Run(() => [|d|][x] = 1)); await Task.WhenAll(tasks);")]
    [InlineData("in tasks of a query", "var d = new Dictionary<int, int>(); await Task.WhenAll(items.Select(x => Task.Run(() => [|d|][x] = 1)));")]
    [InlineData("in async lambdas of a query", "var d = new Dictionary<int, int>(); await Task.WhenAll(items.Select(async x => { await Task.Yield(); [|d|][x] = 1; }));")]
    [InlineData("in async lambdas of a stored query", "var d = new Dictionary<int, int>(); var tasks = items.Select(async x => { await Task.Yield(); [|d|][x] = 1; }).ToList(); await Task.WhenAll(tasks);")]
    [InlineData("before the await of async lambdas that go on with it", "var d = new Dictionary<int, int>(); await Task.WhenAll(items.Select(async x => { [|d|][x] = 1; await Task.Yield(); d[x] = 2; }));")]
    [InlineData("beside a task", "var d = new Dictionary<int, int>(); var task = Task.Run(() => d[1] = 1); [|d|].Add(1, 2); await task;")]
    [InlineData("in the task itself", "var d = new Dictionary<int, int>(); var task = Task.Run(() => [|d|][1] = 1); d.Add(1, 2); await task;")]
    [InlineData("beside a task that nobody waits for", "var d = new Dictionary<int, int>(); _ = Task.Run(() => d[1] = 1); [|d|].Add(1, 2);")]
    [InlineData("in one of two tasks", "var d = new Dictionary<int, int>(); var a = Task.Run(() => [|d|][1] = 1); var b = Task.Run(() => d[2] = 1); await Task.WhenAll(a, b);")]
    [InlineData("in the other of two tasks", "var d = new Dictionary<int, int>(); var a = Task.Run(() => d[1] = 1); var b = Task.Run(() => [|d|][2] = 1); await Task.WhenAll(a, b);")]
    [InlineData("beside the second of two tasks", "var d = new Dictionary<int, int>(); var a = Task.Run(() => d[1] = 1); var b = Task.Run(() => d[2] = 1); await a; [|d|].Add(1, 2); await b;")]
    [InlineData("in a queued item", "var d = new Dictionary<int, int>(); foreach (var x in items) ThreadPool.QueueUserWorkItem(_ => [|d|][x] = 1);")]
    [InlineData("in a thread", "var d = new Dictionary<int, int>(); var t = new Thread(() => [|d|][1] = 1); t.Start(); d[2] = 3;")]
    [InlineData("beside a thread", "var d = new Dictionary<int, int>(); new Thread(() => d[1] = 1).Start(); [|d|][2] = 3;")]
    [InlineData("in a timer", "var d = new Dictionary<int, int>(); using var t = new Timer(_ => [|d|][1] = 1, null, 0, 100);")]
    [InlineData("beside a timer", "var d = new Dictionary<int, int>(); using var t = new Timer(_ => d[1] = 1, null, 0, 100); [|d|][2] = 3;")]
    [InlineData("in a timer's event", "var d = new Dictionary<int, int>(); var t = new System.Timers.Timer(); t.Elapsed += (_, _) => [|d|][1] = 1;")]
    [InlineData("in a file watcher's event", "var d = new Dictionary<int, int>(); var t = new System.IO.FileSystemWatcher(); t.Changed += (_, _) => [|d|][1] = 1;")]
    [InlineData("by a stored delegate", "var d = new Dictionary<int, int>(); Action f = () => [|d|][1] = 1; Task.Run(f); Task.Run(f);")]
    [InlineData("by a helper that starts tasks", "var d = new Dictionary<int, int>(); foreach (var x in items) Start(() => [|d|][x] = 1); void Start(Action a) { Task.Run(a); }")]
    [InlineData("in tasks that a local function starts in a loop", "var d = new Dictionary<int, int>(); await F(); async Task F() { var tasks = new List<Task>(); foreach (var x in items) tasks.Add(Task.Run(() => [|d|][x] = 1)); await Task.WhenAll(tasks); }")]
    [InlineData("in tasks of a local function that a loop calls", "var d = new Dictionary<int, int>(); foreach (var x in items) F(x); void F(int x) { Task.Run(() => [|d|][x] = 1); }")]
    [InlineData("in tasks of a loop's lambda", "var d = new Dictionary<int, int>(); items.ForEach(x => Task.Run(() => [|d|][x] = 1));")]
    [InlineData("by a helper that runs a parallel loop", "var d = new Dictionary<int, int>(); Each(x => [|d|][x] = 1); void Each(Action<int> a) { Parallel.ForEach(items, x => a(x)); }")]
    [InlineData("beside an async function that is awaited later", "var d = new Dictionary<int, int>(); var t = F(); [|d|].Add(1, 2); await t; async Task F() { await Task.Yield(); d[1] = 1; }")]
    [InlineData("in an async function that runs twice", "var d = new Dictionary<int, int>(); var t = F(); var u = F(); await Task.WhenAll(t, u); async Task F() { await Task.Yield(); [|d|][1] = 1; }")]
    [InlineData("in an object of its own", "var s = new Store(); Parallel.ForEach(items, x => [|s.Entries|][x] = 1);")]
    [InlineData("a field", "[|field|][1] = 1;")]
    [InlineData("a field by an alias", "var d = field; [|d|][1] = 1;")]
    [InlineData("a field of a field", "[|store.Entries|][1] = 1;")]
    [InlineData("a property of a field", "[|store.Own|][1] = 1;")]
    [InlineData("a static field", "[|Statics.All|][1] = 1;")]
    [InlineData("a lazy field", "[|lazy.Value|][1] = 1;")]
    public void Shared(string _, string statements) => AssertIs(Exposure.Shared, Statements(statements));

    [Theory]
    [InlineData("a parameter", "[|given|].Add(1, 2);")]
    [InlineData("a parameter's property", "[|from.Entries|].Add(1, 2);")]
    [InlineData("what a method gives", "var d = Give(); [|d|].Add(1, 2);")]
    [InlineData("after it was stored", "var d = new Dictionary<int, int>(); field = d; [|d|].Add(1, 2);")]
    [InlineData("after it was stored in a loop", "var d = new Dictionary<int, int>(); foreach (var x in items) { [|d|].Add(1, 2); field = d; }")]
    [InlineData("after it was passed on", "var d = new Dictionary<int, int>(); Statics.Keep(d); [|d|].Add(1, 2);")]
    [InlineData("after it was captured by who knows what", "var d = new Dictionary<int, int>(); Unseen.Run(() => d.Clear()); [|d|].Add(1, 2);")]
    [InlineData("in who knows what", "var d = new Dictionary<int, int>(); Unseen.Run(() => [|d|].Clear());")]
    [InlineData("in a lambda that is returned", "var d = new Dictionary<int, int>(); return () => [|d|].Clear();")]
    [InlineData("in a local function nobody calls", "var d = new Dictionary<int, int>(); void F() => [|d|].Clear();")]
    [InlineData("after a query over it was stored", "var d = new Dictionary<int, int>(); rest = d.Where(p => p.Key > 1); [|d|].Add(1, 2);")]
    [InlineData("in an element", "var d = new Dictionary<int, int>[3]; Parallel.For(0, 3, i => [|d[i]|].Add(1, 2));")]
    [InlineData("beside a task that is given away", "var d = new Dictionary<int, int>(); var task = Task.Run(() => d[1] = 1); Unseen.Run(task.Wait); [|d|].Add(1, 2);")]
    [InlineData("after a gate", "var d = new Dictionary<int, int>(); var done = new ManualResetEventSlim(); ThreadPool.QueueUserWorkItem(_ => { d[1] = 1; done.Set(); }); done.Wait(); [|d|].Add(1, 2);")]
    [InlineData("after tasks that may have been awaited", "var d = new Dictionary<int, int>(); var tasks = new List<Task>(); foreach (var x in items) tasks.Add(Task.Run(() => d[x] = 1)); if (tasks.Count > 0) await Task.WhenAll(tasks); [|d|].Add(1, 2);")]
    [InlineData("with one thread", "var d = new Dictionary<int, int>(); Parallel.ForEach(items, new ParallelOptions { MaxDegreeOfParallelism = 1 }, x => [|d|][x] = 1);")]
    [InlineData("a flow's value", "[|flow.Value|][1] = 1;")]
    public void Unknown(string _, string statements) => AssertIs(Exposure.Unknown, Statements(statements));

    [Theory]
    [InlineData("a thread's static", Exposure.Confined, "class C { [ThreadStatic] static Dictionary<int, int> d; void M() { (d ??= new())[1] = 2; [|d|].Clear(); } }")]
    [InlineData("by an alias", Exposure.Confined, "class C { [ThreadStatic] static Dictionary<int, int> d; void M() { var e = d ??= new(); [|e|].Clear(); } }")]
    [InlineData("a thread's local", Exposure.Confined, "class C { static ThreadLocal<Dictionary<int, int>> d = new(() => new()); void M() { [|d.Value|].Clear(); } }")]
    [InlineData("in a constructor", Exposure.Confined, "class C { Dictionary<int, int> d = new(); C() { [|d|][1] = 2; } }")]
    [InlineData("in a constructor's query", Exposure.Confined, "class C { Dictionary<int, int> d = new(); C(List<int> l) { l.ForEach(x => [|d|][x] = 2); } }")]
    [InlineData("in a constructor's lambda", Exposure.Shared, "class C { Dictionary<int, int> d = new(); Action a; C() { a = () => [|d|][1] = 2; } }")]
    [InlineData("in a constructor before a timer", Exposure.Confined, "class C { Dictionary<int, int> d = new(); Timer t; C() { [|d|][1] = 2; t = new Timer(_ => d.Clear(), null, 0, 1); } }")]
    [InlineData("in a constructor after a timer", Exposure.Shared, "class C { Dictionary<int, int> d = new(); Timer t; C() { t = new Timer(_ => d.Clear(), null, 0, 1); [|d|][1] = 2; } }")]
    [InlineData("in a constructor after a task of a method", Exposure.Shared, "class C { Dictionary<int, int> d = new(); C() { Task.Run(Loop); [|d|][1] = 2; } void Loop() { } }")]
    [InlineData("in a constructor after 'this' was given away", Exposure.Unknown, "class C { public static C All; Dictionary<int, int> d = new(); C() { All = this; [|d|][1] = 2; } }")]
    [InlineData("in a constructor after an event", Exposure.Unknown, "class C { static event Action E; Dictionary<int, int> d = new(); C() { E += F; [|d|][1] = 2; } void F() { } }")]
    [InlineData("of another object in a constructor", Exposure.Shared, "class C { static Dictionary<int, int> d = new(); C() { [|d|][1] = 2; } }")]
    [InlineData("in a static constructor", Exposure.Confined, "class C { static Dictionary<int, int> d = new(); static C() { [|d|][1] = 2; } }")]
    [InlineData("of another type in a static constructor", Exposure.Shared, "class D { public static Dictionary<int, int> d = new(); } class C { static C() { [|D.d|][1] = 2; } }")]
    [InlineData("in an initializer", Exposure.Confined, "class C { static Dictionary<int, int> d = new(); static int n = [|d|].Count; }")]
    [InlineData("in an initializer's lambda", Exposure.Shared, "class C { static Dictionary<int, int> d = new(); static Func<int> n = () => [|d|].Count; }")]
    [InlineData("a property of this", Exposure.Shared, "class C { Dictionary<int, int> D { get; } = new(); void M() { [|D|][1] = 2; } }")]
    [InlineData("a captured parameter", Exposure.Shared, "class C(Dictionary<int, int> d) { void M() { [|d|][1] = 2; } }")]
    [InlineData("a struct's field", Exposure.Unknown, "struct C { Dictionary<int, int> d; void M() { [|d|][1] = 2; } }")]
    [InlineData("of a walker", Exposure.Unknown, "class C { int M(List<int> l) => new Walk(l).Run(3); class Walk(List<int> l) { Dictionary<int, int> d = new(); public int Run(int n) { [|d|][n] = 2; return n > 0 ? Run(n - 1) : l.Count(x => d.ContainsKey(x)); } } }")]
    [InlineData("of a state object", Exposure.Unknown, "class C { void M() { var s = new State(); s.Add(); s.Add(); } private sealed class State { Dictionary<int, int> d = new(); public void Add() => [|d|][1] = 2; } }")]
    [InlineData("of a state object that is stored", Exposure.Shared, "class C { State s = new State(); void M() { s.Add(); } private sealed class State { Dictionary<int, int> d = new(); public void Add() => [|d|][1] = 2; } }")]
    [InlineData("of a state object that starts tasks", Exposure.Shared, "class C { void M() { new State().Add(); } private sealed class State { Dictionary<int, int> d = new(); public void Add() => Task.Run(() => [|d|][1] = 2); } }")]
    [InlineData("of a state object that a task uses", Exposure.Shared, "class C { void M() { var s = new State(); Task.Run(() => s.Add()); } private sealed class State { Dictionary<int, int> d = new(); public void Add() => [|d|][1] = 2; } }")]
    [InlineData("of a state object that gives itself away", Exposure.Shared, "class C { static State all; void M() { new State().Add(); } private sealed class State { Dictionary<int, int> d = new(); public void Add() { all = this; [|d|][1] = 2; } } }")]
    [InlineData("in an object initializer", Exposure.Unknown, "class C { public Dictionary<int, int> D = new(); static C M() { var c = new C { D = { [1] = 2 } }; [|c.D|][2] = 3; return c; } }")]
    public void OfMember(string _, object expected, string types) => AssertIs((Exposure)expected, types);

    // Each of these would take for ever if every path were followed.
    [Theory]
    [InlineData("functions that call each other", "var d = new Dictionary<int, int>(); A(); void A() { A(); B(); A(); B(); [|d|][1] = 2; } void B() { A(); B(); A(); B(); A(); }", Exposure.Confined)]
    [InlineData("a helper that calls itself with a lambda", "var d = new Dictionary<int, int>(); F(() => [|d|][1] = 2); void F(Action a) { F(() => a()); F(() => a()); }", Exposure.Unknown)]
    [InlineData("helpers that hand it to each other", "var d = new Dictionary<int, int>(); A(d); [|d|][1] = 2; void A(Dictionary<int, int> e) { A(e); B(e); A(e); e[1] = 1; } void B(Dictionary<int, int> e) { A(e); B(e); B(e); A(e); }", Exposure.Confined)]
    [InlineData("a helper that hands it to one that keeps it", "var d = new Dictionary<int, int>(); A(d); [|d|][1] = 2; void A(Dictionary<int, int> e) { A(e); B(e); } void B(Dictionary<int, int> e) { A(e); field = e; }", Exposure.Unknown)]
    [InlineData("a task that goes on", "var d = new Dictionary<int, int>(); var t = Task.Run(() => d[1] = 1); t = t.ContinueWith(_ => 1); t = t.ContinueWith(_ => 1); t = t.ContinueWith(_ => 1); await t; [|d|][1] = 2;", Exposure.Confined)]
    [InlineData("delegates assigned in a circle", "var d = new Dictionary<int, int>(); Action a = () => [|d|][1] = 2; Action b = a; a = b; b = a; a = b; b();", Exposure.Unknown)]
    public void Circles_End(string _, string statements, object expected) => AssertIs((Exposure)expected, Statements(statements));

    private static string Statements(string statements) => $$"""
        class C
        {
            Dictionary<int, int> field = new();
            Store store = new();
            IEnumerable<KeyValuePair<int, int>> rest;
            Lazy<Dictionary<int, int>> lazy = new(() => new());
            AsyncLocal<Dictionary<int, int>> flow = new();
            Dictionary<int, int> Give() => field.Count > 3 ? field : new();
            async Task<object> M(List<int> items, Dictionary<int, int> given, Store from)
            {
                {{statements}}
                await Task.Yield();
                return null;
            }
        }
        {{Others}}
        """;

    private static void AssertIs(Exposure expected, string types)
    {
        var probe = Probe.OfTypes("#nullable disable\nusing System.Threading;\n" + types);
        Assert.Equal(expected, probe.Model.Exposures.Of(probe.Marked(), CancellationToken.None));
    }
}
