using System.Threading.Tasks;
using DictionaryAnalyzers.Rules.Sharing;
using DictionaryAnalyzers.Testing;
using Microsoft.CodeAnalysis;
using Xunit;

namespace DictionaryAnalyzers.Tests.Rules.Sharing;

public partial class DICT202SharedWriteTests
{
    private const string Usings = """
        #nullable disable
        using System;
        using System.Collections;
        using System.Collections.Concurrent;
        using System.Collections.Generic;
        using System.Collections.Immutable;
        using System.Collections.Specialized;
        using System.Linq;
        using System.Runtime.CompilerServices;
        using System.Threading;
        using System.Threading.Tasks;

        """;

    [Theory]
    [InlineData("[|map[k]|] = 1;")]
    [InlineData("[|map[k]|]++;")]
    [InlineData("[|map[k]|] += 2;")]
    [InlineData("[|map.Add(k, 1)|];")]
    [InlineData("[|map.TryAdd(k, 1)|];")]
    [InlineData("[|map.Remove(k)|];")]
    [InlineData("[|map.Remove(k, out _)|];")]
    [InlineData("[|map.Clear()|];")]
    [InlineData("map?[|.Clear()|];")]
    [InlineData("var same = map; [|same.Add(k, 1)|];")]
    [InlineData("if (!map.TryGetValue(k, out var v)) [|map[k]|] = v = 2;")]
    [InlineData("if (!map.ContainsKey(k)) { [|map.Add(k, 1)|]; } else { map[k]++; }")]
    [InlineData("([|map[k + 1]|], _) = (1, 2);")]
    [InlineData("[|System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(map, k, out _)|]++;")]
    [InlineData("new List<int> { 1 }.ForEach(x => [|map[x]|] = k);")]
    [InlineData("F(); void F() { [|map[k]|] = 1; }")]
    [InlineData("[|Put(map, k)|]; static void Put(IDictionary<int, int> d, int key) => d[key] = 1;")]
    [InlineData("[|Helper.Bump(map, k)|];")]
    [InlineData("[|map.Bump(k)|];")]
    [InlineData("[|map.BumpTwice(k)|];")]
    [InlineData("lock (new object()) { [|map[k]|] = 1; }")]
    [InlineData("map = new(); [|map[k]|] = 1;")]
    public Task Reports_AStaticField(string statements) => Test(Static(statements));

    [Theory]
    [InlineData("Dictionary<int, int> map = new();")]
    [InlineData("readonly Dictionary<int, int> map = new();")]
    [InlineData("volatile Dictionary<int, int> map = new();")]
    [InlineData("readonly IDictionary<int, int> map = new Dictionary<int, int>();")]
    [InlineData("readonly SortedDictionary<int, int> map = new();")]
    [InlineData("readonly SortedList<int, int> map = new();")]
    [InlineData("readonly OrderedDictionary<int, int> map = new();")]
    [InlineData("Dictionary<int, int> map { get; } = new();")]
    [InlineData("Dictionary<int, int> map { get; set; } = new();")]
    [InlineData("readonly Hashtable map = new Hashtable();")]
    [InlineData("readonly Own map = new();")]
    public Task Reports_EachKindOfDictionary(string declaration) => Test($$"""
        public class C { private static {{declaration}} public static void M(int k) { [|map[k]|] = 1; } }
        public class Own : Dictionary<int, int> { }
        """);

