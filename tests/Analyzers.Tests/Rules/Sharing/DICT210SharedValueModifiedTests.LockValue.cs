using System.Threading.Tasks;
using DictionaryAnalyzers.Rules.Sharing;
using DictionaryAnalyzers.Testing;
using Xunit;

namespace DictionaryAnalyzers.Tests.Rules.Sharing;

// The repair: the value is locked while it is changed.
public partial class DICT210SharedValueModifiedTests
{
    [Fact]
    public Task Fixes_AnExpressionByNamingIt() => VerifyFix(
        """
                // Adds one.
                [|lists.GetOrAdd(k, _ => new List<int>()).Add(1)|];
                Done();
        """,
        """
                // Adds one.
                var list = lists.GetOrAdd(k, _ => new List<int>());
                lock (list)
                {
                    list.Add(1);
                }
                Done();
        """);

    [Fact]
    public Task Fixes_WhatAMethodGives() => VerifyFix(
        """
                [|ListOf(k).Add(1)|];
                Done();
                List<int> ListOf(string key) => lists.GetOrAdd(key, _ => []);
        """,
        """
                var list = ListOf(k);
                lock (list)
                {
                    list.Add(1);
                }
                Done();
                List<int> ListOf(string key) => lists.GetOrAdd(key, _ => []);
        """);

    [Fact]
    public Task Fixes_ALocal() => VerifyFix(
        """
                var list = lists[k];

                [|list.Add(1)|]; // the first
                [|list.Add(
                    2)|];
        """,
        """
                var list = lists[k];

                lock (list)
                {
                    list.Add(1); // the first
                }
                lock (list)
                {
                    list.Add(
                        2);
                }
        """);

    [Fact]
    public Task Fixes_SeveralValuesInOneMethod() => VerifyFix(
        """
                [|lists[k].Add(1)|];
                [|sets[k].Add(1)|];
                [|lists["b"].Add(1)|];
        """,
        """
                var list = lists[k];
                lock (list)
                {
                    list.Add(1);
                }
                var set = sets[k];
                lock (set)
                {
                    set.Add(1);
                }
                var list2 = lists["b"];
                lock (list2)
                {
                    list2.Add(1);
                }
        """);

    [Fact]
    public Task Fixes_AnEmbeddedStatement() => VerifyFix(
        """
                if (lists.TryGetValue(k, out var list))
                    [|list.Add(1)|];
                else
                    [|lists["b"].Add(1)|];
                if (k == "") [|lists["b"].Add(1)|];
        """,
        """
                if (lists.TryGetValue(k, out var list))
                    lock (list)
                    {
                        list.Add(1);
                    }
                else
                {
                    var list2 = lists["b"];
                    lock (list2)
                    {
                        list2.Add(1);
                    }
                }
                if (k == "") { var list3 = lists["b"]; lock (list3) { list3.Add(1); } }
        """);

    [Fact]
    public Task Fixes_AValueInAWalk() => VerifyFix(
        """
                foreach (var pair in lists)
                {
                    [|pair.Value.Clear()|];
                }

                foreach (var key in lists.Keys) { [|lists[key].Clear()|]; }
        """,
        """
                foreach (var pair in lists)
                {
                    lock (pair.Value)
                    {
                        pair.Value.Clear();
                    }
                }

                foreach (var key in lists.Keys) { var list = lists[key]; lock (list) { list.Clear(); } }
        """);

    [Fact]
    public Task Fixes_AnIndexer() => VerifyFix(
        """
                [|maps[k]["a"]|] = 1;
                [|maps[k]["a"]|]++;
                [|maps[k]["a"]|] += 2;
        """,
        """
                var map = maps[k];
                lock (map)
                {
                    map["a"] = 1;
                }
                var map2 = maps[k];
                lock (map2)
                {
                    map2["a"]++;
                }
                var map3 = maps[k];
                lock (map3)
                {
                    map3["a"] += 2;
                }
        """);

