using System.Threading.Tasks;
using DictionaryAnalyzers.Rules.Sharing;
using DictionaryAnalyzers.Testing;
using Microsoft.CodeAnalysis;
using Xunit;

namespace DictionaryAnalyzers.Tests.Rules.Sharing;

public class DICT209CheckAcrossAwaitTests
{
    [Theory]
    [InlineData("if (!map.ContainsKey(k)) { var v = await Load(k); [|map.Add(k, v)|]; }")]
    [InlineData("if (!map.ContainsKey(k)) { var v = await Load(k); [|map[k] = v|]; }")]
    [InlineData("if (!map.ContainsKey(k)) { var v = await Load(k); [|map.TryAdd(k, v)|]; }")]
    [InlineData("if (!map.ContainsKey(k)) [|map[k] = await Load(k)|];")]
    [InlineData("if (!map.ContainsKey(k)) [|map.Add(k, await Load(k))|];")]
    [InlineData("if (map.ContainsKey(k)) return map[k]; var v = await Load(k); [|map.Add(k, v)|]; return v;")]
    [InlineData("if (map.TryGetValue(k, out var found)) return found; var v = await Load(k).ConfigureAwait(false); [|map[k] = v|]; return v;")]
    [InlineData("if (!map.TryGetValue(k, out var v)) { v = await Load(k); [|map[k] = v|]; } return v;")]
    [InlineData("if (!map.TryGetValue(k, out var v)) { [|map[k] = v = await Load(k)|]; } return v;")]
    [InlineData("var v = map.GetValueOrDefault(k); if (v == null) { v = await Load(k); [|map[k] = v|]; } return v;")]
    [InlineData("if (map.ContainsKey(k) == false) { await Task.Delay(1); [|map.Add(k, null)|]; }")]
    [InlineData("if (map.ContainsKey(k)) { } else { await Task.Yield(); [|map.Add(k, null)|]; }")]
    [InlineData("var has = map.ContainsKey(k); if (!has) { await Task.Yield(); [|map.Add(k, null)|]; }")]
    [InlineData("await Task.Yield(); if (!map.ContainsKey(k)) { await Task.Yield(); [|map.Add(k, null)|]; }")]
    [InlineData("var known = map; if (!known.ContainsKey(k)) { await Task.Yield(); [|map.Add(k, null)|]; }")]
    [InlineData("if (!map.ContainsKey(k)) { lock (gate) { } await Task.Yield(); [|map.Add(k, null)|]; }")]
    [InlineData("lock (gate) { if (map.ContainsKey(k)) return null; } var v = await Load(k); lock (gate) { [|map.Add(k, v)|]; } return v;")]
    [InlineData("foreach (var key in new[] { k }) { if (!map.ContainsKey(key)) [|map[key] = await Load(key)|]; }")]

    // Other ways to wait.
    [InlineData("if (map.ContainsKey(k)) return null; var n = 0; await foreach (var x in Numbers()) n += x; [|map.Add(k, n)|];")]
    [InlineData("if (map.ContainsKey(k)) return null; await using (var r = new Resource()) { } [|map.Add(k, null)|];")]
    [InlineData("if (map.ContainsKey(k)) return null; await using (new Resource()) { } [|map[k] = new object()|];")]
    public Task Reports_OfStaticFields(string statements) => Verify(Method(statements));

    [Theory]
    [InlineData("""class C { static readonly Dictionary<int, object> map = new(); static async Task<object> Get(int k) { if (map.TryGetValue(k, out var v)) return v; v = await Task.FromResult(new object()); [|map.Add(k, v)|]; return v; } }""")]
    [InlineData("""static class Holder { public static readonly Dictionary<int, object> Map = new(); } class C { async Task M(int k) { if (!Holder.Map.ContainsKey(k)) { await Task.Yield(); [|Holder.Map[k] = new object()|]; } } }""")]
    [InlineData("""class C { static IDictionary<int, object> map = new Dictionary<int, object>(); async Task M(int k) { if (!map.ContainsKey(k)) { await Task.Yield(); [|map[k] = new object()|]; } } }""")]
    [InlineData("""class C<T> { static Dictionary<T, object> Map { get; } = new(); async Task M(T k) { if (!Map.ContainsKey(k)) { await Task.Yield(); [|Map[k] = new object()|]; } } }""")]
    [InlineData("""class C { Dictionary<int, object> map = new(); public async Task M(int k) { if (!map.ContainsKey(k)) { await Task.Yield(); [|map.Add(k, null)|]; } } } static class Setup { static void Add(IServiceCollection services) => services.AddSingleton<C>(); }""")]
    [InlineData("""class C(string name) { Dictionary<int, object> map = new(); public async Task M(int k) { if (!map.ContainsKey(k)) { await Task.Yield(); [|map[k] = name|]; } } } static class Holder { public static readonly C Only = new(""); }""")]
    [InlineData("""class C { static readonly Dictionary<int, object> map = new(); public static Task Get(int k) => Core(k); static async Task Core(int k) { if (map.ContainsKey(k)) return; await Task.Yield(); [|map.Add(k, null)|]; } }""")]
    [InlineData("""class C { static readonly Dictionary<int, object> map = new(); public static async Task Get(int k) { var t = Core(k); await t; } static async Task Core(int k) { if (map.ContainsKey(k)) return; await Task.Yield(); [|map.Add(k, null)|]; } }""")]
    public Task Reports_Types(string types) => Verify(Types(types));

