using System.Threading.Tasks;
using DictionaryAnalyzers.Rules.Sharing;
using DictionaryAnalyzers.Testing;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace DictionaryAnalyzers.Tests.Rules.Sharing;

// What becomes of each kind of use is tested in Retyping/; here is what the rules' own diagnostics make of it, and who asks for it.
public class ConcurrentSetRepairTests
{
    private const string Head = "using System.Collections.Concurrent;\nusing System.Collections.Generic;\nusing System.Linq;\nusing System.Threading.Tasks;\n";

    [Theory]
    [InlineData("true")]
    [InlineData("false")]
    [InlineData(null)]
    public Task Fixes_DICT201_WhereTheOptionAsksForIt(string? option) => Verify<DICT201CapturedDictionaryAnalyzer, DICT201CapturedDictionaryCodeFix>(
        DICT201CapturedDictionaryCodeFix.ConcurrentSetKey, option,
        "class C { int M() { var set = new HashSet<int>(); Parallel.For(0, 99, i => { [|set.Add(i)|]; }); return set.Count; } }",
        "class C { int M() { var set = new ConcurrentDictionary<int, byte>(); Parallel.For(0, 99, i => { set.TryAdd(i, 0); }); return set.Count; } }");

    [Theory]
    [InlineData("true")]
    [InlineData("false")]
    [InlineData(null)]
    public Task Fixes_DICT202_WhereTheOptionAsksForIt(string? option) => Verify<DICT202SharedWriteAnalyzer, DICT202SharedWriteCodeFix>(
        DICT202SharedWriteCodeFix.ConcurrentSetKey, option,
        "static class C { static readonly HashSet<string> Seen = []; public static bool Note(string name) => [|Seen.Add(name)|]; public static string All() => string.Join(\",\", Seen); static Task Run() => Task.Run(() => Note(\"a\")); }",
        "static class C { static readonly ConcurrentDictionary<string, byte> Seen = new(); public static bool Note(string name) => Seen.TryAdd(name, 0); public static string All() => string.Join(\",\", Seen.Select(static pair => pair.Key)); static Task Run() => Task.Run(() => Note(\"a\")); }");

    [Theory]
    [InlineData("true")]
    [InlineData("false")]
    [InlineData(null)]
    public Task Fixes_DICT203_WhereTheOptionAsksForIt(string? option) => Verify<DICT203UnguardedAccessAnalyzer, DICT203UnguardedAccessCodeFix>(
        DICT203UnguardedAccessCodeFix.ConcurrentSetKey, option,
        "class C { readonly object gate = new(); readonly HashSet<int> set = new(); public void Add(int x) { lock (gate) set.Add(x); } public void Drop(int x) { lock (gate) set.Remove(x); } public bool Has(int x) => [|set.Contains(x)|]; }",
        "class C { readonly object gate = new(); readonly ConcurrentDictionary<int, byte> set = new(); public void Add(int x) { lock (gate) set.TryAdd(x, 0); } public void Drop(int x) { lock (gate) set.TryRemove(x, out _); } public bool Has(int x) => set.ContainsKey(x); }");

    private static Task Verify<TAnalyzer, TFix>(string key, string? option, string before, string after)
        where TAnalyzer : DiagnosticAnalyzer, new()
        where TFix : CodeFixProvider, new()
    {
        var test = new CSharpCodeFixTest<TAnalyzer, TFix, DefaultVerifier> { TestCode = Head + before + "\n", CodeActionEquivalenceKey = key };
        if (option is not null)
        {
            test.TestState.AnalyzerConfigFiles.Add(("/.editorconfig", $"root = true\n[*.cs]\ndictionary_analyzers.retype_sets = {option}\n"));
        }

        if (option == "true")
        {
            test.FixedCode = Head + after + "\n";
        }

        return test.RunAsync();
    }
}