    [Fact]
    public Task Fixes_ACallOnALineOfItsOwn() => VerifyFix(
        """
                [|lists
                    .GetOrAdd(k, _ => new List<int>())
                    .Add(1)|];
        """,
        """
                var list = lists
                    .GetOrAdd(k, _ => new List<int>());
                lock (list)
                {
                    list.Add(1);
                }
        """);

    [Fact]
    public Task Fixes_AConditionalAccess() => VerifyFix(
        """
                lists.GetValueOrDefault(k)?[|.Add(1)|];
                lists.TryGetValue(k, out var found);
                found?[|.Add(1)|];
        """,
        """
                if (lists.GetValueOrDefault(k) is { } list)
                {
                    lock (list)
                    {
                        list.Add(1);
                    }
                }
                lists.TryGetValue(k, out var found);
                if (found != null)
                {
                    lock (found)
                    {
                        found.Add(1);
                    }
                }
        """);

    [Fact]
    public Task Fixes_AResult() => VerifyFix(
        """
                var added = [|sets[k].Add(1)|];
                bool removed;
                removed = [|sets[k].Remove(1)|];
                if (![|sets[k].Add(2)|])
                {
                    Done();
                }
        """,
        """
                var set = sets[k];
                bool added;
                lock (set)
                {
                    added = set.Add(1);
                }
                bool removed;
                var set2 = sets[k];
                lock (set2)
                {
                    removed = set2.Remove(1);
                }
                var set3 = sets[k];
                bool changed;
                lock (set3)
                {
                    changed = set3.Add(2);
                }

                if (!changed)
                {
                    Done();
                }
        """);

    [Fact]
    public Task Fixes_AnUpdateFactory() => VerifyFix(
        """
                lists.AddOrUpdate(k, _ => [1], (_, old) => { [|old.Add(1)|]; return old; });
                Parallel.For(0, 9, i => [|lists[k].Add(i)|]);
        """,
        """
                lists.AddOrUpdate(k, _ => [1], (_, old) => { lock (old) { old.Add(1); } return old; });
                Parallel.For(0, 9, i => { var list = lists[k]; lock (list) { list.Add(i); } });
        """);

    [Fact]
    public Task Fixes_ABodyThatIsAnExpression() => VerifyFixOf(
        """
        using System.Collections.Concurrent;
        using System.Collections.Generic;

        class C
        {
            private readonly ConcurrentDictionary<string, HashSet<int>> sets = new();

            /// <summary>Puts.</summary>
            public void Put(string key, int value) =>
                [|sets.GetOrAdd(key, static _ => []).Add(value)|];

            public bool Drop(string key, int value) => [|sets[key].Remove(value)|]; // gone

            void Local(string key)
            {
                bool Add() => [|sets[key].Add(1)|];
                Add();
            }
        }
        """,
        """
        using System.Collections.Concurrent;
        using System.Collections.Generic;

        class C
        {
            private readonly ConcurrentDictionary<string, HashSet<int>> sets = new();

            /// <summary>Puts.</summary>
            public void Put(string key, int value)
            {
                var set = sets.GetOrAdd(key, static _ => []);
                lock (set)
                {
                    set.Add(value);
                }
            }

            public bool Drop(string key, int value)
            {
                var set = sets[key];
                lock (set)
                {
                    return set.Remove(value);
                }
            } // gone

            void Local(string key)
            {
                bool Add()
                {
                    var set = sets[key];
                    lock (set)
                    {
                        return set.Add(1);
                    }
                }
                Add();
            }
        }
        """);

