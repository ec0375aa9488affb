using System.Threading.Tasks;
using DictionaryAnalyzers.Rules.Sharing;
using DictionaryAnalyzers.Testing;
using Xunit;

namespace DictionaryAnalyzers.Tests.Rules.Sharing;

public class DICT209CheckAcrossAwaitRetypingTests
{
    [Fact]
    public Task Fixes_ByKeepingTheTasks() => Verify(
        """
        using System.Collections.Generic;
        using System.Threading.Tasks;

        public static class Sessions
        {
            private static readonly Dictionary<string, Session> Open = new();

            public static async Task<Session> GetAsync(string name)
            {
                // Most are there.
                if (Open.TryGetValue(name, out var session))
                    return session;
                session = await ConnectAsync(name);
                {|DICT209:Open.Add(name, session)|};     // and stay
                return session;
            }

            public static int Count => Open.Count;

            public static void Close(string name) => Open.Remove(name);

            private static async Task<Session> ConnectAsync(string name) { await Task.Yield(); return new Session(name); }
        }

        public sealed record Session(string Name);
        """,
        """
        using System;
        using System.Collections.Concurrent;
        using System.Collections.Generic;
        using System.Threading.Tasks;

        public static class Sessions
        {
            private static readonly ConcurrentDictionary<string, Lazy<Task<Session>>> Open = new();

            public static async Task<Session> GetAsync(string name)
            {
                // Most are there.
                // and stay
                var entry = Open.GetOrAdd(name, static name => new Lazy<Task<Session>>(() => ConnectAsync(name)));
                try
                {
                    return await entry.Value;
                }
                catch
                {
                    Open.TryRemove(KeyValuePair.Create(name, entry));
                    throw;
                }
            }

            public static int Count => Open.Count;

            public static void Close(string name) => Open.TryRemove(name, out _);

            private static async Task<Session> ConnectAsync(string name) { await Task.Yield(); return new Session(name); }
        }

        public sealed record Session(string Name);
        """);

    // Each way to write it, in the body of a method.
    [Theory]
    [InlineData(
        "if (map.ContainsKey(k)) { return map[k]; }\nvar v = await LoadAsync(k);\n[|map[k] = v|];\nreturn v;",
        "var entry = map.GetOrAdd(k, static k => new Lazy<Task<string>>(() => LoadAsync(k)));", "return await entry.Value;")]
    [InlineData(
        "if (map.TryGetValue(k, out var v)) return v;\nv = await LoadAsync(k).ConfigureAwait(false);\n[|map.TryAdd(k, v)|];\nreturn v;",
        "var entry = map.GetOrAdd(k, static k => new Lazy<Task<string>>(() => LoadAsync(k)));", "return await entry.Value.ConfigureAwait(false);")]
    [InlineData(
        "if (map.TryGetValue(k, out var v)) return v;\nv = (await LoadAsync(k)).Trim();\n[|map[k] = v|];\nreturn v;",
        "var entry = map.GetOrAdd(k, static k => new Lazy<Task<string>>(async () => (await LoadAsync(k)).Trim()));", "return await entry.Value;")]
    [InlineData(
        "if (map.TryGetValue(k, out var v)) return v;\nv = await QuicklyAsync(k);\n[|map[k] = v|];\nreturn v;",
        "var entry = map.GetOrAdd(k, static k => new Lazy<Task<string>>(async () => await QuicklyAsync(k)));", "return await entry.Value;")]
    [InlineData(
        "if (map.TryGetValue(k, out var v)) return v;\nv = await LoadAsync(k + more);\n[|map[k] = v|];\nreturn v;",
        "var entry = map.GetOrAdd(k, k => new Lazy<Task<string>>(() => LoadAsync(k + more)));", "return await entry.Value;")]
    [InlineData(
        "if (!map.ContainsKey(k))\n{\n[|map[k] = await LoadAsync(k)|];\n}\nreturn map[k];",
        "var entry = map.GetOrAdd(k, static k => new Lazy<Task<string>>(() => LoadAsync(k)));", "return await entry.Value;")]
    public Task Fixes_Returns(string before, string look, string awaited) => Verify(
        Method(before, "Dictionary<int, string>"),
        Method($"{look}\ntry\n{{\n    {awaited}\n}}\ncatch\n{{\n    map.TryRemove(KeyValuePair.Create(k, entry));\n    throw;\n}}", "ConcurrentDictionary<int, Lazy<Task<string>>>"));

