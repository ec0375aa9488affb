using System.Threading.Tasks;
using DictionaryAnalyzers.Rules.Enumeration;
using DictionaryAnalyzers.Testing;
using Xunit;

namespace DictionaryAnalyzers.Tests.Rules.Enumeration;

// The repair that collects the keys and removes them after the loop.
public partial class DICT101ModifiedWhileEnumeratedTests
{
    [Fact]
    public Task CollectThenDelete_KeepsCommentsAndLayout() => VerifyTwoPhases(
        """
        using System.Collections.Generic;

        class C
        {
            void M(SortedDictionary<string, int> d)
            {
                var limit = 3;

                // Drop what is too much.
                foreach (var pair in d)
                {
                    // too much
                    if (pair.Value > limit)
                    {
                        [|d.Remove(pair.Key)|]; // gone
                    }
                } // done

                limit++;
            }
        }
        """,
        """
        using System.Collections.Generic;

        class C
        {
            void M(SortedDictionary<string, int> d)
            {
                var limit = 3;

                // Drop what is too much.
                var keysToRemove = new List<string>();
                foreach (var pair in d)
                {
                    // too much
                    if (pair.Value > limit)
                    {
                        keysToRemove.Add(pair.Key); // gone
                    }
                } // done

                foreach (var key in keysToRemove)
                {
                    d.Remove(key);
                }

                limit++;
            }
        }
        """);

    [Theory]
    [InlineData("SortedDictionary<string, int> d", "foreach (var key in d.Keys) { if (key.Length > 3) { [|d.Remove(key)|]; } }",
        "var keysToRemove = new List<string>();| foreach (var key in d.Keys) { if (key.Length > 3) { keysToRemove.Add(key); } }|| foreach (var key in keysToRemove) { d.Remove(key); }")]
    [InlineData("SortedDictionary<string, int> d", "foreach (var (key, value) in d) { if (value > 3) [|d.Remove(key)|]; else if (value < 0) [|d.Remove(key)|]; }",
        "var keysToRemove = new List<string>();| foreach (var (key, value) in d) { if (value > 3) keysToRemove.Add(key); else if (value < 0) keysToRemove.Add(key); }|| foreach (var key in keysToRemove) { d.Remove(key); }")]
    [InlineData("SortedSet<int> d", "foreach (var x in d) { if (x > 3) [|d.Remove(x)|]; Use(x); }",
        "var itemsToRemove = new List<int>();| foreach (var x in d) { if (x > 3) itemsToRemove.Add(x); Use(x); }|| foreach (var item in itemsToRemove) { d.Remove(item); }")]
    [InlineData("List<string?> d", "foreach (var x in d) { if (x is null) [|d.Remove(x)|]; Use(d: 1); }",
        "var itemsToRemove = new List<string?>();| foreach (var x in d) { if (x is null) itemsToRemove.Add(x); Use(d: 1); }|| foreach (var item in itemsToRemove) { d.Remove(item); }")]
    [InlineData("Hashtable d", "foreach (DictionaryEntry e in d) { if (e.Value is null) [|d.Remove(e.Key)|]; }",
        "var keysToRemove = new List<object>();| foreach (DictionaryEntry e in d) { if (e.Value is null) keysToRemove.Add(e.Key); }|| foreach (var key in keysToRemove) { d.Remove(key); }")]
    [InlineData("SortedDictionary<string, int> d, string key", "foreach (var p in d) { if (p.Key == key) [|d.Remove(p.Key)|]; }",
        "var keysToRemove = new List<string>();| foreach (var p in d) { if (p.Key == key) keysToRemove.Add(p.Key); }|| foreach (var key2 in keysToRemove) { d.Remove(key2); }")]
    [InlineData("SortedDictionary<string, int> d", "foreach (var p in d) { if (p.Value > 3) continue; if (p.Value < 0) break; [|d.Remove(p.Key)|]; }",
        "var keysToRemove = new List<string>();| foreach (var p in d) { if (p.Value > 3) continue; if (p.Value < 0) break; keysToRemove.Add(p.Key); }|| foreach (var key in keysToRemove) { d.Remove(key); }")]
    [InlineData("SortedDictionary<string, int> d", "foreach (var key in d.Keys.Where(key => key.Length > 3)) { [|d.Remove(key)|]; }",
        "var keysToRemove = new List<string>();| foreach (var key in d.Keys.Where(key => key.Length > 3)) { keysToRemove.Add(key); }|| foreach (var key in keysToRemove) { d.Remove(key); }")]
    public Task CollectThenDelete(string parameter, string before, string after) =>
        VerifyTwoPhases(Helped(parameter, before), Helped(parameter, Lines(after)));

