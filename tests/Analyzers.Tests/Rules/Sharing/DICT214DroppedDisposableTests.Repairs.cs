using System.Threading.Tasks;
using DictionaryAnalyzers.Rules.Sharing;
using DictionaryAnalyzers.Testing;
using Xunit;

namespace DictionaryAnalyzers.Tests.Rules.Sharing;

public class DICT214DroppedDisposableRepairTests
{
    [Theory]
    [InlineData("[|map.Remove(id)|];", "if (map.Remove(id, out var removed)) { removed.Dispose(); }")]
    [InlineData("[|map.Remove(id, out _)|];", "if (map.Remove(id, out var removed)) { removed.Dispose(); }")]
    [InlineData("[|this.map.Remove(id.Trim())|];", "if (this.map.Remove(id.Trim(), out var removed)) { removed.Dispose(); }")]
    [InlineData("if (map.TryGetValue(id, out var session)) { session.Start(); [|map.Remove(id)|]; }", "if (map.TryGetValue(id, out var session)) { session.Start(); if (map.Remove(id, out var removed)) { removed.Dispose(); } }")]
    [InlineData("if ([|map.Remove(id)|]) { Console.WriteLine(id); }", "if (map.Remove(id, out var removed)) { removed.Dispose(); Console.WriteLine(id); }")]
    [InlineData("if (![|map.Remove(id)|]) { return; } Console.WriteLine(id);", "if (!map.Remove(id, out var removed)) { return; } removed.Dispose(); Console.WriteLine(id);")]
    [InlineData("if (![|map.Remove(id)|]) return; Console.WriteLine(id);", "if (!map.Remove(id, out var removed)) return; removed.Dispose(); Console.WriteLine(id);")]
    [InlineData("if (![|map.Remove(id)|]) { Console.WriteLine(id); }", "if (!map.Remove(id, out var removed)) { Console.WriteLine(id); } else { removed.Dispose(); }")]
    [InlineData("if (![|map.Remove(id)|]) { Console.WriteLine(id); } else { Console.WriteLine(); }", "if (!map.Remove(id, out var removed)) { Console.WriteLine(id); } else { removed.Dispose(); Console.WriteLine(); }")]
    [InlineData("[|map.Clear()|];", "foreach (var value in map.Values) { value.Dispose(); } map.Clear();")]
    [InlineData("if (map.TryGetValue(id, out var old)) { old.Start(); } [|map[id] = new Session(id)|];", "if (map.TryGetValue(id, out var old)) { old.Start(); } if (map.Remove(id, out var replaced)) { replaced.Dispose(); } map[id] = new Session(id);")]
    [InlineData("if (map.ContainsKey(id)) { [|map[id] = new Session(id)|]; } else { map.Add(id, new Session(id)); }", "if (map.ContainsKey(id)) { if (map.Remove(id, out var replaced)) { replaced.Dispose(); } map[id] = new Session(id); } else { map.Add(id, new Session(id)); }")]
    [InlineData("[|concurrent.TryRemove(id, out _)|];", "if (concurrent.TryRemove(id, out var removed)) { removed.Dispose(); }")]
    [InlineData("[|concurrent.Clear()|];", "foreach (var pair in concurrent) { if (concurrent.TryRemove(pair.Key, out var removed)) { removed.Dispose(); } }")]
    public Task Fixes(string before, string after) => Fix(Source($$"""public void M(string id) { {{before}} }"""), Source($$"""public void M(string id) { {{after}} }""")).RunAsync();

    [Fact]
    public Task Fixes_AMethodThatOnlyClears() => Fix(
        Source(
            """
            public void Dispose() => [|map.Clear()|];

                public void Reset() => [|concurrent.Clear()|];
            """),
        Source(
            """
            public void Dispose()
                {
                    foreach (var value in map.Values)
                    {
                        value.Dispose();
                    }

                    map.Clear();
                }

                public void Reset()
                {
                    foreach (var pair in concurrent)
                    {
                        if (concurrent.TryRemove(pair.Key, out var removed))
                        {
                            removed.Dispose();
                        }
                    }
                }
            """)).RunAsync();

