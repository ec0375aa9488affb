using System.Threading.Tasks;
using DictionaryAnalyzers.Testing;
using Microsoft.CodeAnalysis;
using Xunit;

namespace DictionaryAnalyzers.Tests.Rules.Sharing;

public partial class DICT202SharedWriteTests
{
    private const string Framework = """

        namespace Microsoft.Extensions.DependencyInjection
        {
            public interface IServiceCollection { }
            public static class Extensions
            {
                public static IServiceCollection AddSingleton<T>(this IServiceCollection s) => s;
                public static IServiceCollection AddSingleton<T, I>(this IServiceCollection s) where I : T => s;
                public static IServiceCollection AddScoped<T>(this IServiceCollection s) => s;
            }
        }
        namespace Microsoft.AspNetCore.Http { public class HttpContext { public string Path; } public delegate Task RequestDelegate(HttpContext c); }
        namespace Microsoft.Extensions.Hosting { public interface IHostedService { } public abstract class BackgroundService : IHostedService { protected abstract Task ExecuteAsync(CancellationToken t); } }
        """;

    private const string Spaces = "using Microsoft.Extensions.DependencyInjection; using Microsoft.Extensions.Hosting; using Microsoft.AspNetCore.Http;\n";

    [Theory]
    [InlineData("public void M(int k) { [|map[k]|] = 1; }")]
    [InlineData("public int M(int k) { if (!map.TryGetValue(k, out var v)) [|map.Add(k, v = 1)|]; return v; }")]
    [InlineData("public void M(int k) { N(k); } void N(int k) { Put(k); } void Put(int k) { [|map.Remove(k)|]; }")]
    [InlineData("internal void M(int k) { this.map?[|.Clear()|]; }")]
    [InlineData("public int this[int k] { get => map[k]; set => [|map[k]|] = value; }")]
    [InlineData("void IDisposable.Dispose() { map.Clear(); } public void M(int k) { [|map.Remove(k)|]; }")]
    [InlineData("public X() { map[1] = 2; } public void M(int k) { [|map.Remove(k)|]; }")]
    [InlineData("readonly object gate = new(); readonly List<int> l = []; public void M(int k) { lock (gate) { l.Add(k); } [|map[k]|] = 1; }")]
    public Task Reports_AFieldOfASingleton(string members) => Test(Singleton(members));

    [Theory]
    [InlineData("nothing writes", "public int M(int k) => map[k];")]
    [InlineData("the constructor", "public X() { map[1] = 2; Put(); } void Put() { map[3] = 4; } public int M(int k) => map[k];")]
    [InlineData("a lock", "readonly object gate = new(); public void M(int k) { lock (gate) { map[k] = 1; } }")]
    [InlineData("a lock of all callers", "readonly object gate = new(); public void M(int k) { lock (gate) Put(k); } public void N() { lock (gate) Put(1); } void Put(int k) { map[k] = 1; }")]
    [InlineData("a semaphore", "readonly SemaphoreSlim one = new(1, 1); public async Task M(int k) { await one.WaitAsync(); try { await Task.Yield(); map[k] = 1; } finally { one.Release(); } }")]
    [InlineData("the copy", "public X With(int k) { var copy = new X(); copy.map[k] = 1; return copy; } ")]
    [InlineData("the ending", "public void Dispose() { map.Clear(); } public int M(int k) => map[k];")]
    [InlineData("who knows whose object", "public static void M(int k) { var x = Get(); x.map[k] = 1; } static X Get() => null;")]
    [InlineData("a lambda that who knows who runs", "public Action M(int k) => () => map[k] = 1;")]
    [InlineData("what DICT209 tells", "public async Task M(int k) { if (map.ContainsKey(k)) return; await Task.Yield(); map[k] = 1; }")]
    public Task DoesNotReport_AFieldOfASingleton(string _, string members) => Test(Singleton(members));