    // Where each half is locked, a value is lost at worst; 'Add' throws.
    [Theory]
    [InlineData("lock (gate) { if (map.ContainsKey(k)) return null; } var v = new List<object> { await Load(k) }; lock (gate) { {|#0:map[k] = v|}; } return v;", DiagnosticSeverity.Info)]
    [InlineData("lock (gate) { if (map.ContainsKey(k)) return null; } var v = await Load(k); lock (gate) { {|#0:map.Add(k, v)|}; } return v;", DiagnosticSeverity.Warning)]
    [InlineData("if (map.ContainsKey(k)) return null; var v = await Load(k); lock (gate) { {|#0:map[k] = v|}; } return v;", DiagnosticSeverity.Warning)]
    public Task Reports_AtTheLevelOfTheHarm(string statements, DiagnosticSeverity level) =>
        Verify(Method(statements), expected: new DiagnosticResult("DICT209", level).WithLocation(0).WithOptions(DiagnosticOptions.IgnoreAdditionalLocations));

    [Theory]

    // Held across.
    [InlineData("await one.WaitAsync(); try { if (!map.ContainsKey(k)) { var v = await Load(k); map.Add(k, v); } } finally { one.Release(); }")]
    [InlineData("using (await asyncLock.LockAsync()) { if (!map.ContainsKey(k)) { var v = await Load(k); map.Add(k, v); } }")]
    [InlineData("using var held = await asyncLock.LockAsync(); if (!map.ContainsKey(k)) { var v = await Load(k); map.Add(k, v); }")]
    [InlineData("lock (gate) { if (names.ContainsKey(k)) return null; } var v = await Load(k); lock (gate) { names[k] = k.ToString(); } return v;")]

    // Tested again, or not relied on.
    [InlineData("if (!map.ContainsKey(k)) { var v = await Load(k); if (!map.ContainsKey(k)) map.Add(k, v); }")]
    [InlineData("if (!map.TryGetValue(k, out var v)) { var fresh = await Load(k); if (!map.TryGetValue(k, out v)) map[k] = v = fresh; } return v;")]
    [InlineData("if (!map.ContainsKey(k)) { var v = await Load(k); return map.TryAdd(k, v) ? v : map[k]; }")]
    [InlineData("var v = await Load(k); if (!map.ContainsKey(k)) map.Add(k, v);")]
    [InlineData("if (!map.ContainsKey(k)) { map.Add(k, null); await Load(k); }")]
    [InlineData("if (!map.ContainsKey(k)) { map.Add(k, null); } await Load(k);")]
    [InlineData("if (!map.ContainsKey(k)) { await Load(k); } map[k] = null;")]
    [InlineData("if (map.ContainsKey(k)) { await Load(k); map[k] = null; }")]
    [InlineData("await Load(k); map[k] = null;")]
    [InlineData("while (!map.ContainsKey(k)) { await Load(k); } map[k] = null;")]
    [InlineData("if (!map.ContainsKey(k)) { await Load(k); map.Remove(k); }")]

    // Something else.
    [InlineData("if (!map.ContainsKey(k)) { await Load(k); map.Add(k + 1, null); }")]
    [InlineData("if (!map.ContainsKey(k)) { await Load(k); other.Add(k, null); }")]
    [InlineData("if (!map.ContainsKey(k)) { k = 3; await Load(k); map.Add(k, null); }")]
    [InlineData("if (!cd.ContainsKey(k)) { await Load(k); cd[k] = null; }")]
    [InlineData("if (!own.ContainsKey(k)) { await Load(k); own.Add(k, null); }")]
    [InlineData("var local = new Dictionary<int, object>(); if (!local.ContainsKey(k)) { await Load(k); local.Add(k, null); }")]
    [InlineData("if (!given.ContainsKey(k)) { await Load(k); given.Add(k, null); }")]
    [InlineData("if (!unknown.ContainsKey(k)) { await Load(k); unknown.Add(k, null); }")]
    [InlineData("if (!ofThread.ContainsKey(k)) { await Load(k); ofThread.Add(k, null); }")]
    [InlineData("if (!ofFlow.Value.ContainsKey(k)) { await Load(k); ofFlow.Value.Add(k, null); }")]
    [InlineData("if (!map.ContainsKey(k)) { Func<Task> later = async () => { await Load(k); }; map.Add(k, null); }")]