    [Theory]
    [InlineData("if (!map.TryGetValue(k, out var v))\n{\nv = await LoadAsync(k);\n[|map[k] = v|];\n}\nreturn v + v;", "string? v;\n", "return v + v;")]
    [InlineData("if (!map.TryGetValue(k, out var v)) [|map[k] = v = await LoadAsync(k)|];\nreturn v;", "string? v;\n", "return v;")]
    [InlineData("string? v;\nif (!map.TryGetValue(k, out v))\n{\nv = await LoadAsync(k);\n[|map.Add(k, v)|];\n}\nreturn v;", "string? v;\n", "return v;")]
    [InlineData("if (!map.ContainsKey(k)) [|map.Add(k, await LoadAsync(k))|];\nvar v = map[k];\nreturn v;", "string? v;\n", "return v;")]
    public Task Fixes_Variables(string before, string declaration, string rest) => Verify(
        Method(before, "Dictionary<int, string>"),
        Method(
            $"{declaration}var entry = map.GetOrAdd(k, static k => new Lazy<Task<string>>(() => LoadAsync(k)));\ntry\n{{\n    v = await entry.Value;\n}}\ncatch\n{{\n    map.TryRemove(KeyValuePair.Create(k, entry));\n    throw;\n}}\n{rest}",
            "ConcurrentDictionary<int, Lazy<Task<string>>>"));

    // A caller that calls off could call off for all; loading looks at the dictionary; the key changes; more happens in between.
    [Theory]
    [InlineData("if (map.TryGetValue(k, out var v)) return v; v = await LoadAsync(k, token); {|DICT209:map[k] = v|}; return v;")]
    [InlineData("if (map.TryGetValue(k, out var v)) return v; v = await CountingAsync(k); {|DICT209:map[k] = v|}; return v;")]
    [InlineData("if (map.TryGetValue(k, out var v)) return v; v = await LoadAsync(k); if (v.Length > 0) {|DICT209:map[k] = v|}; return v;")]
    [InlineData("if (map.TryGetValue(k, out var v)) return v; v = await LoadAsync(k); Note(v); {|DICT209:map[k] = v|}; return v;")]
    [InlineData("if (map.TryGetValue(k, out var v)) return v.Trim(); v = await LoadAsync(k); {|DICT209:map[k] = v|}; return v;")]
    [InlineData("if (map.TryGetValue(k, out var v)) return v; v = await LoadAsync(k); {|DICT209:map[k] = v.Trim()|}; return v;")]
    [InlineData("if (map.TryGetValue(k, out var v)) return v; v = await LoadAsync(map.Count); {|DICT209:map[k] = v|}; return v;")]
    [InlineData("if (map.TryGetValue(k, out var v)) return v; else Note(\"\"); v = await LoadAsync(k); {|DICT209:map[k] = v|}; return v;")]
    [InlineData("if (map.TryGetValue(k, out var v)) return v; v = await LoadAsync(k); {|DICT209:map[k] = v|}; return map.Count + v;")]
    public Task FixesNothing_WhereItIsNotCertain(string statements) => Verify(Method(statements, "Dictionary<int, string>"), null);

    // Who wants a value elsewhere would have to wait for it.
    [Theory]
    [InlineData("static int Lengths() { var sum = 0; foreach (var pair in map) sum += pair.Value.Length; return sum; }", false)]
    [InlineData("static string Of(int k) => map[k];", false)]
    [InlineData("static string? Peek(int k) => map.TryGetValue(k, out var v) ? v : null;", false)]
    [InlineData("static void Put(int k) => map[k] = string.Empty;", false)]
    [InlineData("static string Drop(int k) => map.Remove(k, out var v) ? v : string.Empty;", false)]
    [InlineData("public static IReadOnlyDictionary<int, string> All => map;", false)]
    [InlineData("static IEnumerable<string> Values => map.Values;", false)]
    [InlineData("static bool Has(int k) => map.ContainsKey(k);", true)]
    [InlineData("static void Clear() => map.Clear();", true)]
    [InlineData("static int Sum() { var sum = 0; foreach (var pair in map) sum += pair.Key; return sum; }", true)]
    [InlineData("static int Largest() => map.Keys.Max();", true)]
    public Task Fixes_OnlyWhereNobodyElseWantsAValue(string member, bool isFixed)
    {
        const string Before = "if (map.TryGetValue(k, out var v)) return v;\nv = await LoadAsync(k);\n{|DICT209:map[k] = v|};\nreturn v;";
        const string After = "var entry = map.GetOrAdd(k, static k => new Lazy<Task<string>>(() => LoadAsync(k)));\ntry\n{\n    return await entry.Value;\n}\ncatch\n{\n    map.TryRemove(KeyValuePair.Create(k, entry));\n    throw;\n}";
        return Verify(
            Method(Before, "Dictionary<int, string>") + "\npartial class C { " + member + " }",
            isFixed ? Method(After, "ConcurrentDictionary<int, Lazy<Task<string>>>") + "\npartial class C { " + member + " }" : null);
    }

