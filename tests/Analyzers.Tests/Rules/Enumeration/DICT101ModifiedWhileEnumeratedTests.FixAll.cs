using System.Threading.Tasks;
using DictionaryAnalyzers.Rules.Enumeration;
using Xunit;

namespace DictionaryAnalyzers.Tests.Rules.Enumeration;

// Each repair over several documents and projects: the verifier applies it one by one and in document, project and solution.
public partial class DICT101ModifiedWhileEnumeratedTests
{
    [Theory]
    [InlineData(DICT101ModifiedWhileEnumeratedCodeFix.SnapshotKey, "foreach (var x in d.ToArray()) { if (x > 3) d.Remove(x); }")]
    [InlineData(DICT101ModifiedWhileEnumeratedCodeFix.CollectThenDeleteKey, "var itemsToRemove = new List<int>();| foreach (var x in d) { if (x > 3) itemsToRemove.Add(x); }|| foreach (var item in itemsToRemove) { d.Remove(item); }")]
    [InlineData(DICT101ModifiedWhileEnumeratedCodeFix.RemoveWhereKey, "d.RemoveWhere(x => x > 3);")]
    public Task FixAll_OverDocumentsAndProjects(string key, string after)
    {
        after = Lines(after);
        const string Before = "foreach (var x in d) { if (x > 3) [|d.Remove(x)|]; }";
        return VerifyRepair(key, Source("A", Before, Before), Source("A", after, after), test =>
        {
            test.TestState.Sources.Add(("/0/B.cs", Source("B", Before, "foreach (var x in d) { }")));
            test.TestState.Sources.Add(("/0/Clean.cs", Source("Clean", "foreach (var x in d.ToArray()) d.Remove(x);", "d.Clear();")));
            test.TestState.AdditionalProjects["Other"].Sources.Add(("/Other/D.cs", Source("D", "d.Clear();", Before)));
            test.FixedState.Sources.Add(("/0/B.cs", Source("B", after, "foreach (var x in d) { }")));
            test.FixedState.Sources.Add(("/0/Clean.cs", Source("Clean", "foreach (var x in d.ToArray()) d.Remove(x);", "d.Clear();")));
            test.FixedState.AdditionalProjects["Other"].Sources.Add(("/Other/D.cs", Source("D", "d.Clear();", after)));
        });

        // The names need only be unique in their own method.
        static string Source(string name, string first, string second) =>
            $$"""
            using System.Collections.Generic;
            using System.Linq;

            class {{name}}
            {
                void First(SortedSet<int> d)
                {
                    {{first}}
                }

                void Second(SortedSet<int> d)
                {
                    {{second}}
                }
            }
            """;
    }

    [Fact]
    public Task FixAll_LeavesWhatTheChosenRepairDoesNotFit() => VerifyRepair(
        DICT101ModifiedWhileEnumeratedCodeFix.CollectThenDeleteKey,
        Method("SortedSet<int> a, SortedSet<int> b", "foreach (var x in a) { [|a.Remove(x)|]; } foreach (var x in b) { [|b.Add(x + 1)|]; }"),
        Method(
            "SortedSet<int> a, SortedSet<int> b",
            "var itemsToRemove = new List<int>(); foreach (var x in a) { itemsToRemove.Add(x); } foreach (var item in itemsToRemove) { a.Remove(item); } foreach (var x in b) { [|b.Add(x + 1)|]; }"),
        null);

    [Fact]
    public Task FixAll_AddsTheUsingOnce() => VerifySnapshot(
        """
        using System.Collections.Generic;

        class C
        {
            void A(SortedSet<int> a)
            {
                foreach (var x in a)
                    [|a.Remove(x)|];
                foreach (var x in a)
                    [|a.Add(x + 1)|];
            }
        }
        """,
        """
        using System.Collections.Generic;
        using System.Linq;

        class C
        {
            void A(SortedSet<int> a)
            {
                foreach (var x in a.ToArray())
                    a.Remove(x);
                foreach (var x in a.ToArray())
                    a.Add(x + 1);
            }
        }
        """);
}
