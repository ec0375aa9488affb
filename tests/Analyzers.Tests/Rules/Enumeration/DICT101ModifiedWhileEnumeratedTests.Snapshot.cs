using System.Threading.Tasks;
using DictionaryAnalyzers.Rules.Enumeration;
using DictionaryAnalyzers.Testing;
using Xunit;

namespace DictionaryAnalyzers.Tests.Rules.Enumeration;

// The repair that enumerates a copy.
public partial class DICT101ModifiedWhileEnumeratedTests
{
    [Fact]
    public Task Snapshot_KeepsCommentsAndLayout() => VerifySnapshot(
        """
        using System.Collections.Generic;
        using System.Linq;

        class C
        {
            void M(Dictionary<int, int> d)
            {
                // walk
                foreach (var p in d /* all */) // of it
                {
                    [|d.Add(p.Key + 1, 2)|];   // more
                }
            }
        }
        """,
        """
        using System.Collections.Generic;
        using System.Linq;

        class C
        {
            void M(Dictionary<int, int> d)
            {
                // walk
                foreach (var p in d.ToArray() /* all */) // of it
                {
                    d.Add(p.Key + 1, 2);   // more
                }
            }
        }
        """);

    [Theory]
    [InlineData("SortedDictionary<string, int> d", "foreach (var key in d.Keys) [|d.Remove(key)|];", "foreach (var key in d.Keys.ToArray()) d.Remove(key);")]
    [InlineData("SortedDictionary<string, int> d", "foreach (var value in d.Values) [|d.Clear()|];", "foreach (var value in d.Values.ToArray()) d.Clear();")]
    [InlineData("SortedDictionary<string, int> d", "foreach (var (key, value) in d) [|d[key]|] = value;", "foreach (var (key, value) in d.ToArray()) d[key] = value;")]
    [InlineData("SortedList<string, int> d", "foreach (KeyValuePair<string, int> p in d) [|d.Remove(p.Key)|];", "foreach (KeyValuePair<string, int> p in d.ToArray()) d.Remove(p.Key);")]
    [InlineData("OrderedDictionary<string, int> d", "foreach (var p in d) [|d.Remove(p.Key)|];", "foreach (var p in d.ToArray()) d.Remove(p.Key);")]
    [InlineData("HashSet<int> d", "foreach (var x in d) [|d.Add(x + 1)|];", "foreach (var x in d.ToArray()) d.Add(x + 1);")]
    [InlineData("SortedSet<int> d", "foreach (var x in d) [|d.Remove(x)|];", "foreach (var x in d.ToArray()) d.Remove(x);")]
    [InlineData("List<int> d", "foreach (var x in d) [|d.Add(x)|];", "foreach (var x in d.ToArray()) d.Add(x);")]
    [InlineData("ImmutableDictionary<int, int>.Builder d", "foreach (var p in d) [|d.Remove(p.Key)|];", "foreach (var p in d.ToArray()) d.Remove(p.Key);")]
    [InlineData("Dictionary<int, int> d", "foreach (var k in d.Keys.Where(k => k > 1)) [|d.Add(k + 1, 1)|];", "foreach (var k in d.Keys.Where(k => k > 1).ToArray()) d.Add(k + 1, 1);")]
    [InlineData("Dictionary<int, int> d", "foreach (var k in from p in d where p.Value > 1 select p.Key) [|d.Add(k + 1, 1)|];", "foreach (var k in (from p in d where p.Value > 1 select p.Key).ToArray()) d.Add(k + 1, 1);")]
    [InlineData("Dictionary<int, int> d", "var q = d.Where(p => p.Value > 1); foreach (var p in q) [|d.Add(p.Key + 1, 1)|];", "var q = d.Where(p => p.Value > 1); foreach (var p in q.ToArray()) d.Add(p.Key + 1, 1);")]
    [InlineData("Dictionary<int, int> d", "var keys = d.Keys; foreach (var k in keys) [|d.Add(k + 1, 1)|];", "var keys = d.Keys; foreach (var k in keys.ToArray()) d.Add(k + 1, 1);")]
    [InlineData("SortedSet<int> d", "foreach (var x in d.GetViewBetween(1, 9)) [|d.Remove(x)|];", "foreach (var x in d.GetViewBetween(1, 9).ToArray()) d.Remove(x);")]
    [InlineData("SortedSet<int> d", "[|d.ExceptWith(d.Where(x => x > 1))|];", "d.ExceptWith(d.Where(x => x > 1).ToArray());")]
    [InlineData("HashSet<int> d", "[|d.UnionWith(d.SelectMany(x => new[] { x + 1 }))|];", "d.UnionWith(d.SelectMany(x => new[] { x + 1 }).ToArray());")]
    [InlineData("List<int> d", "[|d.AddRange(d.Where(x => x > 1))|];", "d.AddRange(d.Where(x => x > 1).ToArray());")]
    [InlineData("SortedDictionary<string, int> d", "_ = d.Keys.Count([|Drop|]); bool Drop(string key) => d.Remove(key);", "_ = d.Keys.ToArray().Count(Drop); bool Drop(string key) => d.Remove(key);")]
    [InlineData("SortedDictionary<string, int> d", "[|DropAll(d.Keys)|]; void DropAll(IEnumerable<string> keys) { foreach (var key in keys) d.Remove(key); }", "DropAll(d.Keys.ToArray()); void DropAll(IEnumerable<string> keys) { foreach (var key in keys) d.Remove(key); }")]
    [InlineData("Dictionary<int, int> d", "foreach (var p in (IEnumerable<KeyValuePair<int, int>>)d) [|d.Add(p.Key + 1, 1)|];", "foreach (var p in ((IEnumerable<KeyValuePair<int, int>>)d).ToArray()) d.Add(p.Key + 1, 1);")]
    [InlineData("Dictionary<int, int>? d", "foreach (var p in d!) [|d!.Add(p.Key + 1, 1)|];", "foreach (var p in d!.ToArray()) d!.Add(p.Key + 1, 1);")]
    public Task Snapshot_InALoop(string parameter, string before, string after) => VerifySnapshot(Method(parameter, before), Method(parameter, after));