    [Theory]
    [InlineData("a scoped service", "class X { readonly Dictionary<int, int> map = new(); public void M(int k) => map[k] = 1; } static class S { static void R(IServiceCollection s) => s.AddScoped<X>(); }")]
    [InlineData("a scoped service that counts", "class X { int n; readonly Dictionary<int, int> map = new(); public void M(int k) { Interlocked.Increment(ref n); map[k] = 1; } } static class S { static void R(IServiceCollection s) => s.AddScoped<X>(); }")]
    [InlineData("a hosted loop alone", "class X : BackgroundService { readonly Dictionary<int, int> map = new(); protected override async Task ExecuteAsync(CancellationToken t) { await Task.Yield(); Put(1); } void Put(int k) => map[k] = 1; }")]
    [InlineData("a hosted service that starts", "class X : IHostedService { readonly Dictionary<int, int> map = new(); public Task StartAsync(CancellationToken t) { map[1] = 2; return Task.CompletedTask; } public int M(int k) => map[k]; }")]
    [InlineData("a timer alone", "class X { readonly Timer t; readonly Dictionary<int, int> map = new(); public X() { t = new Timer(_ => Tick(), null, 0, 9); } void Tick() => map[1] = 2; }")]
    [InlineData("a timer that posts", "class X { readonly Timer t; readonly SynchronizationContext c; readonly Dictionary<int, int> map = new(); public X() { t = new Timer(_ => Tick(), null, 0, 9); } void Tick() => c.Post(_ => map[1] = 2, null); public int M(int k) => map[k]; }")]
    [InlineData("a task that is awaited", "class X { readonly Dictionary<int, int> map = new(); public async Task Load() { await Task.Run(Fill); } void Fill() => map[1] = 2; public int M(int k) => map[k]; }")]
    [InlineData("a task that is returned", "class X { readonly Dictionary<int, int> map = new(); public Task Load() => Task.Run(Fill); void Fill() => map[1] = 2; public int M(int k) => map[k]; }")]
    [InlineData("filled before what reads is started", "class X { readonly Dictionary<int, int> map = new(); public void Add(int k) => map[k] = 1; public void Start() { new Thread(Loop).Start(); } void Loop() { foreach (var p in map) { } } }")]
    [InlineData("an inbox and its loop", "class X { readonly ConcurrentQueue<int> inbox = new(); readonly Dictionary<int, int> map = new(); public void Post(int k) => inbox.Enqueue(k); public void Run() { while (inbox.TryDequeue(out var k)) map[k] = 1; } }")]
    [InlineData("a lock elsewhere", "class X { readonly object gate = new(); readonly Dictionary<int, int> map = new(); readonly List<int> l = []; public void Post(int k) { lock (gate) l.Add(k); } public void Use(int k) { map[k] = 1; } }")]
    [InlineData("a static count", "class X { static int made; readonly Dictionary<int, int> map = new(); public void M(int k) { Interlocked.Increment(ref made); map[k] = 1; } }")]
    [InlineData("a holder of a thread", "class X { [ThreadStatic] static X current; readonly Dictionary<int, int> map = new(); public void M(int k) { map[k] = 1; } }")]
    [InlineData("one of several, of which one is kept", "class X { public static readonly X Empty = new(); readonly Dictionary<int, int> map = new(); public void M(int k) => map[k] = 1; } class U { readonly X x = new(); }")]
    [InlineData("one of several, made in a method", "class X { public static readonly X Empty = new(); readonly Dictionary<int, int> map = new(); public void M(int k) => map[k] = 1; } class U { X Make() => new X(); }")]
    [InlineData("an actor", "class X : Akka.Actor.ActorBase { int n; readonly Dictionary<int, int> map = new(); public void M(int k) { Interlocked.Increment(ref n); map[k] = 1; } } namespace Akka.Actor { class ActorBase { } }")]
    [InlineData("a window", "class X : System.Windows.Forms.Control { static readonly Dictionary<int, int> map = new(); public void M(int k) { map[k] = 1; } } namespace System.Windows.Forms { class Control { } }")]
    [InlineData("a struct", "struct X { public static readonly X One = new(); readonly Dictionary<int, int> map; public void M(int k) { map[k] = 1; } }")]
    [InlineData("what DICT201 tells of a hosted loop", "class X : BackgroundService { readonly Dictionary<int, int> map = new(); protected override async Task ExecuteAsync(CancellationToken t) { await Task.Yield(); map[1] = 2; } public int M(int k) => map[k]; }")]
    [InlineData("what DICT201 tells of a timer", "class X { readonly Timer t; readonly Dictionary<int, int> map = new(); public X() { t = new Timer(_ => Scan(), null, 0, 9); } public int M(int k) => map[k]; void Scan() => Put(1); void Put(int k) => map.Add(k, 1); }")]
    [InlineData("what DICT201 tells of a task", "class X { readonly Dictionary<int, int> map = new(); public void Start() { _ = Task.Run(Fill); } void Fill() => map.Add(1, 2); public int M(int k) => map[k]; }")]
    [InlineData("what DICT201 tells of a static one", "class C { static readonly Dictionary<int, int> map = new(); static void Load(int k) => map.Add(k, 1); public static void Start() { _ = Task.Run(() => Load(1)); } public static int Get(int k) => map[k]; }")]
    [InlineData("the owner's lock", "class Owner { readonly List<Entry> entries = new(); public void Put(int i) { var e = entries[i]; lock (e) e.Put(i); } sealed class Entry { int n; readonly Dictionary<int, int> map = new(); public void Put(int k) { Interlocked.Increment(ref n); map[k] = 1; } } }")]
    public Task DoesNotReport_Fields(string _, string types) => Test(Spaces + types + Framework);

