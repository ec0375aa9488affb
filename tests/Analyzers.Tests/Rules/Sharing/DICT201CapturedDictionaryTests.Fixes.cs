using System.Threading.Tasks;
using DictionaryAnalyzers.Rules.Sharing;
using DictionaryAnalyzers.Testing;
using Xunit;

namespace DictionaryAnalyzers.Tests.Rules.Sharing;

public partial class DICT201CapturedDictionaryTests
{
    [Theory]
    [InlineData("var d = new Dictionary<int, int>(); Parallel.For(0, 9, i => [|d[i] = i|]);", "var d = new Dictionary<int, int>(); var gate = new Lock(); Parallel.For(0, 9, i => { lock (gate) { d[i] = i; } });")]
    [InlineData("var d = new Dictionary<int, int>(); Parallel.For(0, 9, i => { [|d.Add(i, i)|]; });", "var d = new Dictionary<int, int>(); var gate = new Lock(); Parallel.For(0, 9, i => { lock (gate) { d.Add(i, i); } });")]
    [InlineData("var d = new Dictionary<int, int>(); var n = items.AsParallel().Where(i => [|d.TryAdd(i, i)|]).Count();", "var d = new Dictionary<int, int>(); var gate = new Lock(); var n = items.AsParallel().Where(i => { lock (gate) { return d.TryAdd(i, i); } }).Count();")]
    [InlineData("var d = new Dictionary<int, int>(); Parallel.For(0, 9, i => { if (!d.ContainsKey(i)) [|d.Add(i, i)|]; });", "var d = new Dictionary<int, int>(); var gate = new Lock(); Parallel.For(0, 9, i => { lock (gate) { if (!d.ContainsKey(i)) d.Add(i, i); } });")]
    [InlineData("var d = new Dictionary<int, int>(); Parallel.For(0, 9, i => { d.TryGetValue(i, out var n); [|d[i] = n + 1|]; Use(i); });", "var d = new Dictionary<int, int>(); var gate = new Lock(); Parallel.For(0, 9, i => { lock (gate) { d.TryGetValue(i, out var n); d[i] = n + 1; } Use(i); });")]
    [InlineData("var d = new Dictionary<int, int>(); Parallel.For(0, 9, i => { foreach (var j in items) [|d[j] = i|]; });", "var d = new Dictionary<int, int>(); var gate = new Lock(); Parallel.For(0, 9, i => { foreach (var j in items) lock (gate) { d[j] = i; } });")]
    [InlineData("var d = new Dictionary<int, int>(); await Task.WhenAll(items.Select(async i => [|d[i] = await Load(i)|]));", "var d = new Dictionary<int, int>(); var gate = new Lock(); await Task.WhenAll(items.Select(async i => { var value = await Load(i); lock (gate) { return d[i] = value; } }));")]
    [InlineData("var d = new Dictionary<int, int>(); await Task.WhenAll(items.Select(async i => { var v = await Load(i); [|d[i] = v|]; }));", "var d = new Dictionary<int, int>(); var gate = new Lock(); await Task.WhenAll(items.Select(async i => { var v = await Load(i); lock (gate) { d[i] = v; } }));")]
    [InlineData("var d = new Dictionary<int, int>(); await Task.WhenAll(items.Select(async i => { [|d[i] = await Load(i)|]; }));", "var d = new Dictionary<int, int>(); var gate = new Lock(); await Task.WhenAll(items.Select(async i => { var value = await Load(i); lock (gate) { d[i] = value; } }));")]
    [InlineData("var d = new Dictionary<int, int>(); var t = Task.Run(() => [|d[1] = 1|]); d[2] = 2; await t; d[3] = 3;", "var d = new Dictionary<int, int>(); var gate = new Lock(); var t = Task.Run(() => { lock (gate) { return d[1] = 1; } }); lock (gate) { d[2] = 2; } await t; d[3] = 3;")]
    public Task Fixes_WithALock(string statements, string expected) => VerifyFix(FixMethod(statements), FixMethod(expected));

    [Theory]
    [InlineData("Parallel.For(0, 9, i => [|given[i] = i|]);")]
    [InlineData("var d = new Dictionary<int, int>(); await Task.WhenAll(items.Select(async i => { if (!d.ContainsKey(i)) { var v = await Load(i); [|d.Add(i, v)|]; } }));")]
    [InlineData("var d = new Dictionary<int, int>(); var n = (from i in items.AsParallel() where [|d.TryAdd(i, i)|] select i).Count();")]
    [InlineData("var d = new Dictionary<int, int>(); await Task.WhenAll(items.Select(async i => [|d.TryAdd(await Load(i), i)|]));")]
    public Task DoesNotFix(string statements) => VerifyFix(FixMethod(statements), FixMethod(statements));

