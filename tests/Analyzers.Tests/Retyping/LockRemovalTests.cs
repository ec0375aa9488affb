using System.Threading.Tasks;
using DictionaryAnalyzers.Testing;
using Xunit;

namespace DictionaryAnalyzers.Tests.Retyping;

public sealed class LockRemovalTests
{
    private const string Head = "using System;\nusing System.Collections.Concurrent;\nusing System.Collections.Generic;\nusing System.Linq;\n";

    [Fact]
    public Task Removes_TheLock() => Verify(
        """
        class Cache
        {
            private readonly Dictionary<string, int> {|T202:map|} = new();

            // Guards the map.
            private readonly object gate = new();

            public int Get(string key)
            {
                // Looked up often.
                lock (gate)
                {
                    // One call.
                    return map.TryGetValue(key, out var value) ? value : 0;
                }
            }

            public void Set(string key, int value)
            {
                lock (gate) map[key] = value;
            }

            public bool Add(string key, int value)
            {
                lock (this.gate)
                {
                    if (map.ContainsKey(key))
                    {
                        return false;
                    }

                    map.Add(key, value);
                    return true;
                }
            }

            public void Count(string key)
            {
                if (key.Length > 3)
                    lock (gate)
                    {
                        if (map.TryGetValue(key, out var n)) map[key] = n + 1; else map.Add(key, 1);
                    }
            }

            public string[] Names { get { lock (gate) { return map.Keys.ToArray(); } } }
        }
        """,
        null);

    [Fact]
    public Task Removes_TheLock_WhereEachRegionIsOneCall() => Verify(
        """
        class Cache
        {
            private readonly Dictionary<string, int> {|T202:map|} = new();

            // Guards the map.
            private readonly object gate = new();

            public int Get(string key)
            {
                // Looked up often.
                lock (gate)
                {
                    // One call.
                    return map.TryGetValue(key, out var value) ? value : 0;
                }
            }

            public void Set(string key, int value)
            {
                lock (gate) map[key] = value;
            }

            public void Add(string key, int value)
            {
                lock (this.gate)
                {
                    if (!map.ContainsKey(key))
                    {
                        map.Add(key, value);
                    }
                }
            }

            public void Count(string key)
            {
                if (key.Length > 3)
                    lock (gate)
                    {
                        if (map.TryGetValue(key, out var n)) map[key] = n + 1; else map.Add(key, 1);
                    }
            }

            public string[] Names { get { lock (gate) { return map.Keys.ToArray(); } } }
        }
        """,
        """
        class Cache
        {
            private readonly ConcurrentDictionary<string, int> map = new();

            public int Get(string key)
            {
                // Looked up often.
                // One call.
                return map.TryGetValue(key, out var value) ? value : 0;
            }

            public void Set(string key, int value)
            {
                map[key] = value;
            }

            public void Add(string key, int value)
            {
                map.TryAdd(key, value);
            }

            public void Count(string key)
            {
                if (key.Length > 3)
                    map.AddOrUpdate(key, 1, static (_, n) => n + 1);
            }

            public string[] Names { get { return map.Keys.ToArray(); } }
        }
        """);

    [Fact]
    public Task Removes_TheLockOnTheDictionaryItself() => Verify(
        "class C { private readonly Dictionary<string, int> {|T202:map|} = new(); void M(string k) { lock (map) { map[k] = 1; } } int N() { lock (map) { return map.Count; } } }",
        "class C { private readonly ConcurrentDictionary<string, int> map = new(); void M(string k) { map[k] = 1; } int N() { return map.Count; } }");

    [Fact]
    public Task Removes_TheLock_AndKeepsTheCommentsBesideIt() => Verify(
        """
        class Cache
        {
            private readonly Dictionary<string, int> {|T202:map|} = new();

            private readonly object gate = new();

            public void Set(string key, int value)
            {
                // Above.
                lock (gate) // Taken.
                { // Opened.
                    // Inside.
                    map[key] = value; // Set.

                    // Last.
                } // Given back.
            }

            public void Drop(string key)
            {
                lock (gate) /* one call */ map.Remove(key); // Gone.
            }
        }
        """,
        """
        class Cache
        {
            private readonly ConcurrentDictionary<string, int> map = new();

            public void Set(string key, int value)
            {
                // Above.
                // Taken.
                // Opened.
                // Inside.
                // Last.
                // Given back.
                map[key] = value; // Set.
            }

            public void Drop(string key)
            {
                /* one call */ map.TryRemove(key, out _); // Gone.
            }
        }
        """);

    [Theory]

    // No lock; two locks; a lock that guards more, or is used in another way; regions that are more than one call.
    [InlineData("void M(string k) { map[k] = 1; }")]
    [InlineData("void M(string k) { lock (gate) { map[k] = 1; } lock (other) { map.Remove(k); } }")]
    [InlineData("void M(string k) { lock (gate) { map[k] = 1; } lock (gate) { n++; } }")]
    [InlineData("void M(string k) { lock (gate) { map[k] = 1; n++; } }")]
    [InlineData("void M(string k) { lock (gate) { map[k] = n; } }")]
    [InlineData("void M(string k) { lock (gate) { map[k] = 1; } System.Threading.Monitor.Enter(gate); }")]
    [InlineData("void M(string k) { lock (gate) { map[k] = 1; map[k + 1] = 2; } }")]
    [InlineData("void M(string k) { lock (gate) { foreach (var p in map) Console.Write(p); } }")]
    [InlineData("void M(string k) { lock (gate) { Console.Write(map.Where(p => p.Value > 1).Count()); } }")]
    [InlineData("void M(string k) { lock (gate) { Helper(k); } } void Helper(string k) { map[k] = 1; }")]
    [InlineData("void M(string k) { lock (gate) { map[k] = Next(); } } int Next() => n++;")]
    [InlineData("void M(string k) { lock (gate) { if (map.ContainsKey(k)) map[k] = map[k] * map.Count; } }")]
    [InlineData("void M(string k) { lock (gate) { var c = map.Count; } }")]
    public Task Refuses(string code) => Verify(
        $"class C {{ private readonly Dictionary<string, int> {{|T202:map|}} = new(); private readonly object gate = new(), other = new(); private int n; {code} }}", null);

    private static Task Verify(string before, string? after)
    {
        var test = new CSharpCodeFixTest<PlainDictionaryAnalyzer, WithoutLockFix, DefaultVerifier> { TestCode = Head + before + "\n" };
        if (after is null)
        {
            test.Extra.OfferedEquivalenceKeys = [];
        }
        else
        {
            test.FixedCode = Head + after + "\n";
        }

        return test.RunAsync();
    }
}
