using System.Threading.Tasks;
using DictionaryAnalyzers.Rules.Sharing;
using DictionaryAnalyzers.Testing;
using Xunit;

namespace DictionaryAnalyzers.Tests.Rules.Sharing;

public class DICT215OnlyGrowsTests
{
    [Theory]
    [InlineData("static readonly ConcurrentDictionary<string, Regex> [|cache|] = new(); static Regex M(string pattern) => cache.GetOrAdd(pattern, p => new Regex(p));")]
    [InlineData("static readonly Dictionary<string, int> [|cache|] = new(); static void M(string k) { if (!cache.ContainsKey(k)) { cache[k] = 1; } }")]
    [InlineData("static readonly Dictionary<string, int> [|cache|] = new(); static void M(string k) { var key = k.Trim(); cache.Add(key, 1); }")]
    [InlineData("static readonly Dictionary<(Type, string), int> [|cache|] = new(); static void M(Type t, string k) { cache[(t, k)] = 1; }")]
    [InlineData("static Dictionary<int, int> [|Cache|] { get; } = new(); static void M(int k) { Cache[k] = Cache.Count; }")]
    [InlineData("static readonly ConcurrentDictionary<string, int> [|hits|] = new(); static void M(string k) => hits.AddOrUpdate(k, 1, (_, n) => n + 1);")]
    [InlineData("static readonly C Instance = new(); readonly Dictionary<string, int> [|cache|] = new(); void M(string k) => cache[k] = 1;")]
    [InlineData("static readonly IDictionary<string, int> [|cache|] = new Dictionary<string, int>(); static void M(string k) { foreach (var part in k.Split(',')) { cache[k + part] = 1; } }")]
    public Task Reports(string members) => Analyze(members).RunAsync();

    [Theory]

    // Something is taken out, or the table is bounded or replaced.
    [InlineData("static readonly Dictionary<string, int> cache = new(); static void M(string k) { cache[k] = 1; } static void N(string k) => cache.Remove(k);")]
    [InlineData("static readonly Dictionary<string, int> cache = new(); static void M(string k) { cache[k] = 1; } static void N() => cache.Clear();")]
    [InlineData("static readonly Dictionary<string, int> cache = new(); static void M(string k) { if (cache.Count < 100) { cache[k] = 1; } }")]
    [InlineData("static Dictionary<string, int> cache = new(); static void M(string k) { cache[k] = 1; } static void N() => cache = new();")]
    [InlineData("static readonly Dictionary<string, int> cache = new(); static void M(string k) { cache[k] = 1; } static void N() => Trim(cache); static void Trim(Dictionary<string, int> d) { }")]
    [InlineData("internal static readonly Dictionary<string, int> cache = new(); static void M(string k) { cache[k] = 1; }")]

    // There are only so many keys.
    [InlineData("static readonly ConcurrentDictionary<Type, int> cache = new(); static void M(Type k) => cache.GetOrAdd(k, 1);")]
    [InlineData("static readonly ConcurrentDictionary<(Type, Type), int> cache = new(); static void M(Type k) => cache.GetOrAdd((k, k), 1);")]
    [InlineData("static readonly ConcurrentDictionary<Tuple<System.Reflection.MemberInfo, Type>, int> cache = new(); static void M(Type k) { var key = new Tuple<System.Reflection.MemberInfo, Type>(k, k); cache[key] = 1; }")]
    [InlineData("static readonly Dictionary<string, int> cache = new(); static void M(Type k) => cache[k.FullName] = 1;")]
    [InlineData("static readonly Dictionary<string, int> cache = new(); static void M(string k) => cache[EncodingOf(k)] = 1; static string EncodingOf(string header) => header.Contains(\"br\") ? \"br\" : \"gzip\";")]
    [InlineData("static readonly Dictionary<DayOfWeek, int> cache = new(); static void M(DayOfWeek k) => cache[k] = 1;")]
    [InlineData("static readonly Dictionary<System.Reflection.MethodInfo, int> cache = new(); static void M(System.Reflection.MethodInfo k) => cache[k] = 1;")]
    [InlineData("static readonly Dictionary<string, int> cache = new(); static void M() { cache[\"a\"] = 1; cache[nameof(C)] = 2; }")]
    [InlineData("static readonly Dictionary<string, int> cache = new(); static C() { foreach (var k in new[] { \"a\" }) { cache[k] = 1; } } static int M(string k) => cache[k];")]
    [InlineData("static readonly Dictionary<string, int> cache = new(); static void M(string k) { if (cache is { Count: < 100 }) { cache[k] = 1; } }")]
    [InlineData("static readonly Dictionary<string, int> cache = new(); static void M(string k) { var count = cache.Count; if (count < 100) { cache[k] = 1; } }")]
    [InlineData("static readonly Dictionary<string, int> cache = new(); static void M([System.Runtime.CompilerServices.CallerMemberName] string k = \"\") { cache[k] = 1; }")]
    [InlineData("static readonly Dictionary<Enum, int> cache = new(); static void M(Enum k) => cache[k] = 1;")]
    [InlineData("class Names<T> where T : struct, Enum { static readonly Dictionary<T, int> cache = new(); static void M(T k) => cache[k] = 1; }")]
    [InlineData("static readonly Dictionary<int, int> cache = new(); static void M(int k) { cache[k % 16] = 1; cache[k & 15] = 1; }")]

    // A registration: the caller gives the value too.
    [InlineData("static readonly Dictionary<string, Action> handlers = new(); public static void Register(string name, Action handler) => handlers[name] = handler;")]
    [InlineData("static readonly Dictionary<string, Action> handlers = new(); public static void On(string name, Action handler) { handlers.Add(name, handler); }")]

    // Not long-lived, or of one thread, or holding nothing alive.
    [InlineData("readonly Dictionary<string, int> cache = new(); void M(string k) { cache[k] = 1; }")]
    [InlineData("static readonly C Instance = new(); readonly Dictionary<string, int> map = new(); C(params string[] names) { foreach (var name in names) { map[name] = 1; } } int M(string k) => map[k];")]
    [InlineData("[ThreadStatic] static Dictionary<string, int> cache; static void M(string k) { cache[k] = 1; }")]
    [InlineData("static readonly Dictionary<string, WeakReference> cache = new(); static void M(string k) { cache[k] = new(k); }")]
    [InlineData("static readonly Dictionary<string, int> cache = new(); static int M(string k) => cache[k];")]
    public Task DoesNotReport(string members) => Analyze(members).RunAsync();

    private static CSharpAnalyzerTest<DICT215OnlyGrowsAnalyzer, DefaultVerifier> Analyze(string members) => new()
    {
        TestCode = $$"""
            using System;
            using System.Collections.Concurrent;
            using System.Collections.Generic;
            using System.Text.RegularExpressions;

            class C
            {
                {{members}}
            }
            """,
        Extra = { NullableContextOptions = Microsoft.CodeAnalysis.NullableContextOptions.Disable },
    };
}