    // Claimed before anybody waits; one at a time; nothing is waited for in between.
    [InlineData("if (map.ContainsKey(k)) return null; map[k] = null; map[k] = await Load(k);")]
    [InlineData("lock (gate) { if (map.ContainsKey(k)) return null; map.Add(k, null); } var v = await Load(k); lock (gate) { map[k] = v; }")]
    [InlineData("if (Interlocked.Exchange(ref busy, 1) == 1) return null; try { if (!map.ContainsKey(k)) map.Add(k, await Load(k)); } finally { busy = 0; }")]
    [InlineData("await foreach (var x in Numbers()) { if (!map.ContainsKey(x)) map.Add(x, null); }")]
    [InlineData("await using var r = new Resource(); if (!map.ContainsKey(k)) map.Add(k, null);")]
    [InlineData("await using (var r = new Resource()) { if (!map.ContainsKey(k)) map.Add(k, null); }")]
    public Task DoesNotReport_Statements(string statements) => Verify(Method(statements));

    [Theory]
    [InlineData("""class C { Dictionary<int, object> map = new(); public async Task M(int k) { if (!map.ContainsKey(k)) { await Task.Yield(); map.Add(k, null); } } }""")]
    [InlineData("""class C { static readonly Dictionary<int, object> map = new(); static void M(int k) { if (!map.ContainsKey(k)) map.Add(k, null); } }""")]
    [InlineData("""class C { static readonly Dictionary<int, object> map = new(); static C() { Fill().Wait(); async Task Fill() { await Task.Yield(); map.Add(1, null); } } }""")]
    [InlineData("""class C { void M() { new Walk().Run(); } class Walk { Dictionary<int, object> map = new(); public async Task Run() { if (!map.ContainsKey(1)) { await Task.Yield(); map.Add(1, null); } } } }""")]
    [InlineData("""class C { Dictionary<int, object> map = new(); public async Task M(int k) { if (!map.ContainsKey(k)) { await Task.Yield(); map.Add(k, null); } } } static class Setup { static void Add(IServiceCollection services) => services.AddScoped<C>(); }""")]
    [InlineData("""class C { Dictionary<int, object> map = new(); public async Task M(int k) { if (!map.ContainsKey(k)) { await Task.Yield(); map.Add(k, null); } } } static class Setup { static void Add(IServiceCollection services) => services.AddTransient<C>(); }""")]

    // One flow: what is loaded once, a loop that is started once, what the host calls before it lets anybody in.
    [InlineData("""class C { public static readonly C Only = new(); Dictionary<int, object> map = new(); Task loading; public Task Ensure() => loading ??= LoadAsync(); async Task LoadAsync() { if (!map.ContainsKey(1)) { await Task.Yield(); map.Add(1, null); } } }""")]
    [InlineData("""class C { public static readonly C Only = new(); Dictionary<int, object> map = new(); C() { _ = Task.Run(Loop); } async Task Loop() { while (true) { if (!map.ContainsKey(1)) { await Task.Yield(); map.Add(1, null); } } } }""")]
    [InlineData("""class C : Microsoft.Extensions.Hosting.IHostedService { static Dictionary<int, object> map = new(); public async Task StartAsync(CancellationToken t) { if (!map.ContainsKey(1)) { await Task.Yield(); map.Add(1, null); } } }""")]
    public Task DoesNotReport_Types(string types) => Verify(Types(types));

    [Fact]
    public Task DoesNotReport_TheTypeOfTheEntryPoint() => Verify(Types("""
        class Program
        {
            static readonly Dictionary<int, object> map = new();
            static async Task Main() { if (!map.ContainsKey(1)) { await Task.Yield(); map.Add(1, null); } }
        }
        """), OutputKind.ConsoleApplication);

    [Fact]
    public Task Reports_WithNamesAndPlaces() => new CSharpAnalyzerTest<DICT209CheckAcrossAwaitAnalyzer, DefaultVerifier>
    {
        TestCode = """
            using System.Collections.Generic;
            using System.Threading.Tasks;
            class C
            {
                static readonly Dictionary<int, string> Names = new();
                static async Task<string> Of(int id)
                {
                    if ({|#1:Names.ContainsKey(id)|}) return Names[id];
                    var name = {|#2:await Load(id)|};
                    {|#0:{|#3:{|#4:Names|}.Add(id, name)|}|};
                    return name;
                }
                static Task<string> Load(int id) => Task.FromResult("");
            }
            """,
        ExpectedDiagnostics =
        {
            new DiagnosticResult("DICT209", DiagnosticSeverity.Warning)
                .WithLocation(0).WithLocation(1).WithLocation(2).WithLocation(3).WithLocation(4)
                .WithMessage("'Names.Add(id, name)' relies on 'Names.ContainsKey(id)', but 'await Load(id)' lets other flows run in between: when one of them inserts the same key, this throws ArgumentException"),
        },
    }.RunAsync();

