using System;
using System.Threading.Tasks;
using DictionaryAnalyzers.Rules.Sharing;
using DictionaryAnalyzers.Testing;
using Microsoft.CodeAnalysis;
using Xunit;

namespace DictionaryAnalyzers.Tests.Rules.Sharing;

// Which operators copy in two steps, and which do not, is shown row by row in RacyCopiesTests.
public class DICT207RacyCopyTests
{
    [Theory]

    // An array where an array will do.
    [InlineData("foreach (var p in [|cd.ToList()|]) Use(p);", "foreach (var p in cd.ToArray()) Use(p);")]
    [InlineData("foreach (var p in [|cd.ToList<KeyValuePair<string, int>>()|]) Use(p);", "foreach (var p in cd.ToArray()) Use(p);")]
    [InlineData("foreach (var p in [|cd.ToList()|].Where(p => p.Value > 1)) Use(p);", "foreach (var p in cd.ToArray().Where(p => p.Value > 1)) Use(p);")]
    [InlineData("IEnumerable<KeyValuePair<string, int>> copy = [|cd.ToList()|];", "IEnumerable<KeyValuePair<string, int>> copy = cd.ToArray();")]
    [InlineData("IReadOnlyList<KeyValuePair<string, int>> copy; copy = [|cd.ToList()|];", "IReadOnlyList<KeyValuePair<string, int>> copy; copy = cd.ToArray();")]
    [InlineData("var copy = [|cd.ToList()|]; foreach (var p in copy) Use(p); Use(copy.Any());", "var copy = cd.ToArray(); foreach (var p in copy) Use(p); Use(copy.Any());")]
    [InlineData("var copy = [|Enumerable.ToArray(cd)|];", "var copy = cd.ToArray();")]
    [InlineData("var copy = [|((IDictionary<string, int>)cd).ToArray()|];", "var copy = cd.ToArray();")]
    [InlineData("KeyValuePair<string, int>[] copy = [[|.. cd|]];", "KeyValuePair<string, int>[] copy = cd.ToArray();")]
    [InlineData("IReadOnlyCollection<KeyValuePair<string, int>> copy = [[|.. cd|]];", "IReadOnlyCollection<KeyValuePair<string, int>> copy = cd.ToArray();")]

    // A list where a list is used.
    [InlineData("var copy = [|cd.ToList()|]; copy.Add(default);", "var copy = cd.ToArray().ToList(); copy.Add(default);")]
    [InlineData("var copy = [|cd.ToList()|]; Use(copy.Count);", "var copy = cd.ToArray().ToList(); Use(copy.Count);")]
    [InlineData("var copy = [|cd.ToList()|]; Use(copy);", "var copy = cd.ToArray().ToList(); Use(copy);")]
    [InlineData("foreach (var p in [|cd.ToList()|].Reverse<KeyValuePair<string, int>>()) Use(p);", "foreach (var p in cd.ToArray().ToList().Reverse<KeyValuePair<string, int>>()) Use(p);")]
    [InlineData("IList<KeyValuePair<string, int>> copy = [|cd.ToList()|];", "IList<KeyValuePair<string, int>> copy = cd.ToArray().ToList();")]
    [InlineData("List<KeyValuePair<string, int>> copy = [|cd.ToList()|];", "List<KeyValuePair<string, int>> copy = cd.ToArray().ToList();")]
    [InlineData("object copy = [|cd.ToList()|];", "object copy = cd.ToArray().ToList();")]
    [InlineData("Use([|cd.ToList()|]);", "Use(cd.ToArray().ToList());")]
    [InlineData("Func<IEnumerable<KeyValuePair<string, int>>> copy = () => [|cd.ToList()|];", "Func<IEnumerable<KeyValuePair<string, int>>> copy = () => cd.ToArray().ToList();")]
    [InlineData("var copy = [|Enumerable.ToList(cd)|];", "var copy = Enumerable.ToList(cd.ToArray());")]
    [InlineData("List<KeyValuePair<string, int>> copy = [[|.. cd|]];", "List<KeyValuePair<string, int>> copy = [.. cd.ToArray()];")]
    [InlineData("KeyValuePair<string, int>[] copy = [default, [|.. cd|]];", "KeyValuePair<string, int>[] copy = [default, .. cd.ToArray()];")]
    [InlineData("Use<KeyValuePair<string, int>>([[|.. cd|]]);", "Use<KeyValuePair<string, int>>([.. cd.ToArray()]);")]