    [Theory]
    [InlineData("static class C { static readonly HashSet<int> set = []; public static bool M(int k) => [|set.Add(k)|]; }")]
    [InlineData("static class C { static readonly ISet<int> set = new HashSet<int>(); public static bool M(int k) => [|set.Add(k)|]; }")]
    [InlineData("struct S { static readonly Dictionary<int, int> map = new(); public void M(int k) => [|map.Add(k, 1)|]; }")]
    [InlineData("record R(int K) { static readonly Dictionary<int, int> map = new(); public void M() => [|map.Add(K, 1)|]; }")]
    [InlineData("class C<T> { static readonly Dictionary<int, T> map = new(); public void M(int k, T t) => [|map.Add(k, t)|]; }")]
    [InlineData("class C { static readonly Dictionary<int, int> map = new(); public C(int k) { [|map.Add(k, 1)|]; } }")]
    [InlineData("class C { static readonly Dictionary<int, int> map = new(); public int this[int k] { get => map[k]; set => [|map[k]|] = value; } }")]
    [InlineData("class C { static readonly Dictionary<int, int> map = new(); public async Task M(int k) { await Task.Yield(); [|map[k]|] = 1; } }")]
    [InlineData("class C { static readonly Dictionary<int, int> map = new(); public static void M(int k) => Put(k); static void Put(int k) => [|map.Add(k, 1)|]; static C() { Put(1); } }")]
    [InlineData("class C { static readonly Dictionary<int, int> map = new(); static C() { map[0] = 1; } public static void M(int k) => [|map.Remove(k)|]; }")]
    [InlineData("class C { static readonly Dictionary<int, int> map = new() { [1] = 2 }; public static void M(int k) { lock (map) { map[1] = 1; } [|map.Remove(k)|]; } }")]
    [InlineData("partial class C { static readonly Dictionary<int, int> map = new(); public static int M(int k) => map[k]; } partial class C { public static void N(int k) => [|map.Add(k, 1)|]; }")]
    [InlineData("class C { class Cache { public static readonly Dictionary<int, int> Map = new(); } public static void M(int k) => [|Cache.Map.Add(k, 1)|]; }")]
    [InlineData("class C { internal static readonly Dictionary<int, int> Map = new(); } class D { public void M(int k) { if (!C.Map.ContainsKey(k)) [|C.Map.Add(k, 1)|]; } }")]
    [InlineData("class C { internal static readonly Dictionary<int, int> Map = new(); } class D { public void M(int k) => [|C.Map.Add(k, 1)|]; } class E { public void M(int k) => C.Map.Remove(k); }")]
    [InlineData("class C { static readonly Dictionary<int, int> map = new(); public static IDictionary<int, int> Map => map; } class D { public void M(int k) => [|C.Map.Add(k, 1)|]; }")]
    [InlineData("class C { static readonly Dictionary<int, int> map = new(); readonly object gate = new(); public void M(int k) { lock (gate) [|map[k]|] = 1; } public void N(int k) { lock (gate) map.Remove(k); } }")]
    [InlineData("class C { static readonly Dictionary<int, int> map = new(); static readonly ConcurrentDictionary<int, object> gates = new(); public static int M(int k) { lock (gates.GetOrAdd(k, _ => new object())) { if (!map.TryGetValue(k, out var v)) [|map.Add(k, v = 1)|]; return v; } } }")]
    [InlineData("static class C { static readonly Dictionary<int, int> map = new(); public static void Start() => AppDomain.CurrentDomain.AssemblyResolve += (_, a) => { Note(a.Name.Length); return null; }; static void Note(int k) { [|map[k]|] = k * 2; } }")]
    public Task Reports_StaticDictionaries(string types) => Test(types);

    [Theory]
    [InlineData("lock (gate) { map[k] = 1; }")]
    [InlineData("lock (typeof(C)) { map[k] = 1; }")]
    [InlineData("lock (((ICollection)map).SyncRoot) { map[k] = 1; }")]
    [InlineData("Monitor.Enter(gate); try { map[k] = 1; } finally { Monitor.Exit(gate); }")]
    [InlineData("one.Wait(); try { map[k] = 1; } finally { one.Release(); }")]
    [InlineData("using (thin.EnterScope()) map[k] = 1;")]
    [InlineData("lock (gate) Put(k); static void Put(int key) { map[key] = 1; }")]
    [InlineData("lock (gate) { Helper.Bump(map, k); }")]
    [InlineData("Helper.BumpLocked(map, k);")]
    [InlineData("Helper.Look(map, k);")]
    [InlineData("var n = map.Count; foreach (var p in map) { }")]
    [InlineData("if (map.TryGetValue(k, out var v)) { }")]
    [InlineData("map = new Dictionary<int, int>();")]
    [InlineData("var copy = new Dictionary<int, int>(map) { [k] = 1 }; copy.Add(2, 3); map = copy;")]
    [InlineData("var old = Interlocked.Exchange(ref map, new()); old.Clear();")]
    [InlineData("var own = new Dictionary<int, int>(); own[k] = 1; map = own;")]
    [InlineData("var s = nameof(map);")]
    public Task DoesNotReport_InAMethod(string statements) => Test(Static(statements));