    [Fact]
    public Task Fixes_AFieldWithALock() => VerifyFix(
        "using System.Collections.Generic;\nusing System.Threading;\nusing System.Threading.Tasks;\nclass C { readonly Dictionary<int, int> own = new(); void M() { Parallel.For(0, 9, i => [|own[i] = i|]); } int Size => own.Count; }\n",
        "using System.Collections.Generic;\nusing System.Threading;\nusing System.Threading.Tasks;\nclass C { readonly Dictionary<int, int> own = new(); private readonly Lock ownLock = new(); void M() { Parallel.For(0, 9, i => { lock (ownLock) { own[i] = i; } }); } int Size { get { lock (ownLock) { return own.Count; } } } }\n");

    [Fact]
    public Task Fixes_WithLayoutAndComments() => VerifyFix(
        """
        using System.Collections.Generic;
        using System.Threading.Tasks;

        class C
        {
            static Dictionary<string, int> Count(string[] words)
            {
                // How often each word occurs.
                var counts = new Dictionary<string, int>();
                Parallel.ForEach(words, word =>
                {
                    var key = word.Trim();

                    // Absent words count as none.
                    counts.TryGetValue(key, out var count);
                    [|counts[key] = count + 1|]; // one more
                });
                return counts;
            }
        }
        """,
        """
        using System.Collections.Generic;
        using System.Threading;
        using System.Threading.Tasks;

        class C
        {
            static Dictionary<string, int> Count(string[] words)
            {
                // How often each word occurs.
                var counts = new Dictionary<string, int>();
                var gate = new Lock();
                Parallel.ForEach(words, word =>
                {
                    var key = word.Trim();

                    // Absent words count as none.
                    lock (gate)
                    {
                        counts.TryGetValue(key, out var count);
                        counts[key] = count + 1;
                    } // one more
                });
                return counts;
            }
        }
        """);

    [Fact]
    public Task FixAll_LocksTwoDictionaries() => VerifyFix(
        FixMethod("var a = new Dictionary<int, int>(); var b = new HashSet<int>(); Parallel.For(0, 9, i => { [|a[i] = i|]; Use(i); [|b.Add(i)|]; });"),
        FixMethod("var a = new Dictionary<int, int>(); var gate = new Lock(); var b = new HashSet<int>(); var gate2 = new Lock(); Parallel.For(0, 9, i => { lock (gate) { a[i] = i; } Use(i); lock (gate2) { b.Add(i); } });"));

    [Fact]
    public Task Fixes_BelowNet9_WithAnObject()
    {
        var test = FixTest(
            """
            using System.Collections.Generic;
            using System.Threading.Tasks;
            class C { void M() { var d = new Dictionary<int, int>(); Parallel.For(0, 9, i => [|d[i] = i|]); } }
            """,
            """
            using System.Collections.Generic;
            using System.Threading.Tasks;
            class C { void M() { var d = new Dictionary<int, int>(); var gate = new object(); Parallel.For(0, 9, i => { lock (gate) { d[i] = i; } }); } }
            """);
        test.ReferenceAssemblies = ReferenceAssemblies.Net.Net80;
        return test.RunAsync();
    }

    private static Task VerifyFix(string source, string expected) => FixTest(source, expected).RunAsync();

    private static CSharpCodeFixTest<DICT201CapturedDictionaryAnalyzer, DICT201CapturedDictionaryCodeFix, DefaultVerifier> FixTest(string source, string expected) => new()
    {
        TestCode = source,
        FixedCode = expected,
        CodeActionEquivalenceKey = DICT201CapturedDictionaryCodeFix.LockKey,
    };

    private static string FixMethod(string statements) => $$"""
        using System.Collections.Generic;
        using System.Linq;
        using System.Threading;
        using System.Threading.Tasks;
        class C
        {
            readonly Dictionary<int, int> own = new();
            async Task M(int[] items, Dictionary<int, int> given)
            {
                await Task.Yield();
                { {{statements}} }
            }
            static void Use(int value) { }
            static async Task<int> Load(int i) { await Task.Delay(1); return i; }
        }
        """;
}