    [Theory]
    [InlineData("Hashtable d", "foreach (DictionaryEntry e in d) [|d.Remove(e.Key)|];", "foreach (DictionaryEntry e in d.Cast<DictionaryEntry>().ToArray()) d.Remove(e.Key);")]
    [InlineData("Hashtable d", "foreach (string key in d.Keys) [|d.Remove(key)|];", "foreach (string key in d.Keys.Cast<string>().ToArray()) d.Remove(key);")]
    [InlineData("Hashtable d", "foreach (var value in d.Values) [|d.Clear()|];", "foreach (var value in d.Values.Cast<object?>().ToArray()) d.Clear();")]
    [InlineData("ListDictionary d", "foreach (DictionaryEntry e in d) [|d.Remove(e.Key)|];", "foreach (DictionaryEntry e in d.Cast<DictionaryEntry>().ToArray()) d.Remove(e.Key);")]
    [InlineData("HybridDictionary d", "foreach (DictionaryEntry e in d) [|d.Remove(e.Key)|];", "foreach (DictionaryEntry e in d.Cast<DictionaryEntry>().ToArray()) d.Remove(e.Key);")]
    [InlineData("System.Collections.SortedList d", "foreach (DictionaryEntry e in d) [|d.Remove(e.Key)|];", "foreach (DictionaryEntry e in d.Cast<DictionaryEntry>().ToArray()) d.Remove(e.Key);")]
    [InlineData("System.Collections.Specialized.OrderedDictionary d", "foreach (DictionaryEntry e in d) [|d.Remove(e.Key)|];", "foreach (DictionaryEntry e in d.Cast<DictionaryEntry>().ToArray()) d.Remove(e.Key);")]
    [InlineData("NameValueCollection d", "foreach (string? key in d) [|d.Remove(key)|];", "foreach (string? key in d.AllKeys) d.Remove(key);")]
    [InlineData("NameValueCollection d", "foreach (string key in d) [|d.Remove(key)|];", "foreach (string key in d.Cast<string>().ToArray()) d.Remove(key);")]
    public Task Snapshot_OfANonGenericCollection(string parameter, string before, string after) =>
        VerifySnapshot(Method(parameter, before), Method(parameter, after));