    [Fact]
    public Task Fixes_KeepsTheLayoutAndComments() => Fix(
        Source(
            """
            public bool Close(string id)
                {
                    // By id.
                    return [|map.Remove(id)|]; // gone
                }

                public bool End(string id) => [|map.Remove(id)|];

                public void Drop(string id) => [|map.Remove(id)|];

                public void Reset()
                {
                    // All of them.
                    [|map.Clear()|]; // at once
                    Console.WriteLine();
                }

                public void Restart(string id)
                {
                    if (!map.ContainsKey(id))
                    {
                        return;
                    }

                    // Only one.
                    [|map.Remove(id)|];
                    Console.WriteLine();
                }
            """),
        Source(
            """
            public bool Close(string id)
                {
                    // By id.
                    if (!map.Remove(id, out var removed))
                    {
                        return false;
                    }

                    removed.Dispose();
                    return true; // gone
                }

                public bool End(string id)
                {
                    if (!map.Remove(id, out var removed))
                    {
                        return false;
                    }

                    removed.Dispose();
                    return true;
                }

                public void Drop(string id)
                {
                    if (map.Remove(id, out var removed))
                    {
                        removed.Dispose();
                    }
                }

                public void Reset()
                {
                    // All of them.
                    foreach (var value in map.Values)
                    {
                        value.Dispose();
                    }

                    map.Clear(); // at once
                    Console.WriteLine();
                }

                public void Restart(string id)
                {
                    if (!map.ContainsKey(id))
                    {
                        return;
                    }

                    // Only one.
                    if (map.Remove(id, out var removed))
                    {
                        removed.Dispose();
                    }
                    Console.WriteLine();
                }
            """)).RunAsync();

    [Fact]
    public Task Fixes_BeforeRemovalsGaveTheValue()
    {
        var test = Fix(
            Source("public void M(string id) { [|map.Remove(id)|]; }"),
            Source("public void M(string id) { if (map.TryGetValue(id, out var removed)) { map.Remove(id); removed.Dispose(); } }"));
        test.ReferenceAssemblies = ReferenceAssemblies.NetFramework.Net472.Default;
        return test.RunAsync();
    }

    [Fact]
    public Task Fixes_AwaitsWhatIsDisposedAsynchronously() => Fix(
        Streams("async Task M(string id) { [|map.Remove(id)|]; await Task.Yield(); }"),
        Streams("async Task M(string id) { if (map.Remove(id, out var removed)) { await removed.DisposeAsync(); } await Task.Yield(); }")).RunAsync();

    [Theory]

    // It has to live on.
    [InlineData("public void M(string id) { if (map.TryGetValue(id, out var session)) { [|map.Remove(id)|]; session.Start(); } }")]

    // Each of several callers would have to know.
    [InlineData("public void M(string id) { Console.WriteLine([|map.Remove(id)|]); }")]
    [InlineData("public void M(string id) { var found = [|map.Remove(id)|]; }")]

    // There is no room for a second statement, or an 'else' would go to it.
    [InlineData("public void M(string id) { lock (map) [|map.Clear()|]; }")]
    [InlineData("public void M(string id) { if (id == \"\") [|map.Remove(id)|]; else Console.WriteLine(); }")]
    [InlineData("public void M(string id) { if (id == \"\") lock (map) [|map.Remove(id)|]; else Console.WriteLine(); }")]

    // The new one is made of the old one.
    [InlineData("public void M(string id) { if (map.ContainsKey(id)) { [|map[id] = new Session(map[id].ToString())|]; } }")]

    // A comment would go.
    [InlineData("public bool M(string id) { return /* by id */ [|map.Remove(id)|]; }")]
    public Task DoesNotOfferAFix(string members) => Fix(Source(members), Source(members)).RunAsync();

    private static CSharpCodeFixTest<DICT214DroppedDisposableAnalyzer, DICT214DroppedDisposableCodeFix, DefaultVerifier> Fix(string before, string after) => new()
    {
        TestCode = before,
        FixedCode = after,
        CodeActionEquivalenceKey = DICT214DroppedDisposableCodeFix.DisposeKey,
        Extra = { NullableContextOptions = Microsoft.CodeAnalysis.NullableContextOptions.Disable },
    };

    private static string Source(string members) => $$"""
        using System;
        using System.Collections.Concurrent;
        using System.Collections.Generic;

        class C
        {
            private readonly Dictionary<string, Session> map = new();
            private readonly ConcurrentDictionary<string, Session> concurrent = new();
            public void Open(string id) { map.Add(id, new Session(id)); concurrent.TryAdd(id, new Session(id)); }
            {{members}}
        }

        sealed class Session : IDisposable
        {
            private readonly System.IO.FileStream file;
            public Session(string id) { file = System.IO.File.OpenRead(id); }
            public void Start() { }
            public void Dispose() => file.Dispose();
        }
        """;

    private static string Streams(string members) => $$"""
        using System.Collections.Generic;
        using System.IO;
        using System.Threading.Tasks;

        class C
        {
            private readonly Dictionary<string, Stream> map = new();
            public void Open(string id) => map.Add(id, new FileStream(id, FileMode.Open));
            {{members}}
        }
        """;
}