    // What takes a sequence gets the array.
    [InlineData("var copy = [|new List<KeyValuePair<string, int>>(cd)|];", "var copy = new List<KeyValuePair<string, int>>(cd.ToArray());")]
    [InlineData("List<KeyValuePair<string, int>> copy = [|new(cd)|];", "List<KeyValuePair<string, int>> copy = new(cd.ToArray());")]
    [InlineData("var copy = [|new Queue<KeyValuePair<string, int>>((IEnumerable<KeyValuePair<string, int>>)cd)|];", "var copy = new Queue<KeyValuePair<string, int>>(cd.ToArray());")]
    [InlineData("[|list.AddRange(cd)|];", "list.AddRange(cd.ToArray());")]
    [InlineData("[|list.InsertRange(0, cd)|];", "list.InsertRange(0, cd.ToArray());")]
    [InlineData("foreach (var p in [|cd.OrderBy(p => p.Value)|]) Use(p);", "foreach (var p in cd.ToArray().OrderBy(p => p.Value)) Use(p);")]
    [InlineData("foreach (var name in [|from p in cd orderby p.Value select p.Key|]) Use(name);", "foreach (var name in from p in cd.ToArray() orderby p.Value select p.Key) Use(name);")]
    [InlineData("var names = [|cd.OrderBy(p => p.Value).Select(p => p.Key).Take(3).ToList()|];", "var names = cd.ToArray().OrderBy(p => p.Value).Select(p => p.Key).Take(3).ToList();")]
    [InlineData("var copy = [|cd.Append(default).ToArray()|];", "var copy = cd.ToArray().Append(default).ToArray();")]
    [InlineData("var copy = [|list.Concat(cd).ToList()|];", "var copy = list.Concat(cd.ToArray()).ToList();")]
    [InlineData("var copy = [|cd.ToImmutableArray()|];", "var copy = cd.ToArray().ToImmutableArray();")]
    [InlineData("var copy = [|cd.AsEnumerable().ToList()|];", "var copy = cd.ToArray().AsEnumerable().ToList();")]
    [InlineData("var copy = [|this.cd.ToList()|].Count;", "var copy = this.cd.ToArray().ToList().Count;")]
    [InlineData("var copy = [|Table.Shared.ToList()|].Count;", "var copy = Table.Shared.ToArray().ToList().Count;")]
    [InlineData("var copy = [|cd.Snapshot()|];", "var copy = cd.ToArray().Snapshot();")]
    [InlineData("var copy = [|Helpers.Sorted(cd, p => p.Value)|];", "var copy = Helpers.Sorted(cd.ToArray(), p => p.Value);")]
    [InlineData("var copy = [|Helpers.Snapshot(source: cd)|];", "var copy = Helpers.Snapshot(source: cd.ToArray());")]
    [InlineData("var local = cd; var copy = [|local.ToList()|].Count;", "var local = cd; var copy = local.ToArray().ToList().Count;")]

    // Comments stay.
    [InlineData("var copy = /* all */ [|cd /* of */ . /* them */ ToList( /* now */ )|] /* here */; copy.Add(default);", "var copy = /* all */ cd.ToArray() /* of */ . /* them */ ToList( /* now */ ) /* here */; copy.Add(default);")]
    [InlineData("foreach (var p in [|cd /* of */ . /* them */ ToList( /* now */ )|]) Use(p);", "foreach (var p in cd /* of */ . /* them */ ToArray( /* now */ )) Use(p);")]
    [InlineData("KeyValuePair<string, int>[] copy = [/* all */ [|.. cd|]];", "KeyValuePair<string, int>[] copy = [/* all */ .. cd.ToArray()];")]
    public Task Reports_AndCopiesInOneStep(string before, string after) =>
        VerifyFix(InClass(before, "int unused"), InClass(after, "int unused"));

    [Theory]