    [Theory]
    [InlineData("class X { public static readonly X One = new(); readonly Dictionary<int, int> map = new(); public void M(int k) => [|map.Add(k, 1)|]; }")]
    [InlineData("class X { readonly Dictionary<int, int> map = new(); public void M(int k) => [|map.Add(k, 1)|]; } static class H { static readonly Lazy<X> One = new(() => new X()); }")]
    [InlineData("class X(RequestDelegate next) { readonly Dictionary<string, int> map = new(); public Task Invoke(HttpContext c) { [|map[c.Path]|] = 1; return next(c); } }")]
    [InlineData("class X : BackgroundService { readonly Dictionary<int, int> map = new(); protected override async Task ExecuteAsync(CancellationToken t) { await Task.Yield(); foreach (var p in map) { } } public void M(int k) => [|map.Add(k, 1)|]; }")]
    [InlineData("class X { int n; readonly Dictionary<int, int> map = new(); public void M(int k) { Interlocked.Increment(ref n); [|map[k]|] = 1; } }")]
    [InlineData("class X { readonly object gate = new(); readonly List<int> l = []; readonly Dictionary<int, int> map = new(); public void M(int k) { lock (gate) l.Add(k); [|map[k]|] = 1; } }")]
    [InlineData("class X { readonly ConcurrentDictionary<int, int> all = new(); readonly Dictionary<int, int> map = new(); public void M(int k) { all[k] = 1; [|map[k]|] = 1; } }")]
    [InlineData("interface IX { IDictionary<int, int> Map { get; } } class X : IX { public IDictionary<int, int> Map { get; } = new Dictionary<int, int>(); } class U(IX x) { public void M(int k) => [|x.Map.Add(k, 1)|]; } static class S { static void R(IServiceCollection s) => s.AddSingleton<IX, X>(); }")]
    [InlineData("class X { readonly Dictionary<int, int> map = new(); public Dictionary<int, int> Map => map; } class U { readonly X x; U(X x) => this.x = x; public void M(int k) { [|x.Map[k]|] = 1; x.Map.Remove(2); } } static class S { static void R(IServiceCollection s) => s.AddSingleton<X>(); }")]
    [InlineData("class X { public Dictionary<int, int> Map { get; } = new(); } static class U { public static void Keep(this X x, int k) => [|x.Map.Add(k, 1)|]; } static class S { static void R(IServiceCollection s) => s.AddSingleton<X>(); }")]
    [InlineData("abstract class B { readonly Dictionary<int, int> map = new(); public void M(int k) => [|map.Add(k, 1)|]; } class X : B { } static class S { static void R(IServiceCollection s) => s.AddSingleton<X>(); }")]
    [InlineData("class Owner { readonly List<Entry> entries = new(); public void Put(int i) { var e = entries[i]; lock (e) e.Put(i); } public void Set(int i) => entries[i].Put(i); sealed class Entry { int n; readonly Dictionary<int, int> map = new(); public void Put(int k) { Interlocked.Increment(ref n); [|map[k]|] = 1; } } }")]
    [InlineData("class Owner { readonly List<IEntry> entries = new(); public void Put(int i) { var e = entries[i]; lock (e) e.Put(i); } interface IEntry { void Put(int k); } sealed class Entry : IEntry { int n; readonly Dictionary<int, int> map = new(); public void Put(int k) { Interlocked.Increment(ref n); [|map[k]|] = 1; } } }")]
    public Task Reports_Fields(string types) => Test(Spaces + types + Framework);