    [Theory]
    [InlineData("an initializer", "class C { static readonly Dictionary<int, int> map = new() { { 1, 2 }, { 2, 3 } }; public static int M(int k) => map[k]; }")]
    [InlineData("a static constructor", "class C { static readonly Dictionary<int, int> map = new(); static C() { map.Add(1, 2); } public static int M(int k) => map[k]; }")]
    [InlineData("its helper", "class C { static readonly Dictionary<int, int> map = new(); static C() { foreach (var x in new[] { 1 }) Put(x); } static void Put(int x) => map.Add(x, x); public static int M(int k) => map[k]; }")]
    [InlineData("an initializer's helper", "class C { static readonly Dictionary<int, int> map = Make(); static Dictionary<int, int> Make() { var made = new Dictionary<int, int>(); made[1] = 2; return made; } public static int M(int k) => map[k]; }")]
    [InlineData("a module initializer", "class C { static readonly Dictionary<int, int> map = new(); [ModuleInitializer] internal static void Init() => map.Add(1, 2); public static int M(int k) => map[k]; }")]
    [InlineData("a lazy factory", "class C { static readonly Dictionary<int, int> map = new(); static readonly Lazy<int> filled = new(() => { map[1] = 2; return 1; }); public static int M(int k) => map[filled.Value + k]; }")]
    [InlineData("a thread's own", "class C { [ThreadStatic] static Dictionary<int, int> map; public static void M(int k) { map ??= new(); map[k] = 1; } }")]
    [InlineData("a thread's local", "class C { static readonly ThreadLocal<Dictionary<int, int>> map = new(() => new()); public static void M(int k) { map.Value[k] = 1; } }")]
    [InlineData("a flow's own", "class C { static readonly AsyncLocal<Dictionary<int, int>> map = new(); public static void M(int k) { map.Value[k] = 1; } }")]
    [InlineData("a concurrent one", "class C { static readonly ConcurrentDictionary<int, int> map = new(); public static void M(int k) { map[k] = 1; } }")]
    [InlineData("a concurrent one behind an interface", "class C { static readonly IDictionary<int, int> map = new ConcurrentDictionary<int, int>(); public static void M(int k) { map[k] = 1; } }")]
    [InlineData("who knows what behind an interface", "class C { static readonly IDictionary<int, int> map = Factory(); static IDictionary<int, int> Factory() => null; public static void M(int k) { map[k] = 1; } }")]
    [InlineData("an interface that others can set", "public class C { public static IDictionary<int, int> Map = new Dictionary<int, int>(); public static void M(int k) { Map[k] = 1; } }")]
    [InlineData("an immutable one", "class C { static ImmutableDictionary<int, int> map = ImmutableDictionary<int, int>.Empty; public static void M(int k) { map = map.Add(k, 1); ImmutableInterlocked.Update(ref map, (m, x) => m.SetItem(x, x), k); } }")]
    [InlineData("a synchronized one", "class C { static readonly Hashtable map = Hashtable.Synchronized(new Hashtable()); public static void M(int k) { map[k] = 1; } }")]
    [InlineData("a list", "class C { static readonly List<int> list = new(); public static void M(int k) { list.Add(k); list[0] = 1; } }")]
    [InlineData("one that locks itself", "class Own : Dictionary<int, int> { readonly object gate = new(); public new void Add(int k, int v) { lock (gate) base.Add(k, v); } } class C { static readonly Own map = new(); public static void M(int k) { map.Add(k, 1); map[k] = 2; } }")]
    [InlineData("a synchronized method", "class C { static readonly Dictionary<int, int> map = new(); [MethodImpl(MethodImplOptions.Synchronized)] public static void M(int k) { map[k] = 1; } }")]
    [InlineData("helpers whose callers lock", "class C { static readonly object gate = new(); static readonly Dictionary<int, int> map = new(); public static void M(int k) { lock (gate) Put(k); } public static void N() { lock (gate) Put(1); } static void Put(int k) { map[k] = 1; } }")]
    [InlineData("a habit of locking, of which another rule tells", "class C { static readonly object gate = new(); static readonly Dictionary<int, int> map = new(); public static void M(int k) { lock (gate) map[k] = 1; } public static int N(int k) { lock (gate) return map[k]; } public static void Clear() => map.Clear(); }")]
    [InlineData("a method nobody calls", "class C { static readonly Dictionary<int, int> map = new(); static void Put(int k) { map[k] = 1; } public static int M(int k) => map[k]; }")]
    [InlineData("a lambda that who knows who runs", "class C { static readonly Dictionary<int, int> map = new(); public static Action M(int k) => () => map[k] = 1; }")]
    [InlineData("a lambda that is posted to a thread", "class C { static readonly Dictionary<int, int> map = new(); public static void M(int k, SynchronizationContext c) => c.Post(_ => map[k] = 1, null); }")]
    [InlineData("values of the table", "class C { static readonly Dictionary<int, List<int>> map = new() { [1] = [] }; public static void M(int k) { map[k].Add(1); } }")]
    [InlineData("a field that is only read", "class C { static readonly Dictionary<int, int> map = new(); public static int M(int k) => map[k]; public static bool N(int k) => map.ContainsKey(k); }")]
    [InlineData("an instance of no shared type", "class C { readonly Dictionary<int, int> map = new(); public void M(int k) => map[k] = 1; }")]
    [InlineData("code that does not compile", "class C { static readonly Dictionary<int, {|CS0246:Missing|}> map = new(); public static void M(int k) { } }")]
    [InlineData("the lock of the only object", "class C { static readonly C One = new(); static readonly Dictionary<int, int> map = new(); readonly object gate = new(); C() { } public void M(int k) { lock (gate) map[k] = 1; } public void N(int k) { lock (gate) map.Remove(k); } }")]
    [InlineData("a lock for one element", "class C { static readonly Dictionary<int, int> map = new(); static readonly object[] gates = [new()]; public static void M(int k) { lock (gates[0]) map[k] = 1; } }")]
    public Task DoesNotReport(string _, string types) => Test(types);

