using System;
using System.Threading.Tasks;
using DictionaryAnalyzers.Rules.Enumeration;
using DictionaryAnalyzers.Testing.Running;
using Xunit;

namespace DictionaryAnalyzers.Proofs.Rules.Enumeration;

// Before each repair the program ends with InvalidOperationException, after it with the contents that were meant.
public class DICT101ModifiedWhileEnumeratedProofs
{
    private const string Two = "{ [\"a\"] = 1, [\"b\"] = 2 }";

    [Theory]
    [InlineData("Dictionary<string, int> d = new() " + Two, "foreach (var p in d) { d[p.Key + \"2\"] = 0; }", "a2=0 a=1 b2=0 b=2")]
    [InlineData("Dictionary<string, int> d = new() " + Two, "foreach (var key in d.Keys) { d.Add(key + \"2\", 0); }", "a2=0 a=1 b2=0 b=2")]
    [InlineData("Dictionary<string, int> d = new() " + Two, "foreach (var value in d.Values) { d.Add(\"n\" + value, 0); }", "a=1 b=2 n1=0 n2=0")]
    [InlineData("Dictionary<string, int> d = new() " + Two, "foreach (var p in d) { d.EnsureCapacity(1000); }", "a=1 b=2")]
    [InlineData("SortedDictionary<string, int> d = new() " + Two, "foreach (var p in d) { d.Remove(p.Key); }", "")]
    [InlineData("SortedDictionary<string, int> d = new() " + Two, "foreach (var p in d) { d[p.Key] = p.Value * 10; }", "a=10 b=20")]
    [InlineData("System.Collections.Generic.SortedList<string, int> d = new() " + Two, "foreach (var p in d) { d.Remove(p.Key); }", "")]
    [InlineData("System.Collections.Generic.SortedList<string, int> d = new() " + Two, "foreach (var key in d.Keys) { d[key] = 0; }", "a=0 b=0")]
    [InlineData("System.Collections.Generic.OrderedDictionary<string, int> d = new() " + Two, "foreach (var p in d) { d.Remove(p.Key); }", "")]
    [InlineData("ImmutableDictionary<string, int>.Builder d = ImmutableDictionary.CreateRange(new Dictionary<string, int> " + Two + ").ToBuilder()", "foreach (var p in d) { d.Remove(p.Key); }", "")]
    [InlineData("IDictionary<string, object?> d = new ExpandoObject(); d[\"a\"] = 1; d[\"b\"] = 2", "foreach (var p in d) { d.Remove(p.Key); }", "")]
    [InlineData("HashSet<string> d = [\"a\", \"b\"]", "foreach (var x in d) { d.Add(x + \"2\"); }", "a a2 b b2")]
    [InlineData("SortedSet<string> d = [\"a\", \"b\"]", "foreach (var x in d) { d.Remove(x); }", "")]
    [InlineData("List<string> d = [\"a\", \"b\"]", "foreach (var x in d) { d.Add(x + \"2\"); }", "a a2 b b2")]
    [InlineData("Hashtable d = new() " + Two, "foreach (DictionaryEntry e in d) { d.Remove(e.Key); }", "")]
    [InlineData("Hashtable d = new() " + Two, "foreach (string key in d.Keys) { d[key] = 0; }", "a=0 b=0")]
    [InlineData("System.Collections.SortedList d = new() " + Two, "foreach (DictionaryEntry e in d) { d.Remove(e.Key); }", "")]
    [InlineData("System.Collections.Specialized.OrderedDictionary d = new() " + Two, "foreach (DictionaryEntry e in d) { d.Remove(e.Key); }", "")]
    [InlineData("ListDictionary d = new() " + Two, "foreach (DictionaryEntry e in d) { d.Remove(e.Key); }", "")]
    [InlineData("HybridDictionary d = new() " + Two, "foreach (DictionaryEntry e in d) { d.Remove(e.Key); }", "")]
    [InlineData("NameValueCollection d = new() { { \"a\", \"1\" }, { \"b\", \"2\" } }", "foreach (string? key in d) { d.Remove(key); }", "")]
    [InlineData("Dictionary<string, int> d = new() " + Two, "foreach (var key in d.Keys.Where(k => k != \"\")) { d.Add(key + \"2\", 0); }", "a2=0 a=1 b2=0 b=2")]
    [InlineData("Dictionary<string, int> d = new() " + Two, "foreach (var key in from p in d where p.Value > 0 select p.Key) { d.Add(key + \"2\", 0); }", "a2=0 a=1 b2=0 b=2")]
    [InlineData("Dictionary<string, int> d = new() " + Two, "d.Where(p => p.Value > 0).ToDictionary(p => { d.Add(p.Key + \"2\", 0); return p.Key; });", "a2=0 a=1 b2=0 b=2")]
    [InlineData("List<string> d = [\"a\", \"b\"]", "d.ForEach(x => d.Add(x + \"2\"));", "a a2 b b2")]
    [InlineData("Dictionary<string, int> d = new() " + Two, "using var e = d.GetEnumerator(); while (e.MoveNext()) { d.Add(e.Current.Key + \"2\", 0); }", "a2=0 a=1 b2=0 b=2")]
    [InlineData("SortedSet<string> d = [\"a\", \"b\"]", "d.ExceptWith(d.Where(x => x != \"\"));", "")]
    [InlineData("SortedSet<string> d = [\"a\", \"b\"]", "foreach (var x in d.GetViewBetween(\"a\", \"c\")) { d.Remove(x); }", "")]
    [InlineData("HashSet<string> d = [\"a\", \"b\"]", "d.UnionWith(d.Select(x => x + \"2\"));", "a a2 b b2")]
    [InlineData("List<string> d = [\"a\", \"b\"]", "d.AddRange(d.Select(x => x + \"2\"));", "a a2 b b2")]
    [InlineData("Dictionary<string, int> d = new() " + Two, "bool Grow(string key) => d.TryAdd(key + \"2\", 0); _ = d.Keys.Count(Grow);", "a2=0 a=1 b2=0 b=2")]
    [InlineData("SortedDictionary<string, int> d = new() " + Two, "static void DropAll(SortedDictionary<string, int> from, IEnumerable<string> keys) { foreach (var key in keys) { from.Remove(key); } } DropAll(d, d.Keys);", "")]
    [InlineData("Dictionary<string, int> d = new() " + Two, "static void Grow(Dictionary<string, int> grown, string key) { grown.Add(key + \"2\", 0); } foreach (var key in d.Keys) { Grow(d, key); }", "a2=0 a=1 b2=0 b=2")]
    public Task Snapshot(string declaration, string loop, string contents) =>
        Prove(DICT101ModifiedWhileEnumeratedCodeFix.SnapshotKey, declaration, loop, contents);