    // Steps that are atomic, walks, and other collections.
    [InlineData("var copy = cd.ToArray();")]
    [InlineData("var copy = cd.ToArray().ToList();")]
    [InlineData("foreach (var p in cd) Use(p);")]
    [InlineData("var names = cd.Keys.ToList(); var counts = cd.Values.ToArray(); int[] more = [.. cd.Values];")]
    [InlineData("var copy = cd.Where(p => p.Value > 1).ToList();")]
    [InlineData("var copy = cd.ToDictionary(p => p.Key, p => p.Value);")]
    [InlineData("var copy = new Dictionary<string, int>(cd);")]
    [InlineData("HashSet<KeyValuePair<string, int>> copy = [.. cd];")]
    [InlineData("var first = cd.OrderBy(p => p.Value).First();")]
    [InlineData("var names = cd.Select(p => p.Key).OrderBy(name => name).ToList();")]
    [InlineData("var query = cd.OrderBy(p => p.Value); Use(query);")]
    [InlineData("var copy = plain.ToList(); list.AddRange(plain); KeyValuePair<string, int>[] more = [.. plain];")]
    [InlineData("var copy = queue.ToList();")]
    [InlineData("var copy = open.ToList(); var more = unknown.ToArray();")]
    [InlineData("var copy = Own.ToList(cd);")]
    [InlineData("var copy = new Own(cd);")]
    [InlineData("cd.TryAdd(\"a\", 1); Use(cd.Count);")]

    // A method that walks, that asks first what it has, or that is not known.
    [InlineData("var copy = cd.Walked();")]
    [InlineData("var copy = cd.AsList();")]
    [InlineData("var copy = cd.Materialized();")]
    [InlineData("var copy = cd.Later();")]
    [InlineData("var copy = cd.Keys.Snapshot();")]
    [InlineData("var copy = FilledOnce.Snapshot();")]
    [InlineData("var copy = cd.Where(p => p.Value > 1).Snapshot();")]

    // Nobody else has it, or nobody changes it.
    [InlineData("var local = new ConcurrentDictionary<string, int>(); local[\"a\"] = 1; var copy = local.ToList();")]
    [InlineData("var copy = new ConcurrentDictionary<string, int>(plain).ToList();")]
    [InlineData("var copy = filledOnce.ToList(); foreach (var p in filledOnce.OrderBy(p => p.Value)) Use(p); list.AddRange(filledOnce); Use(filledOnce.Count + filledOnce[\"a\"]);")]
    [InlineData("var copy = FilledOnce.ToList();")]
    [InlineData("lock (gate) { var copy = locked.ToList(); }")]
    public Task DoesNotReport(string body) => Verify(InClass(body, "int unused"));

    [Theory]
    [InlineData("var copy = [|given.ToList()|];", "ConcurrentDictionary<string, int> given")]
    [InlineData("var copy = [|Make(1).ToList()|];", "int unused")]
    [InlineData("var copy = [|holder.Table.ToList()|];", "Holder holder")]
    [InlineData("lock (gate) { var copy = [|open2.ToList()|]; }", "int unused")]
    public Task IsASuggestion_WhereItIsNotKnownWhoSharesIt(string body, string parameter)
    {
        var test = Test(InClass(body.Replace("[|", "{|#0:", StringComparison.Ordinal).Replace("|]", "|}", StringComparison.Ordinal), parameter));
        test.ExpectedDiagnostics.Add(new DiagnosticResult("DICT207", DiagnosticSeverity.Info).WithLocation(0).WithOptions(DiagnosticOptions.IgnoreAdditionalLocations));
        return test.RunAsync();
    }

    [Fact]
    public Task Warns_WhereItIsShared()
    {
        var test = Test(InClass("list.AddRange({|#0:cd.Reverse().ToList()|});", "int unused"));
        test.ExpectedDiagnostics.Add(new DiagnosticResult("DICT207", DiagnosticSeverity.Warning).WithLocation(0).WithOptions(DiagnosticOptions.IgnoreAdditionalLocations)
            .WithMessage("'Reverse' asks 'cd' for its count and then copies its entries: an entry that another thread adds in between makes it throw ArgumentException"));
        return test.RunAsync();
    }