    [Fact]
    public Task DoesNotReport_WhatConfiguresAContainer() => Test("""
        namespace Microsoft.Extensions.DependencyInjection { public interface IServiceCollection { } }
        static class C
        {
            static readonly Dictionary<string, Type> map = new();
            public static void AddThing(this Microsoft.Extensions.DependencyInjection.IServiceCollection services, string name) { map[name] = typeof(C); Put(name); }
            static void Put(string name) => map.Remove(name);
            public static Type Get(string name) => map[name];
        }
        """);

    [Theory]
    [InlineData("C.M(1); static class C { static readonly Dictionary<int, int> map = new(); public static void M(int k) => map[k] = 1; }")]
    [InlineData("await C.M(1); static class C { static readonly Dictionary<int, int> map = new(); public static async Task M(int k) { await Task.Delay(1); map[k] = 1; } }")]
    [InlineData("C.Init(); await Task.Run(() => C.Get(1)); static class C { static readonly Dictionary<int, int> map = new(); internal static void Init() => Put(1); static void Put(int k) => map[k] = 1; public static int Get(int k) => map[k]; }")]
    [InlineData("var map = new Dictionary<int, int>(); map[1] = 2; await Task.WhenAll(Task.Delay(1));")]
    public Task DoesNotReport_ProgramsOfOneThread(string program) => Test(program);

    [Fact]
    public Task Reports_InProgramsOfSeveralThreads() => Test("""
        Parallel.For(0, 9, x => C.M(x));
        static class C { static readonly Dictionary<int, int> map = new(); public static void M(int k) => [|map[k]|] = 1; }
        """);

    [Theory]
    [InlineData("class C { static readonly Dictionary<int, int> map = new(); public static void M(int k) => map[k] = 1; }")]
    public Task Tests_AreOnlyWhatTheyStart(string types)
    {
        var test = For(types);
        test.TestState.AdditionalReferences.Add(typeof(FactAttribute).Assembly);
        return test.RunAsync();
    }

