using System.Threading.Tasks;
using DictionaryAnalyzers.Rules.Sharing;
using DictionaryAnalyzers.Testing;
using Xunit;

namespace DictionaryAnalyzers.Tests.Rules.Sharing;

// What becomes of each kind of use is tested in Retyping/; here is what the rule's own diagnostics make of it.
public class DICT203UnguardedAccessRetypingTests
{
    private const string Before = """
        using System.Collections.Generic;

        public sealed class Sessions
        {
            private readonly object gate = new();
            private readonly Dictionary<string, int> map = new();

            public int Get(string id)
            {
                return {|DICT203:map.TryGetValue(id, out var found)|} ? found : 0;
            }

            public void Open(string id)
            {
                lock (gate)
                {
                    if (!map.ContainsKey(id))
                    {
                        map.Add(id, 1);
                    }
                }
            }

            public void Close(string id)
            {
                lock (gate)
                {
                    map.Remove(id);
                }
            }
        }
        """;

    [Fact]
    public Task Fixes_AndKeepsTheLock() => Verify(
        DICT203UnguardedAccessCodeFix.ConcurrentDictionaryKey,
        """
        using System.Collections.Concurrent;
        using System.Collections.Generic;

        public sealed class Sessions
        {
            private readonly object gate = new();
            private readonly ConcurrentDictionary<string, int> map = new();

            public int Get(string id)
            {
                return map.TryGetValue(id, out var found) ? found : 0;
            }

            public void Open(string id)
            {
                lock (gate)
                {
                    if (!map.ContainsKey(id))
                    {
                        map.TryAdd(id, 1);
                    }
                }
            }

            public void Close(string id)
            {
                lock (gate)
                {
                    map.TryRemove(id, out _);
                }
            }
        }
        """);

    [Fact]
    public Task Fixes_AndRemovesTheLock() => Verify(
        DICT203UnguardedAccessCodeFix.ConcurrentDictionaryWithoutLockKey,
        """
        using System.Collections.Concurrent;
        using System.Collections.Generic;

        public sealed class Sessions
        {
            private readonly ConcurrentDictionary<string, int> map = new();

            public int Get(string id)
            {
                return map.TryGetValue(id, out var found) ? found : 0;
            }

            public void Open(string id)
            {
                map.TryAdd(id, 1);
            }

            public void Close(string id)
            {
                map.TryRemove(id, out _);
            }
        }
        """);

    private static Task Verify(string key, string after) =>
        new CSharpCodeFixTest<DICT203UnguardedAccessAnalyzer, DICT203UnguardedAccessCodeFix, DefaultVerifier> { TestCode = Before, FixedCode = after, CodeActionEquivalenceKey = key }.RunAsync();
}