    [Fact]
    public Task Says_WhatASpreadThrows()
    {
        var test = Test(InClass("KeyValuePair<string, int>[] copy = [default, {|#0:.. cd|}];", "int unused"));
        test.ExpectedDiagnostics.Add(new DiagnosticResult("DICT207", DiagnosticSeverity.Warning).WithLocation(0).WithOptions(DiagnosticOptions.IgnoreAdditionalLocations)
            .WithMessage("'[..]' asks 'cd' for its count and then copies its entries: an entry that another thread adds in between makes it throw IndexOutOfRangeException"));
        return test.RunAsync();
    }

    [Theory]
    [InlineData("IEnumerable<KeyValuePair<string, int>> same = cd; var copy = [|same.ToList()|];")]
    [InlineData("IDictionary<string, int> same = cd; var copy = [|same.ToArray()|];")]
    [InlineData("ICollection<KeyValuePair<string, int>> same = cd; KeyValuePair<string, int>[] copy = [[|.. same|]];")]
    [InlineData("var query = cd.OrderBy(p => p.Value); foreach (var p in [|query|]) Use(p);")]
    [InlineData("var copy = [|hidden.ToList()|];")]
    [InlineData("var copy = [|Shown.ToList()|];")]
    [InlineData("var copy = [|Given().ToArray()|];")]
    [InlineData("var array = new KeyValuePair<string, int>[9]; [|((ICollection<KeyValuePair<string, int>>)cd).CopyTo(array, 0)|];")]
    [InlineData("var sorted = [|new SortedList<string, int>(cd)|];")]
    public Task Reports_WithoutARepair(string body) => VerifyFix(InClass(body, "int unused"), null);

    [Fact]
    public Task Fixes_BehindAQuestionMark() => VerifyFix(
        InClass("var list1 = [|maybe?.ToList()|]; list1?.Add(default); IEnumerable<KeyValuePair<string, int>>? all = [|maybe?.ToList()|]; var names = [|maybe?.OrderBy(p => p.Value).ToList()|];".Replace("[|maybe?", "maybe?[|", StringComparison.Ordinal), "int unused"),
        InClass("var list1 = maybe?.ToArray().ToList(); list1?.Add(default); IEnumerable<KeyValuePair<string, int>>? all = maybe?.ToArray(); var names = maybe?.ToArray().OrderBy(p => p.Value).ToList();", "int unused"));

    [Fact]
    public Task Reports_ATypeThatDerivesFromIt() => VerifyFix(
        """
        using System.Collections.Concurrent;
        using System.Collections.Generic;
        using System.Linq;

        sealed class Sessions : ConcurrentDictionary<string, int>
        {
            public List<KeyValuePair<string, int>> All() => [|this.ToList()|];
        }
        """,
        """
        using System.Collections.Concurrent;
        using System.Collections.Generic;
        using System.Linq;

        sealed class Sessions : ConcurrentDictionary<string, int>
        {
            public List<KeyValuePair<string, int>> All() => this.ToArray().ToList();
        }
        """);

    [Fact]
    public Task DoesNotReport_OldLists_WhereTheFrameworkWalks() => Verify(
        """
        using System.Collections.Concurrent;
        using System.Collections.Generic;
        using System.Linq;

        class C
        {
            private readonly ConcurrentDictionary<string, int> cd = new ConcurrentDictionary<string, int>();

            public void Add(string key) => cd[key] = 1;

            public void M(List<KeyValuePair<string, int>> list)
            {
                var queue = new Queue<KeyValuePair<string, int>>(cd);
                var joined = cd.Concat(list).ToList();
                var copy = [|cd.ToList()|];
            }
        }
        """,
        test => test.ReferenceAssemblies = ReferenceAssemblies.NetFramework.Net472.Default);

    [Fact]
    public Task FixAll_OverDocumentsAndProjects()
    {
        const string Before = "foreach (var p in [|cd.ToList()|]) { foreach (var q in [|cd.OrderBy(q => q.Value)|]) { Use(q); } } [|list.AddRange(cd)|];";
        const string After = "foreach (var p in cd.ToArray()) { foreach (var q in cd.ToArray().OrderBy(q => q.Value)) { Use(q); } } list.AddRange(cd.ToArray());";
        var test = FixOf(InClass(Before, "int unused"), InClass(After, "int unused"));
        test.TestState.AdditionalProjects["Other"].Sources.Add(("/Other/D.cs", InClass(Before, "int unused")));
        test.FixedState.AdditionalProjects["Other"].Sources.Add(("/Other/D.cs", InClass(After, "int unused")));
        return test.RunAsync();
    }