    [Theory]
    [InlineData("SortedDictionary<string, int> d", "foreach (var p in d) { if (d.Count > 3) [|d.Remove(p.Key)|]; }")]
    [InlineData("SortedDictionary<string, int> d", "foreach (var p in d) { [|d.Remove(p.Key)|]; Use(d); }")]
    [InlineData("SortedDictionary<string, int> d", "foreach (var p in d) { [|d.Remove(p.Key)|]; var has = d.ContainsKey(\"a\"); }")]
    [InlineData("SortedDictionary<string, int> d", "foreach (var p in d) { [|d.Remove(p.Key)|]; [|d[\"a\"]|] = 1; }")]
    [InlineData("SortedDictionary<string, int> d", "foreach (var p in d) { if ([|d.Remove(p.Key)|]) Use(p); }")]
    [InlineData("SortedDictionary<string, int> d", "foreach (var p in d) { [|d.Remove(\"a\")|]; }")]
    [InlineData("SortedDictionary<string, int> d", "foreach (var p in d) { [|d.Remove(p.Key, out var old)|]; }")]
    [InlineData("SortedDictionary<string, int> d", "foreach (var p in d) { [|d.Remove(p.Key)|]; if (p.Value == 9) return; }")]
    [InlineData("SortedDictionary<string, int> d", "foreach (var p in d) { if (p.Value == 9) throw new System.Exception(); [|d.Remove(p.Key)|]; }")]
    [InlineData("SortedDictionary<string, int> d", "foreach (var p in d) { if (p.Value == 9) goto end; [|d.Remove(p.Key)|]; } end: Use(1);")]
    [InlineData("SortedDictionary<string, int> d", "if (d.Count > 1) foreach (var p in d) { [|d.Remove(p.Key)|]; }")]
    [InlineData("SortedDictionary<string, int> d", "foreach (var p in d) { [|d.Clear()|]; }")]
    [InlineData("SortedDictionary<string, int> d", "foreach (var key in d.Keys.Where(key => d[key] > 3)) { [|d.Remove(key)|]; }")]
    [InlineData("SortedDictionary<string, int> d", "System.Func<int> count = () => d.Count; foreach (var p in d) { if (count() > 1) [|d.Remove(p.Key)|]; }")]
    [InlineData("SortedDictionary<string, int> d", "int Count() => d.Count; foreach (var p in d) { if (Count() > 1) [|d.Remove(p.Key)|]; }")]
    [InlineData("Dictionary<string, int> d", "foreach (var p in d) { [|d.Add(p.Key + 1, 1)|]; }")]
    public Task CollectThenDelete_IsNotOfferedWhereTheDelayWouldShow(string parameter, string source) =>
        VerifyTwoPhases(Helped(parameter, source));

    [Fact]
    public Task CollectThenDelete_IsNotOfferedWhereACalleeLooksIntoTheCollection() => VerifyTwoPhases(
        """
        using System.Collections.Generic;

        class Room
        {
            private readonly SortedDictionary<int, string> guests = new();

            private bool IsFull => guests.Count > 3;

            public void M()
            {
                foreach (var guest in guests)
                {
                    if (Check(guest.Key))
                    {
                        [|guests.Remove(guest.Key)|];
                    }
                }
            }

            private bool Check(int id) => id > 3 && IsFull;
        }
        """);

    [Fact]
    public Task CollectThenDelete_IsNotOfferedWhereTheLoopYieldsOrWaits() => VerifyTwoPhases(
        """
        using System.Collections.Generic;
        using System.Threading.Tasks;

        class Room
        {
            private readonly SortedDictionary<int, string> guests = new();

            public IEnumerable<int> M()
            {
                foreach (var guest in guests)
                {
                    yield return guest.Key;
                    [|guests.Remove(guest.Key)|];
                }
            }

            public async Task N()
            {
                foreach (var guest in guests)
                {
                    await Task.Yield();
                    [|guests.Remove(guest.Key)|];
                }
            }
        }
        """);