    [Theory]
    [InlineData("SortedDictionary<string, int> d = new() " + Two, "foreach (var p in d) { System.Console.WriteLine(p.Key); if (p.Value == 1) { d.Remove(p.Key); } }", "b=2")]
    [InlineData("System.Collections.Generic.SortedList<string, int> d = new() " + Two, "foreach (var (key, value) in d) { System.Console.WriteLine(key); if (value == 1) { d.Remove(key); } }", "b=2")]
    [InlineData("System.Collections.Generic.OrderedDictionary<string, int> d = new() " + Two, "foreach (var p in d) { System.Console.WriteLine(p.Key); if (p.Value == 1) { d.Remove(p.Key); } }", "b=2")]
    [InlineData("ImmutableDictionary<string, int>.Builder d = ImmutableDictionary.CreateRange(new Dictionary<string, int> " + Two + ").ToBuilder()", "foreach (var p in d) { d.Remove(p.Key); }", "")]
    [InlineData("IDictionary<string, object?> d = new ExpandoObject(); d[\"a\"] = 1; d[\"b\"] = 2", "foreach (var p in d) { d.Remove(p.Key); }", "")]
    [InlineData("SortedSet<string> d = [\"a\", \"b\"]", "foreach (var x in d) { System.Console.WriteLine(x); if (x == \"a\") { d.Remove(x); } }", "b")]
    [InlineData("List<string> d = [\"a\", \"a\", \"b\"]", "foreach (var x in d) { System.Console.WriteLine(x); if (x == \"a\") { d.Remove(x); } }", "b")]
    [InlineData("Hashtable d = new() " + Two, "foreach (DictionaryEntry e in d) { d.Remove(e.Key); }", "")]
    [InlineData("System.Collections.SortedList d = new() " + Two, "foreach (DictionaryEntry e in d) { d.Remove(e.Key); }", "")]
    [InlineData("System.Collections.Specialized.OrderedDictionary d = new() " + Two, "foreach (DictionaryEntry e in d) { d.Remove(e.Key); }", "")]
    [InlineData("ListDictionary d = new() " + Two, "foreach (DictionaryEntry e in d) { d.Remove(e.Key); }", "")]
    [InlineData("HybridDictionary d = new() " + Two, "foreach (DictionaryEntry e in d) { d.Remove(e.Key); }", "")]
    public Task CollectThenDelete(string declaration, string loop, string contents) =>
        Prove(DICT101ModifiedWhileEnumeratedCodeFix.CollectThenDeleteKey, declaration, loop, contents);

    [Theory]
    [InlineData("SortedSet<string> d = [\"a\", \"b\", \"c\"]", "foreach (var x in d) { if (x != \"b\") { d.Remove(x); } }", "b")]
    [InlineData("List<string> d = [\"a\", \"b\", \"a\"]", "foreach (var x in d) { if (x == \"a\") { d.Remove(x); } }", "b")]
    public Task RemoveWhere(string declaration, string loop, string contents) =>
        Prove(DICT101ModifiedWhileEnumeratedCodeFix.RemoveWhereKey, declaration, loop, contents);

    private static async Task Prove(string key, string declaration, string loop, string contents)
    {
        var proof = await Proof.Of<DICT101ModifiedWhileEnumeratedAnalyzer, DICT101ModifiedWhileEnumeratedCodeFix>(
            $$"""
            using System.Collections;
            using System.Collections.Generic;
            using System.Collections.Immutable;
            using System.Collections.Specialized;
            using System.Dynamic;
            using System.Linq;

            {{declaration}};
            {{loop}}
            Shown.Contents(d);

            static class Shown
            {
                public static void Contents(IEnumerable contents) =>
                    System.Console.WriteLine("contents: " + string.Join(" ", contents.Cast<object>().Select(Text).Order(System.StringComparer.Ordinal)));

                private static string Text(object item) => item switch
                {
                    KeyValuePair<string, int> pair => $"{pair.Key}={pair.Value}",
                    KeyValuePair<string, object?> pair => $"{pair.Key}={pair.Value}",
                    DictionaryEntry entry => $"{entry.Key}={entry.Value}",
                    _ => item.ToString()!,
                };
            }
            """)
            .WithKey(key)
            .InProcess()
            .FaultsWith<InvalidOperationException>()
            .ThenPrintsLike($"^contents: {contents}$")
            .RunAsync();

        // What was printed until the fault is printed after the repair as well.
        Assert.StartsWith(proof.Before.StandardOutput, proof.After.StandardOutput, StringComparison.Ordinal);
    }
}