    [Fact]
    public Task Snapshot_OfAnExpandoObject() => VerifySnapshot(
        Method("IDictionary<string, object?> unused", "IDictionary<string, object?> d = new ExpandoObject(); foreach (var p in d) [|d.Remove(p.Key)|];"),
        Method("IDictionary<string, object?> unused", "IDictionary<string, object?> d = new ExpandoObject(); foreach (var p in d.ToArray()) d.Remove(p.Key);"));

    [Theory]
    [InlineData("Dictionary<int, int> d", "var r = d.Where(p => p.Value > 1).ToDictionary(p => { [|d.Add(p.Key + 1, 1)|]; return p.Key; });", "var r = d.ToArray().Where(p => p.Value > 1).ToDictionary(p => { d.Add(p.Key + 1, 1); return p.Key; });")]
    [InlineData("Dictionary<int, int> d", "var r = d.Keys.All(k => { [|d.Add(k + 1, 1)|]; return true; });", "var r = d.Keys.ToArray().All(k => { d.Add(k + 1, 1); return true; });")]
    [InlineData("List<int> d", "d.ForEach(x => [|d.Add(x)|]);", "d.ToList().ForEach(x => d.Add(x));")]
    [InlineData("SortedSet<int> d", "foreach (var x in d.Where(x => [|d.Remove(x)|]).Select(x => x)) { }", "foreach (var x in d.ToArray().Where(x => d.Remove(x)).Select(x => x)) { }")]
    [InlineData("SortedSet<int> d", "List<bool> gone = [.. d.Select(x => [|d.Remove(x)|])];", "List<bool> gone = [.. d.ToArray().Select(x => d.Remove(x))];")]
    [InlineData("SortedSet<int> d", "foreach (var x in from x in d where [|d.Remove(x)|] select x) { }", "foreach (var x in from x in d.ToArray() where d.Remove(x) select x) { }")]
    public Task Snapshot_WhereACallEnumerates(string parameter, string before, string after) =>
        VerifySnapshot(Method(parameter, before), Method(parameter, after));

    [Fact]
    public Task Snapshot_WhereAHelperEnumerates() => VerifySnapshot(
        """
        using System;
        using System.Collections.Generic;

        static class C
        {
            static void Each<T>(this IEnumerable<T> items, Action<T> act) { foreach (var item in items) act(item); }

            static void M(Dictionary<int, int> d)
            {
                d.Each(p => [|d.Add(p.Key + 1, 1)|]);
                Each(d.Keys, k => [|d.Add(k + 1, 1)|]);
            }
        }
        """,
        """
        using System;
        using System.Collections.Generic;
        using System.Linq;

        static class C
        {
            static void Each<T>(this IEnumerable<T> items, Action<T> act) { foreach (var item in items) act(item); }

            static void M(Dictionary<int, int> d)
            {
                d.ToArray().Each(p => d.Add(p.Key + 1, 1));
                Each(d.Keys.ToArray(), k => d.Add(k + 1, 1));
            }
        }
        """);

    [Theory]
    [InlineData("using var e = d.GetEnumerator(); while (e.MoveNext()) [|d.Add(e.Current.Key + 1, 1)|];", "using var e = d.ToList().GetEnumerator(); while (e.MoveNext()) d.Add(e.Current.Key + 1, 1);")]
    [InlineData("var e = d.Keys.GetEnumerator(); while (e.MoveNext()) [|d.Add(e.Current + 1, 1)|]; e.Dispose();", "var e = d.Keys.ToList().GetEnumerator(); while (e.MoveNext()) d.Add(e.Current + 1, 1); e.Dispose();")]
    [InlineData("IEnumerator<KeyValuePair<int, int>> e = d.GetEnumerator(); while (e.MoveNext()) [|d.Add(e.Current.Key + 1, 1)|];", "IEnumerator<KeyValuePair<int, int>> e = d.ToList().GetEnumerator(); while (e.MoveNext()) d.Add(e.Current.Key + 1, 1);")]
    public Task Snapshot_OfAnEnumerator(string before, string after) =>
        VerifySnapshot(Method("Dictionary<int, int> d", before), Method("Dictionary<int, int> d", after));