    [Theory]
    [InlineData("class X { readonly Dictionary<int, int> map = new(); public void M(int k) => [|map.Add(k, 1)|]; } static class U { static void R(int[] a) { var x = new X(); Parallel.ForEach(a, i => x.M(i)); } }")]
    [InlineData("class X { readonly Dictionary<int, int> map = new(); public void M(int k) => [|map.Add(k, 1)|]; } static class U { static void R(int[] a, X x) => Parallel.ForEach(a, x.M); }")]
    [InlineData("class X { readonly Dictionary<int, int> map = new(); public void M(int k) => [|map.Add(k, 1)|]; } static class U { static void R(int[] a, X x) { foreach (var i in a) Task.Run(() => x.M(i)); } }")]
    [InlineData("class X { readonly Dictionary<int, int> map = new(); public X With(int k) { Put(k); return this; } void Put(int k) => [|map.Add(k, 1)|]; } static class U { static void R(int[] a, X x) => a.AsParallel().ForAll(i => x.With(i)); }")]
    [InlineData("class J { readonly Dictionary<int, int> all; public J(Dictionary<int, int> all) => this.all = all; public void Go() => [|all.Add(1, 1)|]; } static class U { static void R(int[] a) { var all = new Dictionary<int, int>(); foreach (var i in a) { var j = new J(all); Task.Run(j.Go); } } }")]
    [InlineData("class X { public Dictionary<int, int> Map { get; } = new(); } abstract class B { public abstract void Go(X x); } class D : B { public override void Go(X x) { [|x.Map[1]|] = 2; } } static class U { static async Task R(B[] all) { var x = new X(); await Task.WhenAll(all.Select(b => Task.Run(() => b.Go(x)))); } }")]
    [InlineData("class X { readonly Dictionary<int, int> map = new(); public async Task M(int k) { await Task.Yield(); [|map.Add(k, 1)|]; } } static class U { static async Task R(X x) { var a = x.M(1); var b = x.M(2); await Task.WhenAll(a, b); } }")]
    [InlineData("class X { readonly Dictionary<int, int> map = new(); public async Task M(int k) { await Task.Yield(); [|map.Add(k, 1)|]; } } static class U { static async Task R(int[] a, X x) => await Task.WhenAll(a.Select(i => x.M(i))); }")]
    [InlineData("class X { readonly Dictionary<int, int> map = new(); public async Task M(int k) { await Task.Yield(); [|map.Add(k, 1)|]; } } static class U { static async Task R(int[] a, X x) { var all = new List<Task>(); foreach (var i in a) all.Add(x.M(i)); await Task.WhenAll(all); } }")]
    [InlineData("class X { readonly Dictionary<int, int> map = new(); public void M(int k) => [|map.Add(k, 1)|]; } class O { readonly X x = new(); void Go(int i) => x.M(i); public void R(int[] a) => Parallel.ForEach(a, Go); }")]
    [InlineData("class X { readonly Dictionary<int, int> map = new(); public void M(int k) => [|map.Add(k, 1)|]; public void Drop(int k) => map.Remove(k); } class O { readonly X x; public O() { x = new X(); _ = Task.Run(Loop); } async Task Loop() { while (true) { await Task.Delay(1); x.Drop(1); } } public void Put(int k) => x.M(k); }")]
    [InlineData("class X { readonly Dictionary<int, int> map = new(); public void M(int k) => [|map.Add(k, 1)|]; } class O { readonly X x = new(); public void Put(int k) => x.M(k); } static class S { static void R(IServiceCollection s) => s.AddSingleton<O>(); }")]
    [InlineData("class X { readonly Dictionary<int, int> map = new(); public void M(int k) => [|map.Add(k, 1)|]; } class O { readonly X x; public O() { x = new X(); } public void Put(int k) => Keep(k); void Keep(int k) { x.M(k); } } static class S { static void R(IServiceCollection s) => s.AddSingleton<O>(); }")]
    [InlineData("class One<T> where T : new() { static T one; public static T Get() => one ??= new T(); } class X : One<X> { readonly Dictionary<int, int> map = new(); public void M(int k) => [|map.Add(k, 1)|]; }")]
    public Task Reports_ObjectsThatOthersShare(string types) => Test(Spaces + types + Framework);

