using System.Linq;
using System.Threading.Tasks;
using DictionaryAnalyzers.Rules.Sharing;
using DictionaryAnalyzers.Testing;
using DictionaryAnalyzers.Tests.Smoke;
using Microsoft.CodeAnalysis;
using Xunit;

namespace DictionaryAnalyzers.Tests.Rules.Sharing;

// What the Lazy repair does with every kind of use is tested in Retyping/; here is what the rule's own diagnostics make of it.
public class DICT206FactoryWithEffectRepairTests
{
    private const string Before = """
        using System;
        using System.Collections.Concurrent;
        using System.Net.Http;
        using System.Threading;
        using System.Threading.Tasks;

        public sealed class Clients : IDisposable
        {
            private static readonly ConcurrentDictionary<string, SemaphoreSlim> Gates = new(StringComparer.Ordinal);
            private readonly ConcurrentDictionary<string, HttpClient> clients = new ConcurrentDictionary<string, HttpClient>();
            private readonly ConcurrentDictionary<int, Task<string>> pages = new();

            public HttpClient For(string host) =>
                clients.{|DICT206:GetOrAdd|}(host, h => new HttpClient { BaseAddress = new Uri(h) });

            public async Task<string> PageAsync(int number)
            {
                var gate = Gates.{|DICT206:GetOrAdd|}("page" + number, _ => new SemaphoreSlim(1, 1));
                await gate.WaitAsync();
                try
                {
                    return await pages.{|DICT206:GetOrAdd|}(number, async n => await For("http://a").GetStringAsync("/" + n));
                }
                finally
                {
                    gate.Release();
                }
            }

            public bool Drop(string host)
            {
                if (!clients.TryRemove(host, out var client))
                {
                    return false;
                }

                client.Dispose();
                return true;
            }

            public void Dispose()
            {
                foreach (var client in clients.Values)
                {
                    client.Dispose();
                }
            }
        }
        """;

    private const string After = """
        using System;
        using System.Collections.Concurrent;
        using System.Net.Http;
        using System.Threading;
        using System.Threading.Tasks;

        public sealed class Clients : IDisposable
        {
            private static readonly ConcurrentDictionary<string, Lazy<SemaphoreSlim>> Gates = new(StringComparer.Ordinal);
            private readonly ConcurrentDictionary<string, Lazy<HttpClient>> clients = new ConcurrentDictionary<string, Lazy<HttpClient>>();
            private readonly ConcurrentDictionary<int, Lazy<Task<string>>> pages = new();

            public HttpClient For(string host) =>
                clients.GetOrAdd(host, h => new Lazy<HttpClient>(() =>
                {
                    try
                    {
                        return new HttpClient { BaseAddress = new Uri(h) };
                    }
                    catch
                    {
                        clients.TryRemove(h, out _);
                        throw;
                    }
                })).Value;

            public async Task<string> PageAsync(int number)
            {
                var gate = Gates.GetOrAdd("page" + number, _ => new Lazy<SemaphoreSlim>(() => new SemaphoreSlim(1, 1))).Value;
                await gate.WaitAsync();
                try
                {
                    return await pages.GetOrAdd(number, n => new Lazy<Task<string>>(async () => await For("http://a").GetStringAsync("/" + n))).Value;
                }
                finally
                {
                    gate.Release();
                }
            }

            public bool Drop(string host)
            {
                if (!clients.TryRemove(host, out var client))
                {
                    return false;
                }

                client.Value.Dispose();
                return true;
            }

            public void Dispose()
            {
                foreach (var client in clients.Values)
                {
                    client.Value.Dispose();
                }
            }
        }
        """;

    [Fact]
    public Task Fixes_EveryDeclarationOnce() => Verify(Before, After, DICT206FactoryWithEffectCodeFix.LazyValuesKey);

    // Nothing that any rule of the package reports comes in by the repair.
    [Fact]
    public async Task Fixed_ReportsNothingNew()
    {
        var before = await ReportedAsync(Before.Replace("{|DICT206:GetOrAdd|}", "GetOrAdd", System.StringComparison.Ordinal));
        var after = await ReportedAsync(After);
        Assert.Contains("DICT206", before);
        Assert.Equal([], after.Except(before));
        Assert.DoesNotContain("DICT206", after);

        static async Task<string[]> ReportedAsync(string source) =>
            [.. (await AllAnalyzers.ReportAsync(AllAnalyzers.Compile(AllAnalyzers.Modern, AllAnalyzers.Parse(source)), default)).Select(text => System.Text.RegularExpressions.Regex.Match(text, "(DICT|AD)[0-9]+").Value)];
    }