    [Theory]
    [InlineData("Dictionary<int, int> d", "Dictionary<int, int>.Enumerator e = d.GetEnumerator(); while (e.MoveNext()) [|d.Add(e.Current.Key + 1, 1)|];")]
    [InlineData("Dictionary<int, int> d", "var e = d.GetEnumerator(); while (e.MoveNext()) [|d.Add(e.Current.Key + 1, 1)|]; Use(e);")]
    [InlineData("Hashtable d", "var e = d.GetEnumerator(); while (e.MoveNext()) [|d.Remove(e.Key)|];")]
    [InlineData("Hashtable d", "IDictionaryEnumerator e = d.GetEnumerator(); while (e.MoveNext()) [|d.Remove(e.Key)|];")]
    public Task Snapshot_IsNotOfferedForAnEnumeratorOfItsOwnKind(string parameter, string source) =>
        VerifySnapshot(Method(parameter, source));

    [Fact]
    public Task Snapshot_IsNotOfferedForAnAsynchronousLoop() => VerifySnapshot(
        """
        using System.Collections.Generic;
        using System.Threading.Tasks;

        class C
        {
            private readonly SortedDictionary<int, int> d = new();

            async IAsyncEnumerable<int> Walk()
            {
                foreach (var p in d)
                {
                    await Task.Yield();
                    yield return p.Key;
                }
            }

            async Task M()
            {
                await foreach (var key in Walk())
                {
                    [|d.Remove(key)|];
                }
            }
        }
        """);

    [Theory]
    [InlineData("public IEnumerator<KeyValuePair<int, int>> GetEnumerator() => throw new System.NotSupportedException();", "", false)]
    [InlineData("public IEnumerator<KeyValuePair<int, int>> GetEnumerator() => throw new System.NotSupportedException(); System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();", " : IEnumerable<KeyValuePair<int, int>>", true)]
    public Task Snapshot_OfAListedType_WhereLinqTakesIt(string members, string bases, bool isOffered)
    {
        return VerifySnapshot(Source("foreach (var p in map) [|map.Add(p.Key + 1, 1)|];"), isOffered ? Source("foreach (var p in map.ToArray()) map.Add(p.Key + 1, 1);") : null, test =>
            test.TestState.AnalyzerConfigFiles.Add(("/.editorconfig", "root = true\n[*.cs]\ndictionary_analyzers.additional_types = FastMap")));

        string Source(string loop) =>
            $$"""
            using System.Collections.Generic;
            using System.Linq;

            class FastMap{{bases}}
            {
                public void Add(int key, int value) { }
                {{members}}
            }

            class C
            {
                void M(FastMap map) { {{loop}} }
            }
            """;
    }

    [Fact]
    public Task Snapshot_IsNotOfferedWhereAQueryWasStoredWithTheModification() => VerifySnapshot(
        Method("SortedSet<int> d", "var q = d.Where(x => [|d.Remove(x)|]); var r = q.ToList();"));

    [Fact]
    public Task Snapshot_IsNotOfferedWhereLinqIsMissing() => VerifySnapshot(
        """
        namespace System.Linq { public static class Enumerable { } }

        namespace N
        {
            using System.Collections.Generic;

            class C
            {
                void M(SortedSet<int> d)
                {
                    foreach (var x in d)
                        [|d.Remove(x)|];
                }
            }
        }
        """,
        change: test => test.CompilerDiagnostics = CompilerDiagnostics.None);

    [Fact]
    public Task Snapshot_OfAChainWithOneCallALine() => VerifySnapshot(
        """
        using System.Collections.Generic;
        using System.Linq;

        class C
        {
            void M(Dictionary<int, int> d)
            {
                foreach (var key in d
                    .Where(p => p.Value > 1)
                    .Select(p => p.Key))
                {
                    [|d.Add(key + 1, 1)|];
                }
            }
        }
        """,
        """
        using System.Collections.Generic;
        using System.Linq;

        class C
        {
            void M(Dictionary<int, int> d)
            {
                foreach (var key in d
                    .Where(p => p.Value > 1)
                    .Select(p => p.Key)
                    .ToArray())
                {
                    d.Add(key + 1, 1);
                }
            }
        }
        """);