    [Theory]
    [InlineData("a captured object of each run", "class X { readonly Dictionary<int, int> map = new(); public void M(int k) => map.Add(k, 1); } static class U { static void R(int[] a) => Parallel.ForEach(a, i => { var x = new X(); x.M(i); }); }")]
    [InlineData("a captured object of each round", "class X { readonly Dictionary<int, int> map = new(); public void M(int k) => map.Add(k, 1); } static class U { static void R(int[] a) { foreach (var i in a) { var x = new X(); Task.Run(() => x.M(i)); } } }")]
    [InlineData("an element", "class X { readonly Dictionary<int, int> map = new(); public void M(int k) => map.Add(k, 1); } static class U { static void R(X[] a) { Parallel.ForEach(a, x => x.M(1)); Parallel.For(0, 9, i => a[i].M(i)); foreach (var x in a) Task.Run(() => x.M(1)); } }")]
    [InlineData("a captured object under a lock", "class X { readonly Dictionary<int, int> map = new(); public void M(int k) => map.Add(k, 1); } static class U { static void R(int[] a, X x) => Parallel.ForEach(a, i => { lock (x) x.M(i); }); }")]
    [InlineData("a captured object of one thread", "class X { readonly Dictionary<int, int> map = new(); public void M(int k) => map.Add(k, 1); } static class U { static async Task R(X x) { await Task.Run(() => x.M(1)); x.M(2); } static void Q(int[] a, X x) => Parallel.ForEach(a, new ParallelOptions { MaxDegreeOfParallelism = 1 }, i => x.M(i)); }")]
    [InlineData("a captured object that other code has", "class X { readonly Dictionary<int, int> map = new(); public void M(int k) => map.Add(k, 1); } static class U { static void R(int[] a, X x) { Parallel.ForEach(a, i => Console.WriteLine(i)); x.M(1); } }")]
    [InlineData("one call after the other", "class X { readonly Dictionary<int, int> map = new(); public async Task M(int k) { await Task.Yield(); map.Add(k, 1); } } static class U { static async Task R(int[] a, X x) { await x.M(1); foreach (var i in a) await x.M(i); await Task.Run(() => x.M(9)); await Task.WhenAll(x.M(3)); } }")]
    [InlineData("before the first await", "class X { readonly Dictionary<int, int> map = new(); public async Task M(int k) { map.Add(k, 1); await Task.Yield(); } } static class U { static async Task R(int[] a, X x) => await Task.WhenAll(a.Select(i => x.M(i))); }")]
    [InlineData("jobs with a map each", "class J { readonly Dictionary<int, int> own; public J(Dictionary<int, int> own) => this.own = own; public void Go() => own.Add(1, 1); } static class U { static void R(int[] a) { foreach (var i in a) { var own = new Dictionary<int, int>(); var j = new J(own); Task.Run(j.Go); } } }")]
    [InlineData("a part under the lock of the whole", "class X { readonly Dictionary<int, int> map = new(); public void M(int k) => map.Add(k, 1); } class O { readonly X x = new(); public void Put(int k) { lock (x) x.M(k); } } static class S { static void R(IServiceCollection s) => s.AddSingleton<O>(); }")]
    [InlineData("a part that the constructor fills", "class X { readonly Dictionary<int, int> map = new(); public void M(int k) => map.Add(k, 1); } class O { readonly X x = new(); public O() { x.M(1); } public object Get() => x; } static class S { static void R(IServiceCollection s) => s.AddSingleton<O>(); }")]
    [InlineData("a part of a scoped service", "class X { readonly Dictionary<int, int> map = new(); public void M(int k) => map.Add(k, 1); } class O { readonly X x = new(); public void Put(int k) => x.M(k); } static class S { static void R(IServiceCollection s) => s.AddScoped<O>(); }")]
    [InlineData("a part of nobody known", "class X { readonly Dictionary<int, int> map = new(); public void M(int k) => map.Add(k, 1); } class O { readonly X x = new(); public void Put(int k) => x.M(k); }")]
    [InlineData("a part that only a loop has", "class X { readonly Dictionary<int, int> map = new(); public void M(int k) => map.Add(k, 1); } class O { readonly X x = new(); public O() { new Thread(Loop).Start(); } void Loop() { while (true) x.M(1); } public int Get() => 1; } static class S { static void R(IServiceCollection s) => s.AddSingleton<O>(); }")]
    [InlineData("a made part that is handed on", "class X { readonly Dictionary<int, int> map = new(); public void M(int k) => map.Add(k, 1); } class O { readonly X x = new(); public X Give() => x; } static class S { static void R(IServiceCollection s) => s.AddSingleton<O>(); }")]
    [InlineData("a part that is registered into", "class X { readonly Dictionary<int, string> map = new(); public void Set(int k, string v) => map[k] = v; } class O { readonly X x = new(); public void AddName(int k, string v) => x.Set(k, v); } static class S { static void R(IServiceCollection s) => s.AddSingleton<O>(); }")]
    [InlineData("a part under a lock that nobody can read", "class X { readonly Dictionary<int, int> map = new(); public void M(int k) => map.Add(k, 1); } class O { readonly X x = new(); readonly Baton b = new(); public void Put(int k) { using (b.EnterLock()) x.M(k); } } class Baton { public IDisposable EnterLock() => null; } static class S { static void R(IServiceCollection s) => s.AddSingleton<O>(); }")]
    [InlineData("a call that means many", "interface I { void Go(); } class A : I { public void Go() { } } class B : I { public void Go() { } } class D : I { public void Go() { } } class X : I { readonly Dictionary<int, int> map = new(); public void Go() => map.Add(1, 1); } static class U { static void R(int[] a, I i) => Parallel.ForEach(a, k => i.Go()); }")]
    [InlineData("what describes itself", "class X { readonly Dictionary<int, int> map = new(); public X Map(int k, int v) { map[k] = v; return this; } } static class S { static void R(IServiceCollection s) => s.AddSingleton<X>(); }")]
    [InlineData("a base that keeps nothing", "class One<T> where T : new() { public T Get() => new T(); } class X : One<X> { readonly Dictionary<int, int> map = new(); public void M(int k) => map.Add(k, 1); }")]
    [InlineData("a base that keeps one for each thread", "class One<T> where T : new() { [ThreadStatic] static T one; public static T Get() => one ??= new T(); } class X : One<X> { readonly Dictionary<int, int> map = new(); public void M(int k) => map.Add(k, 1); }")]
    public Task DoesNotReport_ObjectsThatOthersDoNotShare(string _, string types) => Test(Spaces + types + Framework);

