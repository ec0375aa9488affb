using System.Threading.Tasks;
using DictionaryAnalyzers.Rules.Sharing;
using DictionaryAnalyzers.Testing;
using Xunit;

namespace DictionaryAnalyzers.Tests.Rules.Sharing;

// What becomes of each kind of use is tested in Retyping/; here is what the rule's own diagnostics make of it.
public class DICT201CapturedDictionaryRetypingTests
{
    [Theory]
    [InlineData("{|DICT201:map[i] = i|};", "map[i] = i;")]
    [InlineData("{|DICT201:map.Add(i, i)|};", "((IDictionary<int, int>)map).Add(i, i);")]
    [InlineData("if (!map.ContainsKey(i)) {|DICT201:map.Add(i, i)|};", "map.TryAdd(i, i);")]
    [InlineData("if (map.TryGetValue(i % 9, out var n)) {|DICT201:map[i % 9] = n + 1|}; else map[i % 9] = 1;", "map.AddOrUpdate(i % 9, 1, static (_, n) => n + 1);")]
    public Task Fixes_WithAConcurrentDictionary(string before, string after) =>
        new CSharpCodeFixTest<DICT201CapturedDictionaryAnalyzer, DICT201CapturedDictionaryCodeFix, DefaultVerifier>
        {
            TestCode = "using System.Collections.Concurrent;\nusing System.Collections.Generic;\nusing System.Threading.Tasks;\nclass C { int M() { var map = new Dictionary<int, int>(); Parallel.For(0, 99, i => { " + before + " }); return map.Count; } }\n",
            FixedCode = "using System.Collections.Concurrent;\nusing System.Collections.Generic;\nusing System.Threading.Tasks;\nclass C { int M() { var map = new ConcurrentDictionary<int, int>(); Parallel.For(0, 99, i => { " + after + " }); return map.Count; } }\n",
            CodeActionEquivalenceKey = DICT201CapturedDictionaryCodeFix.ConcurrentDictionaryKey,
        }.RunAsync();

    [Fact]
    public Task Fixes_AFieldWithAConcurrentDictionary() =>
        new CSharpCodeFixTest<DICT201CapturedDictionaryAnalyzer, DICT201CapturedDictionaryCodeFix, DefaultVerifier>
        {
            TestCode = "using System.Collections.Concurrent;\nusing System.Collections.Generic;\nusing System.Threading.Tasks;\nclass C { private readonly Dictionary<int, int> map = new(); void M() => Parallel.For(0, 99, i => {|DICT201:map[i] = i|}); }\n",
            FixedCode = "using System.Collections.Concurrent;\nusing System.Collections.Generic;\nusing System.Threading.Tasks;\nclass C { private readonly ConcurrentDictionary<int, int> map = new(); void M() => Parallel.For(0, 99, i => map[i] = i); }\n",
            CodeActionEquivalenceKey = DICT201CapturedDictionaryCodeFix.ConcurrentDictionaryKey,
        }.RunAsync();
}