    [Fact]
    public Task CollectThenDelete_OfAField_WhereCalleesDoNotLookIntoIt() => VerifyTwoPhases(
        """
        class Room
        {
            private readonly System.Collections.Generic.SortedDictionary<int, string?> guests = new();

            public void M() {
                foreach (var guest in this.guests) {
                    if (Check(guest.Key)) {
                        [|this.guests.Remove(guest.Key)|];
                    }
                }
            }

            private static bool Check(int id) => id > 3;
        }
        """,
        """
        using System.Collections.Generic;

        class Room
        {
            private readonly System.Collections.Generic.SortedDictionary<int, string?> guests = new();

            public void M() {
                var keysToRemove = new List<int>();
                foreach (var guest in this.guests) {
                    if (Check(guest.Key)) {
                        keysToRemove.Add(guest.Key);
                    }
                }

                foreach (var key in keysToRemove) {
                    this.guests.Remove(key);
                }
            }

            private static bool Check(int id) => id > 3;
        }
        """);

    [Fact]
    public Task CollectThenDelete_TwoLoopsOfOneMethod_GetTwoNames() => VerifyTwoPhases(
        """
        using System.Collections.Generic;

        class C
        {
            void M(SortedDictionary<int, int> a, SortedDictionary<int, int> b)
            {
                foreach (var p in a)
                {
                    if (p.Value == 1)
                        [|a.Remove(p.Key)|];
                }

                foreach (var p in b)
                {
                    if (p.Value == 1)
                        [|b.Remove(p.Key)|];
                }
            }
        }
        """,
        """
        using System.Collections.Generic;

        class C
        {
            void M(SortedDictionary<int, int> a, SortedDictionary<int, int> b)
            {
                var keysToRemove = new List<int>();
                foreach (var p in a)
                {
                    if (p.Value == 1)
                        keysToRemove.Add(p.Key);
                }

                foreach (var key in keysToRemove)
                {
                    a.Remove(key);
                }

                var keysToRemove2 = new List<int>();
                foreach (var p in b)
                {
                    if (p.Value == 1)
                        keysToRemove2.Add(p.Key);
                }

                foreach (var key in keysToRemove2)
                {
                    b.Remove(key);
                }
            }
        }
        """);

    [Fact]
    public Task CollectThenDelete_InTopLevelStatements() => VerifyTwoPhases(
        """
        using System.Collections.Generic;

        var d = new SortedDictionary<int, int> { [1] = 1 };
        foreach (var p in d)
        {
            [|d.Remove(p.Key)|];
        }
        """,
        """
        using System.Collections.Generic;

        var d = new SortedDictionary<int, int> { [1] = 1 };
        var keysToRemove = new List<int>();
        foreach (var p in d)
        {
            keysToRemove.Add(p.Key);
        }

        foreach (var key in keysToRemove)
        {
            d.Remove(key);
        }
        """);

    [Fact]
    public Task CollectThenDelete_OnNetFramework() => VerifyTwoPhases(
        """
        using System.Collections.Generic;

        class C
        {
            private readonly Dictionary<string, object> cache = new Dictionary<string, object>();

            void M()
            {
                foreach (var name in cache.Keys)
                {
                    if (name.StartsWith("tmp"))
                        [|cache.Remove(name)|];
                }
            }
        }
        """,
        """
        using System.Collections.Generic;

        class C
        {
            private readonly Dictionary<string, object> cache = new Dictionary<string, object>();

            void M()
            {
                var keysToRemove = new List<string>();
                foreach (var name in cache.Keys)
                {
                    if (name.StartsWith("tmp"))
                        keysToRemove.Add(name);
                }

                foreach (var key in keysToRemove)
                {
                    cache.Remove(key);
                }
            }
        }
        """,
        test => test.ReferenceAssemblies = ReferenceAssemblies.NetFramework.Net472.Default);

    // '|' ends a line, '||' leaves one empty.
    private static string Lines(string code) =>
        code.Replace("|| ", "\n\n        ", System.StringComparison.Ordinal).Replace("| ", "\n        ", System.StringComparison.Ordinal);

    private static string Helped(string parameters, string body) =>
        Method(parameters, body).Replace("static void Use(object o) { }", "static void Use(object? o = null, int d = 0) { }", System.StringComparison.Ordinal);

    private static Task VerifyTwoPhases(string source, string? repaired = null, System.Action<FixTest>? change = null) =>
        VerifyRepair(DICT101ModifiedWhileEnumeratedCodeFix.CollectThenDeleteKey, source, repaired, change);
}