    [Fact]
    public async Task Message_OfAPartOfASingleton()
    {
        var test = For(Spaces + """
            class X { readonly Dictionary<int, int> map = new(); public void M(int k) => {|#0:map.Add(k, 1)|}; }
            class O { readonly X x = new(); public void Put(int k) => x.M(k); }
            static class S { static void R(IServiceCollection s) => s.AddSingleton<O>(); }
            """ + Framework);
        test.ExpectedDiagnostics.Add(new DiagnosticResult("DICT202", DiagnosticSeverity.Info).WithLocation(0).WithMessage(
            "'map.Add(k, 1)' writes 'map' without a lock, and all threads have the 'O' that keeps the 'X' in 'x': two threads that write it at once lose entries or corrupt it, and those that read it meanwhile can throw, miss entries or never return"));
        await test.RunAsync();
    }

    [Fact]
    public async Task Message_OfACapturedObject()
    {
        var test = For(Spaces + """
            class X { readonly Dictionary<int, int> map = new(); public void M(int k) => {|#0:map.Add(k, 1)|}; }
            static class U { static void R(int[] a) { var x = new X(); Parallel.ForEach(a, i => x.M(i)); } }
            """ + Framework);
        test.ExpectedDiagnostics.Add(new DiagnosticResult("DICT202", DiagnosticSeverity.Info).WithLocation(0).WithMessage(
            "'map.Add(k, 1)' writes 'map' without a lock, and 'U.R' runs code on several threads at once that comes to it: two threads that write it at once lose entries or corrupt it, and those that read it meanwhile can throw, miss entries or never return"));
        await test.RunAsync();
    }