    [Theory]
    [InlineData("public static void M(int k, int v) => {|#0:map.Add(k, v)|};")]
    [InlineData("public static void M(int k, int v) => {|#0:map[k]|} = v;")]
    [InlineData("public static bool M(int k, int v) => {|#0:map.TryAdd(k, v)|};")]
    [InlineData("public static void M(KeyValuePair<int, int> p) { if (!map.ContainsKey(p.Key)) {|#0:map.Add(p.Key, p.Value)|}; }")]
    [InlineData("public static void M(int k) { {|#0:map.Remove(k)|}; }")]
    [InlineData("public static void Reset() => {|#0:map.Clear()|};")]
    [InlineData("public static int P { set { {|#0:map[1]|} = value * 2; } }")]
    [InlineData("public static int RegisterAll(int k) { {|#0:map[k]|} = Make(k); return k; } static int Make(int k) => k;")]
    [InlineData("public static void Load() { foreach (var x in new[] { 1 }) {|#0:map.Add(x, x)|}; }")]
    public Task Info_WhereItIsARegistration(string members) => Leveled(members, DiagnosticSeverity.Info);

    [Theory]
    [InlineData("public static int M(int k) { if (!map.TryGetValue(k, out var v)) {|#0:map.Add(k, v = k * 2)|}; return v; }")]
    [InlineData("public static int M(int k, int d) { if (map.TryGetValue(k, out var v)) return v; {|#0:map[k]|} = d; return d; }")]
    [InlineData("public static void M(int k) { {|#0:map[k]|} = Compute(k); } static int Compute(int k) => k;")]
    [InlineData("public static void M(int k) { var v = Compute(k); {|#0:map.Add(k, v)|}; } static int Compute(int k) => k;")]
    [InlineData("public static void M(int k) { map.TryGetValue(k, out var n); {|#0:map[k]|} = n + 1; }")]
    [InlineData("public static void M(int k) { {|#0:map[k]|}++; }")]
    [InlineData("public static async Task<int> M(int k, int v) { await Task.Yield(); {|#0:map[k]|} = v; return v; }")]
    [InlineData("public static int Address(int k) { {|#0:map[k]|} = k * 2; return k; }")]
    [InlineData("public static void M(int k, int v) => map.Add(k, v); public static void N(int k) => {|#0:map[k]|} += 1;")]
    [InlineData("public static void M(int k, int v) { if ({|#0:map.Remove(k)|}) Console.WriteLine(); }")]
    public Task Warning_WhereItIsComputed(string members) => Leveled(members, DiagnosticSeverity.Warning);

    private static Task Leveled(string members, DiagnosticSeverity level)
    {
        var test = For($"public static class C {{ static readonly Dictionary<int, int> map = new(); {members} }}");
        test.ExpectedDiagnostics.Add(new DiagnosticResult("DICT202", level).WithLocation(0).WithOptions(DiagnosticOptions.IgnoreAdditionalLocations));
        return test.RunAsync();
    }

    [Fact]
    public Task Message_OfAStaticField()
    {
        var test = For("""
            static class C
            {
                static readonly Dictionary<int, int> map = new();
                public static int M(int k)
                {
                    if (!{|#1:map.TryGetValue(k, out var v)|})
                        {|#0:map[k]|} = v = 2;
                    foreach (var p in {|#2:map|}) { }
                    return v;
                }
            }
            """);
        test.ExpectedDiagnostics.Add(new DiagnosticResult("DICT202", DiagnosticSeverity.Warning).WithLocation(0).WithLocation(1).WithLocation(2).WithMessage(
            "'map[k] = v = 2' writes 'map' without a lock, and it is static, so that all threads have the one of 'C': two threads that write it at once lose entries or corrupt it, and those that read it meanwhile can throw, miss entries or never return"));
        return test.RunAsync();
    }

    private static string Static(string statements) => $$"""
        public class C
        {
            private static readonly object gate = new();
            private static readonly Lock thin = new();
            private static readonly SemaphoreSlim one = new(1, 1);
            private static Dictionary<int, int> map = new();
            public static void M(int k) { {{statements}} }
        }
        public static class Helper
        {
            public static void Bump(this IDictionary<int, int> d, int k) => d[k] = 1;
            public static void BumpTwice(this IDictionary<int, int> d, int k) { d.Bump(k); d.Bump(k); }
            public static void BumpLocked(IDictionary<int, int> d, int k) { lock (d) d[k] = 1; }
            public static void Look(IDictionary<int, int> d, int k) => d.ContainsKey(k);
        }
        """;

    private static Task Test(string source) => For(source).RunAsync();

    private static CSharpAnalyzerTest<DICT202SharedWriteAnalyzer, DefaultVerifier> For(string source) => new() { TestCode = Usings + source };
}