    private static string InClass(string body, string parameter) =>
        $$"""
        using System;
        using System.Collections.Concurrent;
        using System.Collections.Generic;
        using System.Collections.Immutable;
        using System.Linq;

        class C
        {
            private readonly ConcurrentDictionary<string, int> cd = new();
            private readonly ConcurrentDictionary<string, int> locked = new();
            private readonly ConcurrentDictionary<string, int> filledOnce;
            private static readonly ConcurrentDictionary<string, int> FilledOnce = new(new Dictionary<string, int> { ["a"] = 1 });
            internal readonly ConcurrentDictionary<string, int> open2 = new();
            private readonly IDictionary<string, int> hidden = new ConcurrentDictionary<string, int>();
            private readonly ConcurrentDictionary<string, int>? maybe = new();
            private readonly Dictionary<string, int> plain = new();
            private readonly ConcurrentQueue<int> queue = new();
            private readonly List<KeyValuePair<string, int>> list = new();
            private readonly object gate = new();
            internal IDictionary<string, int> open = new Dictionary<string, int>();
            internal IEnumerable<KeyValuePair<string, int>> unknown = new Dictionary<string, int>();

            public C()
            {
                filledOnce = new();
                filledOnce["a"] = 1;
            }

            public void Add(string key)
            {
                cd[key] = 1;
                maybe?.TryAdd(key, 1);
                hidden[key] = 1;
                lock (gate) { locked[key] = 1; }
            }

            public void M({{parameter}})
            {
                {{body}}
            }

            public IReadOnlyDictionary<string, int> Shown => cd;
            private IDictionary<string, int> Given() => cd;
            private static ConcurrentDictionary<string, int> Make(int number) => number > 0 ? Table.Shared : new();
            private static void Use(object? o) { }
            private static void Use<T>(List<T> all) { }
        }

        static class Helpers
        {
            public static List<T> Snapshot<T>(this IEnumerable<T> source) => source.ToList();
            public static T[] Sorted<T, TKey>(IEnumerable<T> source, Func<T, TKey> key) { if (key is null) { Console.WriteLine(); } return source.OrderBy(key).ToArray(); }
            public static List<T> Walked<T>(this IEnumerable<T> source) { var all = new List<T>(); foreach (var item in source) { all.Add(item); } return all; }
            public static IReadOnlyCollection<T> AsList<T>(this IEnumerable<T> source) => source as IReadOnlyCollection<T> ?? source.ToList();
            public static IReadOnlyCollection<T> Materialized<T>(this IEnumerable<T> source) { if (source is IReadOnlyCollection<T> all) { return all; } return source.ToList(); }
            public static IEnumerable<T> Later<T>(this IEnumerable<T> source) => source.OrderBy(item => item);
        }

        static class Table { public static readonly ConcurrentDictionary<string, int> Shared = new(); }
        class Holder { public ConcurrentDictionary<string, int> Table { get; } = new(); }
        class Own
        {
            public Own(IEnumerable<KeyValuePair<string, int>> all) { }
            public static List<T> ToList<T>(IEnumerable<T> all) => new();
        }
        """;

    private static CSharpAnalyzerTest<DICT207RacyCopyAnalyzer, DefaultVerifier> Test(string source) => new() { TestCode = source };

    private static Task Verify(string source, Action<CSharpAnalyzerTest<DICT207RacyCopyAnalyzer, DefaultVerifier>>? change = null)
    {
        var test = Test(source);
        change?.Invoke(test);
        return test.RunAsync();
    }

    private static Task VerifyFix(string source, string? repaired) => FixOf(source, repaired).RunAsync();

    private static FixTest FixOf(string source, string? repaired)
    {
        var test = new FixTest { TestCode = source, CodeActionEquivalenceKey = DICT207RacyCopyCodeFix.ToArrayKey };
        if (repaired is not null)
        {
            test.FixedCode = repaired;
        }

        return test;
    }

    private sealed class FixTest : CSharpCodeFixTest<DICT207RacyCopyAnalyzer, DICT207RacyCopyCodeFix, DefaultVerifier>;
}