    [Fact]
    public Task Snapshot_WhereTheModificationIsInACallee() => VerifySnapshot(
        """
        using System.Collections.Generic;
        using System.Linq;

        class Room
        {
            private readonly SortedDictionary<int, string> guests = new();

            private void Leave(int id) => guests.Remove(id);

            public void CloseUp()
            {
                foreach (var id in guests.Keys)
                    [|Leave(id)|];
            }
        }
        """,
        """
        using System.Collections.Generic;
        using System.Linq;

        class Room
        {
            private readonly SortedDictionary<int, string> guests = new();

            private void Leave(int id) => guests.Remove(id);

            public void CloseUp()
            {
                foreach (var id in guests.Keys.ToArray())
                    Leave(id);
            }
        }
        """);

    [Fact]
    public Task Snapshot_OfAMethodThatGivesALiveView() => VerifySnapshot(
        """
        using System.Collections.Generic;
        using System.Linq;

        class Room
        {
            private readonly SortedDictionary<int, string> guests = new();

            private IEnumerable<int> Ids() => guests.Keys;

            public void CloseUp()
            {
                foreach (var id in Ids())
                    [|guests.Remove(id)|];
            }
        }
        """,
        """
        using System.Collections.Generic;
        using System.Linq;

        class Room
        {
            private readonly SortedDictionary<int, string> guests = new();

            private IEnumerable<int> Ids() => guests.Keys;

            public void CloseUp()
            {
                foreach (var id in Ids().ToArray())
                    guests.Remove(id);
            }
        }
        """);

    [Fact]
    public Task Snapshot_AddsTheUsingInOrder() => VerifySnapshot(
        """
        // A licence.

        using System.Collections.Generic;
        using System.Text;
        using Zed = System.Int32;

        namespace N;

        class C
        {
            void M(SortedDictionary<string, StringBuilder> d)
            {
                foreach (var key in d.Keys)
                    [|d.Remove(key)|];
            }
        }
        """,
        """
        // A licence.

        using System.Collections.Generic;
        using System.Linq;
        using System.Text;
        using Zed = System.Int32;

        namespace N;

        class C
        {
            void M(SortedDictionary<string, StringBuilder> d)
            {
                foreach (var key in d.Keys.ToArray())
                    d.Remove(key);
            }
        }
        """);

    [Fact]
    public Task Snapshot_AddsTheUsingAboveOthers() => VerifySnapshot(
        """
        // A licence.
        using Zulu;

        class C
        {
            void M(System.Collections.Generic.SortedSet<int> d)
            {
                foreach (var x in d)
                    [|d.Remove(x)|];
            }
        }

        namespace Zulu
        {
            class Z { }
        }
        """,
        """
        // A licence.
        using System.Linq;
        using Zulu;

        class C
        {
            void M(System.Collections.Generic.SortedSet<int> d)
            {
                foreach (var x in d.ToArray())
                    d.Remove(x);
            }
        }

        namespace Zulu
        {
            class Z { }
        }
        """);

    [Fact]
    public Task Snapshot_AddsTheUsingInsideTheNamespaceThatHasItsOwn() => VerifySnapshot(
        """
        namespace N
        {
            using System.Collections.Generic;

            class C
            {
                void M(SortedSet<int> d)
                {
                    foreach (var x in d)
                        [|d.Remove(x)|];
                }
            }
        }
        """,
        """
        namespace N
        {
            using System.Collections.Generic;
            using System.Linq;

            class C
            {
                void M(SortedSet<int> d)
                {
                    foreach (var x in d.ToArray())
                        d.Remove(x);
                }
            }
        }
        """);