    [Theory]
    [InlineData("lock (gate) { if (map.ContainsKey(k)) return map[k]; } var v = await Load(k); lock (gate) { [|map.Add(k, v)|]; } return v;", "lock (gate) { if (map.ContainsKey(k)) return map[k]; } var v = await Load(k); lock (gate) { if (map.TryGetValue(k, out var again)) { v = again; } else { map.Add(k, v); } } return v;")]

    // Without a lock the dictionary would still not be safe; a value that is no variable cannot become the other one.
    [InlineData("if (map.TryGetValue(k, out var v)) return v; v = await Load(k); [|map[k] = v|]; return v;", null)]
    [InlineData("lock (gate) { if (map.ContainsKey(k)) return map[k]; } var v = await Load(k); lock (gate) { [|map.Add(k, v.ToString())|]; } return v;", null)]
    [InlineData("lock (gate) { if (map.ContainsKey(k)) return map[k]; } string v = (await Load(k)).ToString(); lock (gate) { [|map.Add(k, v)|]; } return v;", null)]
    public Task Fixes_ByTestingAgain(string statements, string? expected)
    {
        var test = new CSharpCodeFixTest<DICT209CheckAcrossAwaitAnalyzer, DICT209CheckAcrossAwaitCodeFix, DefaultVerifier>
        {
            TestCode = Method(statements),
            FixedCode = Method(expected ?? statements),
            CodeActionEquivalenceKey = DICT209CheckAcrossAwaitCodeFix.TestAgainKey,
        };
        test.Extra.NullableContextOptions = NullableContextOptions.Disable;
        test.Extra.ImplicitUsings = true;
        return test.RunAsync();
    }

    private static Task Verify(string source, OutputKind kind = OutputKind.DynamicallyLinkedLibrary, params DiagnosticResult[] expected)
    {
        var test = new CSharpAnalyzerTest<DICT209CheckAcrossAwaitAnalyzer, DefaultVerifier> { TestCode = source };
        test.TestState.OutputKind = kind;
        test.TestState.ExpectedDiagnostics.AddRange(expected);
        test.Extra.NullableContextOptions = NullableContextOptions.Disable;
        test.Extra.ImplicitUsings = true;
        return test.RunAsync();
    }

    private static string Method(string statements) => Types($$"""
        class C
        {
            static readonly Dictionary<int, object> map = new(), other = new();
            static readonly Dictionary<int, string> names = new();
            static readonly ConcurrentDictionary<int, object> cd = new();
            static IDictionary<int, object> unknown;
            [ThreadStatic] static Dictionary<int, object> ofThread;
            static readonly AsyncLocal<Dictionary<int, object>> ofFlow = new();
            static readonly SemaphoreSlim one = new(1, 1);
            static readonly AsyncLock asyncLock = new();
            static readonly object gate = new();
            readonly Dictionary<int, object> own = new();
            async Task<object> M(int k, Dictionary<int, object> given)
            {
                { {{statements}} }
                return null;
            }
            static int busy;
            static async Task<object> Load(int k) { await Task.Delay(1); return k; }
            static async IAsyncEnumerable<int> Numbers() { await Task.Yield(); yield return 1; }
            sealed class Resource : IAsyncDisposable { public ValueTask DisposeAsync() => default; }
            public static void Set(IDictionary<int, object> d) => unknown = d;
        }
        class AsyncLock { public Task<IDisposable> LockAsync() => null; }
        """);

    private static string Types(string types) => $$"""
        using System.Collections.Concurrent;
        using Microsoft.Extensions.DependencyInjection;

        {{types}}

        namespace Microsoft.Extensions.Hosting { public interface IHostedService { Task StartAsync(CancellationToken t); } }
        namespace Microsoft.Extensions.DependencyInjection
        {
            public interface IServiceCollection { }
            public static class ServiceCollectionServiceExtensions
            {
                public static IServiceCollection AddSingleton<T>(this IServiceCollection services) => services;
                public static IServiceCollection AddScoped<T>(this IServiceCollection services) => services;
                public static IServiceCollection AddTransient<T>(this IServiceCollection services) => services;
            }
        }
        """;
}