    [Theory]
    [InlineData("gates.{|DICT206:GetOrAdd|}(k, _ => new SemaphoreSlim(1));", "DICT206.LazyValues")]
    [InlineData("gates.{|DICT206:GetOrAdd|}(k, name => { using var log = System.IO.File.AppendText(name); return new SemaphoreSlim(name.Length); });", "DICT206.LazyValues", "DICT206.LazyValuesKeepingExceptions")]
    [InlineData("gates.{|DICT206:GetOrAdd|}(k, new SemaphoreSlim(1));")]
    [InlineData("gates.{|DICT206:GetOrAdd|}(k, _ => new SemaphoreSlim(1)); Leak(gates);")]
    [InlineData("gates.{|DICT206:GetOrAdd|}(k, _ => new SemaphoreSlim(1)); gates.TryUpdate(k, new SemaphoreSlim(1), new SemaphoreSlim(1));")]
    public Task Offers(string body, params string[] keys)
    {
        var test = Test(InClass(body));
        test.Extra.OfferedEquivalenceKeys = keys;
        if (keys.Length > 0)
        {
            test.CodeActionEquivalenceKey = "none";
        }

        return test.RunAsync();
    }

    // The dictionary of the method that hands the factory on.
    [Fact]
    public Task Fixes_WhereTheFactoryIsHandedOn() => Verify(
        """
        using System;
        using System.Collections.Concurrent;
        using System.Threading;

        sealed class Memo<TValue>
        {
            private readonly ConcurrentDictionary<string, TValue> values = new();

            public TValue Get(string key, Func<string, TValue> create) => values.GetOrAdd(key, create);
        }

        sealed class Gates
        {
            private readonly Memo<SemaphoreSlim> gates = new();

            public SemaphoreSlim Of(string k) => gates.{|DICT206:Get|}(k, _ => new SemaphoreSlim(1));
        }
        """,
        """
        using System;
        using System.Collections.Concurrent;
        using System.Threading;

        sealed class Memo<TValue>
        {
            private readonly ConcurrentDictionary<string, Lazy<TValue>> values = new();

            public TValue Get(string key, Func<string, TValue> create) => values.GetOrAdd(key, key2 => new Lazy<TValue>(() =>
            {
                try
                {
                    return create(key2);
                }
                catch
                {
                    values.TryRemove(key2, out _);
                    throw;
                }
            })).Value;
        }

        sealed class Gates
        {
            private readonly Memo<SemaphoreSlim> gates = new();

            public SemaphoreSlim Of(string k) => gates.Get(k, _ => new SemaphoreSlim(1));
        }
        """,
        DICT206FactoryWithEffectCodeFix.LazyValuesKey);

    [Fact]
    public Task Fixes_EveryDocument()
    {
        var test = new CSharpCodeFixTest<DICT206FactoryWithEffectAnalyzer, DICT206FactoryWithEffectCodeFix, DefaultVerifier> { NumberOfFixAllInDocumentIterations = -2 };
        foreach (var (state, lazy, start, create, end) in new[] { (test.TestState, "SemaphoreSlim", "{|DICT206:GetOrAdd|}(k, _ => ", "new SemaphoreSlim(1)", ")"), (test.FixedState, "Lazy<SemaphoreSlim>", "GetOrAdd(k, _ => new Lazy<SemaphoreSlim>(() => ", "new SemaphoreSlim(1)", ")).Value") })
        {
            state.Sources.Add($"using System;\nusing System.Collections.Concurrent;\nusing System.Threading;\n\nstatic class Gates\n{{\n    internal static readonly ConcurrentDictionary<string, {lazy}> All = new();\n    internal static SemaphoreSlim Of(string k) => All.{start}{create}{end};\n}}\n");
            state.Sources.Add($"using System;\nusing System.Threading;\n\nclass User\n{{\n    SemaphoreSlim Of(string k) => Gates.All.{start}{create}{end};\n    bool Has(string k) => Gates.All.ContainsKey(k);\n}}\n");
        }

        return test.RunAsync();
    }

    private static Task Verify(string before, string after, string key)
    {
        var test = Test(before);
        test.FixedCode = after;
        test.CodeActionEquivalenceKey = key;
        return test.RunAsync();
    }

    private static CSharpCodeFixTest<DICT206FactoryWithEffectAnalyzer, DICT206FactoryWithEffectCodeFix, DefaultVerifier> Test(string before) =>
        new() { TestCode = before };

    private static string InClass(string body) => $$"""
        using System.Collections.Concurrent;
        using System.Threading;

        public class C
        {
            private readonly ConcurrentDictionary<string, SemaphoreSlim> gates = new();

            public void M(string k) { {{body}} }

            public void Leak(ConcurrentDictionary<string, SemaphoreSlim> map) { }
        }
        """;
}
