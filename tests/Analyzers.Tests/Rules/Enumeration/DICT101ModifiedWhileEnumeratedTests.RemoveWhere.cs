using System.Threading.Tasks;
using DictionaryAnalyzers.Rules.Enumeration;
using DictionaryAnalyzers.Testing;
using Xunit;

namespace DictionaryAnalyzers.Tests.Rules.Enumeration;

// The repair that replaces the loop by one call.
public partial class DICT101ModifiedWhileEnumeratedTests
{
    [Fact]
    public Task RemoveWhere_KeepsComments() => VerifyOneCall(
        """
        using System.Collections.Generic;

        class C
        {
            private readonly SortedSet<string> names = new();

            void M(int limit)
            {
                // Drop what is too long.
                foreach (var name in names)
                {
                    // It is.
                    if (name.Length > limit /* exclusive */ && name != "")
                    {
                        [|names.Remove(name)|]; // gone
                    }
                } // done
            }
        }
        """,
        """
        using System.Collections.Generic;

        class C
        {
            private readonly SortedSet<string> names = new();

            void M(int limit)
            {
                // Drop what is too long.
                // It is.
                // gone
                names.RemoveWhere(name => name.Length > limit /* exclusive */ && name != ""); // done
            }
        }
        """);

    [Theory]
    [InlineData("SortedSet<int> d", "foreach (var x in d) if (x > 3) [|d.Remove(x)|];", "d.RemoveWhere(x => x > 3);")]
    [InlineData("SortedSet<int> d", "foreach (int x in d) { if (x > 3) { [|d.Remove(x)|]; } }", "d.RemoveWhere(x => x > 3);")]
    [InlineData("List<int> d", "foreach (var x in d) { if (x > 3 || x < 0) [|d.Remove(x)|]; }", "d.RemoveAll(x => x > 3 || x < 0);")]
    public Task RemoveWhere(string parameter, string before, string after) => VerifyOneCall(Method(parameter, before), Method(parameter, after));

    [Fact]
    public Task RemoveWhere_OfAHashSetOnNetStandard() => VerifyOneCall(
        Plain("HashSet<string> d", "foreach (var x in d) { if (x.Length == 0) [|d.Remove(x)|]; }"),
        Plain("HashSet<string> d", "d.RemoveWhere(x => x.Length == 0);"),
        test => test.ReferenceAssemblies = ReferenceAssemblies.NetStandard.NetStandard20);

    [Theory]
    [InlineData("SortedSet<int> d", "foreach (var x in d) { if (x > 3) [|d.Remove(x)|]; else Use(x); }")]
    [InlineData("SortedSet<int> d", "foreach (var x in d) { Use(x); if (x > 3) [|d.Remove(x)|]; }")]
    [InlineData("SortedSet<int> d", "foreach (var x in d) { if (d.Count > 3) [|d.Remove(x)|]; }")]
    [InlineData("SortedSet<int> d", "foreach (var x in d) { if (x > 3) [|d.Remove(x + 1)|]; }")]
    [InlineData("SortedSet<int> d", "foreach (var x in d.Where(x => x > 2)) { if (x > 3) [|d.Remove(x)|]; }")]
    [InlineData("SortedSet<int> d, in int limit", "foreach (var x in d) { if (x > limit) [|d.Remove(x)|]; }")]
    [InlineData("SortedSet<object> d", "foreach (string x in d) { if (x.Length > 3) [|d.Remove(x)|]; }")]
    [InlineData("SortedDictionary<int, int> d", "foreach (var p in d) { if (p.Value > 3) [|d.Remove(p.Key)|]; }")]
    [InlineData("SortedSet<int> d", "ISet<int> s = d; foreach (var x in s) { if (x > 3) [|s.Remove(x)|]; }")]
    public Task RemoveWhere_IsNotOfferedWhereTheLoopDoesMore(string parameter, string source) => VerifyOneCall(Method(parameter, source));

    [Fact]
    public Task RemoveWhere_IsNotOfferedWhereTheConditionWaits() => VerifyOneCall(
        """
        using System.Collections.Generic;
        using System.Threading.Tasks;

        class C
        {
            async Task M(SortedSet<int> d)
            {
                foreach (var x in d)
                {
                    if (await Test(x))
                        [|d.Remove(x)|];
                }
            }

            static Task<bool> Test(int x) => Task.FromResult(x > 3);
        }
        """);

    [Fact]
    public async Task TheSnapshotIsOfferedFirst()
    {
        var source = Method("SortedSet<int> d", "foreach (var x in d) { if (x > 3) [|d.Remove(x)|]; }");
        await VerifySnapshot(source, source.Replace("[|", "", System.StringComparison.Ordinal).Replace("|]", "", System.StringComparison.Ordinal).Replace("in d)", "in d.ToArray())", System.StringComparison.Ordinal), test =>
        {
            test.CodeActionEquivalenceKey = null;
            test.Extra.OfferedEquivalenceKeys =
            [
                DICT101ModifiedWhileEnumeratedCodeFix.SnapshotKey,
                DICT101ModifiedWhileEnumeratedCodeFix.CollectThenDeleteKey,
                DICT101ModifiedWhileEnumeratedCodeFix.RemoveWhereKey,
            ];
        });
    }

    private static string Plain(string parameters, string body) =>
        $$"""
        using System.Collections.Generic;

        class C
        {
            void M({{parameters}})
            {
                {{body}}
            }
        }
        """;

    private static Task VerifyOneCall(string source, string? repaired = null, System.Action<FixTest>? change = null) =>
        VerifyRepair(DICT101ModifiedWhileEnumeratedCodeFix.RemoveWhereKey, source, repaired, change);
}