    [Fact]
    public Task Snapshot_AddsTheFirstUsingBelowTheFilesOwnComment() => VerifySnapshot(
        """
        // A licence.

        /// <summary>A type.</summary>
        class C
        {
            void M(System.Collections.Generic.SortedSet<int> d)
            {
                foreach (var x in d)
                    [|d.Remove(x)|];
            }
        }
        """,
        """
        // A licence.

        using System.Linq;

        /// <summary>A type.</summary>
        class C
        {
            void M(System.Collections.Generic.SortedSet<int> d)
            {
                foreach (var x in d.ToArray())
                    d.Remove(x);
            }
        }
        """);

    [Fact]
    public Task Snapshot_AddsNoUsingWhereItIsImplicit() => VerifySnapshot(
        """
        class C
        {
            void M(SortedSet<int> d)
            {
                foreach (var x in d)
                    [|d.Remove(x)|];
            }
        }
        """,
        """
        class C
        {
            void M(SortedSet<int> d)
            {
                foreach (var x in d.ToArray())
                    d.Remove(x);
            }
        }
        """,
        test => test.Extra.ImplicitUsings = true);

    [Fact]
    public Task Snapshot_InTopLevelStatements() => VerifySnapshot(
        """
        using System.Collections.Generic;

        var d = new SortedSet<int> { 1 };
        foreach (var x in d)
        {
            [|d.Remove(x)|];
        }
        """,
        """
        using System.Collections.Generic;
        using System.Linq;

        var d = new SortedSet<int> { 1 };
        foreach (var x in d.ToArray())
        {
            d.Remove(x);
        }
        """);

    [Fact]
    public Task Snapshot_OfNestedLoopsOneAfterTheOther() => VerifySnapshot(
        Method("SortedSet<int> a, SortedSet<int> b", "foreach (var x in a) { [|a.Remove(x)|]; foreach (var y in b) { [|b.Remove(y)|]; } }"),
        Method("SortedSet<int> a, SortedSet<int> b", "foreach (var x in a.ToArray()) { a.Remove(x); foreach (var y in b.ToArray()) { b.Remove(y); } }"));

    [Fact]
    public Task Snapshot_OfALoopWithTwoModificationsOnce() => VerifySnapshot(
        Method("SortedSet<int> a", "foreach (var x in a) { [|a.Remove(x)|]; [|a.Add(x + 1)|]; }"),
        Method("SortedSet<int> a", "foreach (var x in a.ToArray()) { a.Remove(x); a.Add(x + 1); }"));

    [Fact]
    public Task Snapshot_OnNetStandard() => VerifySnapshot(
        """
        using System.Collections.Generic;

        class C
        {
            void M(Dictionary<string, int> d)
            {
                foreach (var p in d)
                    [|d.Remove(p.Key)|];
            }
        }
        """,
        """
        using System.Collections.Generic;
        using System.Linq;

        class C
        {
            void M(Dictionary<string, int> d)
            {
                foreach (var p in d.ToArray())
                    d.Remove(p.Key);
            }
        }
        """,
        test => test.ReferenceAssemblies = ReferenceAssemblies.NetStandard.NetStandard20);

    private static string Method(string parameters, string body) =>
        $$"""
        using System.Collections;
        using System.Collections.Generic;
        using System.Collections.Immutable;
        using System.Collections.Specialized;
        using System.Dynamic;
        using System.Linq;

        class C
        {
            void M({{parameters}})
            {
                {{body}}
            }

            static void Use(object o) { }
        }
        """;

    private static Task VerifySnapshot(string source, string? repaired = null, System.Action<FixTest>? change = null) =>
        VerifyRepair(DICT101ModifiedWhileEnumeratedCodeFix.SnapshotKey, source, repaired, change);

    private static Task VerifyRepair(string key, string source, string? repaired, System.Action<FixTest>? change)
    {
        var test = new FixTest { TestCode = source, CodeActionEquivalenceKey = key };
        if (repaired is not null)
        {
            test.FixedCode = repaired;
        }

        change?.Invoke(test);
        return test.RunAsync();
    }

    private sealed class FixTest
        : CSharpCodeFixTest<DICT101ModifiedWhileEnumeratedAnalyzer, DICT101ModifiedWhileEnumeratedCodeFix, DefaultVerifier>;
}