    [Fact]
    public Task Fixes_WithoutWhatIsNewer() => new CSharpCodeFixTest<DICT209CheckAcrossAwaitAnalyzer, DICT209CheckAcrossAwaitCodeFix, DefaultVerifier>
    {
        TestCode = "using System;\nusing System.Collections.Concurrent;\nusing System.Collections.Generic;\nusing System.Threading.Tasks;\nclass C\n{\n    static readonly Dictionary<int, string> map = new Dictionary<int, string>(9);\n    public static async Task<string> Get(int k)\n    {\n        if (map.TryGetValue(k, out var v)) return v;\n        v = await LoadAsync(k);\n        {|DICT209:map[k] = v|};\n        return v;\n    }\n    static async Task<string> LoadAsync(int k) { await Task.Yield(); return k.ToString(); }\n}\n",
        FixedCode = "using System;\nusing System.Collections.Concurrent;\nusing System.Collections.Generic;\nusing System.Threading.Tasks;\nclass C\n{\n    static readonly ConcurrentDictionary<int, Lazy<Task<string>>> map = new ConcurrentDictionary<int, Lazy<Task<string>>>(Environment.ProcessorCount, 9);\n    public static async Task<string> Get(int k)\n    {\n        var entry = map.GetOrAdd(k, _ => new Lazy<Task<string>>(() => LoadAsync(k)));\n        try\n        {\n            return await entry.Value;\n        }\n        catch\n        {\n            ((ICollection<KeyValuePair<int, Lazy<Task<string>>>>)map).Remove(new KeyValuePair<int, Lazy<Task<string>>>(k, entry));\n            throw;\n        }\n    }\n    static async Task<string> LoadAsync(int k) { await Task.Yield(); return k.ToString(); }\n}\n",
        CodeActionEquivalenceKey = DICT209CheckAcrossAwaitCodeFix.SharedTasksKey,
        ReferenceAssemblies = ReferenceAssemblies.NetFramework.Net472.Default,
        Extra = { LanguageVersion = Microsoft.CodeAnalysis.CSharp.LanguageVersion.CSharp7_3, NullableContextOptions = Microsoft.CodeAnalysis.NullableContextOptions.Disable },
    }.RunAsync();

    private static string Method(string body, string type) => $$"""
        using System;
        using System.Collections.Concurrent;
        using System.Collections.Generic;
        using System.Linq;
        using System.Threading;
        using System.Threading.Tasks;
        partial class C
        {
        static readonly {{type}} map = new();
        public static async Task<string> GetAsync(int k, int more, CancellationToken token)
        {
        {{body}}
        }
        static Task<string> LoadAsync(int k) => LoadAsync(k, default);
        static async Task<string> LoadAsync(int k, CancellationToken token) { await Task.Yield(); return k.ToString(); }
        static async ValueTask<string> QuicklyAsync(int k) { await Task.Yield(); return k.ToString(); }
        static async Task<string> CountingAsync(int k) { await Task.Yield(); return map.Count + ""; }
        static void Note(string v) { }
        }
        """;

    private static Task Verify(string before, string? after)
    {
        var test = new CSharpCodeFixTest<DICT209CheckAcrossAwaitAnalyzer, DICT209CheckAcrossAwaitCodeFix, DefaultVerifier>
        {
            TestCode = before,
            CodeActionEquivalenceKey = DICT209CheckAcrossAwaitCodeFix.SharedTasksKey,
        };
        if (after is not null)
        {
            test.FixedCode = after;
        }

        return test.RunAsync();
    }
}