    [Fact]
    public Task Fixes_ABodyThatIsAnExpressionWithItsComments() => VerifyFixOf(
        """
        using System.Collections.Concurrent;
        using System.Collections.Generic;

        class C
        {
            private readonly ConcurrentDictionary<string, HashSet<int>> sets = new();

            public bool Drop(string key) => // one at most
                /* of all */ [|sets[key].Remove(1)|] /* if any */;
        }
        """,
        """
        using System.Collections.Concurrent;
        using System.Collections.Generic;

        class C
        {
            private readonly ConcurrentDictionary<string, HashSet<int>> sets = new();

            public bool Drop(string key)
            {
                // one at most
                /* of all */
                /* if any */
                var set = sets[key];
                lock (set)
                {
                    return set.Remove(1);
                }
            }
        }
        """);

    [Fact]
    public Task Fixes_AChoiceByNamingIt() => VerifyFix(
        """
                [|(lists.GetValueOrDefault(k) ?? new()).Add(1)|];
        """,
        """
                var list = lists.GetValueOrDefault(k) ?? new();
                lock (list)
                {
                    list.Add(1);
                }
        """);

    [Fact]
    public Task Fixes_TopLevelStatementsAndSections() => VerifyFixOf(
        """
        using System.Collections.Concurrent;
        using System.Collections.Generic;
        using System.Threading.Tasks;

        var lists = new ConcurrentDictionary<string, List<int>>();
        Parallel.For(0, 9, i =>
        {
            switch (i)
            {
                case 1:
                    [|lists["a"].Add(i)|];
                    break;
            }
        });
        [|Shared.Lists["a"].Add(1)|];

        static class Shared
        {
            public static readonly ConcurrentDictionary<string, List<int>> Lists = new();
        }
        """,
        """
        using System.Collections.Concurrent;
        using System.Collections.Generic;
        using System.Threading.Tasks;

        var lists = new ConcurrentDictionary<string, List<int>>();
        Parallel.For(0, 9, i =>
        {
            switch (i)
            {
                case 1:
                    var list = lists["a"];
                    lock (list)
                    {
                        list.Add(i);
                    }
                    break;
            }
        });
        var list2 = Shared.Lists["a"];
        lock (list2)
        {
            list2.Add(1);
        }

        static class Shared
        {
            public static readonly ConcurrentDictionary<string, List<int>> Lists = new();
        }
        """);

    [Theory]
    [InlineData("        System.Console.WriteLine([|sets[k].Add(1)|]);")]
    [InlineData("        if (k == \"\" && [|sets[k].Add(1)|]) Done();")]
    [InlineData("        while ([|sets[k].Remove(1)|]) Done();")]
    [InlineData("        if (k == \"\") Done(); else if ([|sets[k].Remove(1)|]) Done();")]
    [InlineData("        if ([|maps[k].Remove(\"a\", out var old)|]) System.Console.WriteLine(old);")]
    [InlineData("        [|lists[k].Add(await Task.FromResult(1))|];")]
    public Task DoesNotOffer_WhereMoreHangsOnTheChange(string body) => VerifyFix(body, body, "async Task");

    private static Task VerifyFix(string before, string after, string returns = "void") => VerifyFixOf(Around(before, returns), Around(after, returns));

    private static Task VerifyFixOf(string before, string after) =>
        new CSharpCodeFixTest<DICT210SharedValueModifiedAnalyzer, DICT210SharedValueModifiedCodeFix, DefaultVerifier>
        {
            TestCode = before,
            FixedCode = after,
            CodeActionEquivalenceKey = DICT210SharedValueModifiedCodeFix.LockValueKey,
            Extra = { NullableContextOptions = Microsoft.CodeAnalysis.NullableContextOptions.Disable },
        }.RunAsync();

    private static string Around(string body, string returns) =>
        $$"""
        using System.Collections.Concurrent;
        using System.Collections.Generic;
        using System.Threading.Tasks;

        class C
        {
            private readonly ConcurrentDictionary<string, List<int>> lists = new();
            private readonly ConcurrentDictionary<string, HashSet<int>> sets = new();
            private readonly ConcurrentDictionary<string, Dictionary<string, int>> maps = new();

            {{returns}} M(string k)
            {
        {{body}}
            }

            void Done() { }
        }
        """;
}
