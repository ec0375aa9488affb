using System.Threading.Tasks;
using DictionaryAnalyzers.Rules.Enumeration;
using DictionaryAnalyzers.Testing;
using Xunit;

namespace DictionaryAnalyzers.Tests.Rules.Enumeration;

public partial class DICT101ModifiedWhileEnumeratedTests
{
    [Fact]
    public Task Snapshot_OfADictionary() => VerifySnapshot(
        """
        using System.Collections.Generic;
        using System.Linq;

        class C
        {
            void M(Dictionary<int, int> d)
            {
                // walk
                foreach (var p in d) // all of it
                {
                    [|d.Add(p.Key + 1, 2)|];
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
                foreach (var p in d.ToArray()) // all of it
                {
                    d.Add(p.Key + 1, 2);
                }
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

    private static Task VerifySnapshot(string source, string? repaired = null, System.Action<CSharpCodeFixTest<DICT101ModifiedWhileEnumeratedAnalyzer, DICT101ModifiedWhileEnumeratedCodeFix, DefaultVerifier>>? change = null) =>
        VerifyRepair(DICT101ModifiedWhileEnumeratedCodeFix.SnapshotKey, source, repaired, change);

    private static Task VerifyRepair(
        string key,
        string source,
        string? repaired,
        System.Action<CSharpCodeFixTest<DICT101ModifiedWhileEnumeratedAnalyzer, DICT101ModifiedWhileEnumeratedCodeFix, DefaultVerifier>>? change)
    {
        var test = new CSharpCodeFixTest<DICT101ModifiedWhileEnumeratedAnalyzer, DICT101ModifiedWhileEnumeratedCodeFix, DefaultVerifier>
        {
            TestCode = source,
            CodeActionEquivalenceKey = key,
        };
        if (repaired is not null)
        {
            test.FixedCode = repaired;
        }

        change?.Invoke(test);
        return test.RunAsync();
    }
}