    [Fact]
    public Task Option_NamesAttributes()
    {
        var test = For("""
            class OnlyOneAttribute : Attribute { }
            [OnlyOne] class X { readonly Dictionary<int, int> map = new(); public void M(int k) => [|map.Add(k, 1)|]; }
            class Y { readonly Dictionary<int, int> map = new(); public void M(int k) => map.Add(k, 1); }
            """);
        test.Extra.GlobalOptions["dictionary_analyzers.singleton_attributes"] = "OnlyOneAttribute";
        return test.RunAsync();
    }

    [Fact]
    public async Task Message_OfAFieldOfASingleton()
    {
        var test = For(Singleton("public void M(int k) { {|#0:map.Add(k, 1)|}; }"));
        test.ExpectedDiagnostics.Add(new DiagnosticResult("DICT202", DiagnosticSeverity.Info).WithLocation(0).WithMessage(
            "'map.Add(k, 1)' writes 'map' without a lock, and 'X' is registered as a singleton: two threads that write it at once lose entries or corrupt it, and those that read it meanwhile can throw, miss entries or never return"));
        await test.RunAsync();
    }

    [Fact]
    public async Task Reports_InTheFileThatWrites()
    {
        var test = For("public static class C { internal static readonly Dictionary<int, int> Map = new(); }");
        test.TestState.Sources.Add(("D.cs", "class D { public void M(int k) => [|C.Map.Add(k, 1)|]; }"));
        test.TestState.Sources.Add(("E.cs", "class E { public int M(int k) => C.Map[k]; public void N(int k) => C.Map.Remove(k); }"));
        await test.RunAsync();
    }

    private static string Singleton(string members) => Spaces + $$"""
        class X : IDisposable { readonly Dictionary<int, int> map = new(); {{members}} {{(members.Contains("Dispose()") ? "" : "void IDisposable.Dispose() { }")}} }
        static class S { static void R(IServiceCollection s) => s.AddSingleton<X>(); }
        """ + Framework;
}
