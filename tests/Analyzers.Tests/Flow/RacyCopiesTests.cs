using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using DictionaryAnalyzers.Rules.Sharing;
using DictionaryAnalyzers.Testing;
using DictionaryAnalyzers.Testing.Running;
using DictionaryAnalyzers.Tests.Vocabulary;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace DictionaryAnalyzers.Tests.Flow;

/// <summary>
/// Runs each row of the table of racy copies on a concurrent dictionary that grows whenever it is asked for its count, as if another thread
/// came in between, and compares with what DICT207 reports of the same row.
/// </summary>
public class RacyCopiesTests
{
    // What the runtime and the rule have to agree on.
    private const string Throws = """
        cd.ToList();
        Enumerable.ToArray(cd);
        KV[] a = [.. cd];
        KV[] a = [one, .. cd];
        List<KV> a = [.. cd];
        List<KV> a = [one, .. cd];
        IEnumerable<KV> a = [.. cd];
        IEnumerable<KV> a = [one, .. cd];
        IReadOnlyCollection<KV> a = [.. cd];
        IReadOnlyList<KV> a = [.. cd];
        ICollection<KV> a = [.. cd];
        IList<KV> a = [.. cd];
        ImmutableArray<KV> a = [.. cd];
        ImmutableArray<KV> a = [one, .. cd];
        ImmutableList<KV> a = [.. cd];
        ImmutableHashSet<KV> a = [.. cd];
        FrozenSet<KV> a = [.. cd];
        ReadOnlySpan<KV> a = [.. cd]; if (a.Length < 0) { throw new NotSupportedException(); }
        Span<KV> a = [.. cd];
        IEnumerable<KV> e = cd; KV[] a = [.. e];
        IEnumerable<KV> e = cd; KV[] a = [one, .. e];
        IEnumerable<KV> e = cd; List<KV> a = [one, .. e];
        IReadOnlyCollection<KV> e = cd; KV[] a = [.. e];
        IReadOnlyCollection<KV> e = cd; KV[] a = [one, .. e];
        object[] a = [.. cd];
        List<object> a = [.. cd];
        object[] a = [one, .. cd];
        IEnumerable<object> a = [.. cd];
        foreach (KV x in (KV[])[.. cd]) { }
        new List<KV>(cd);
        new List<KV>().AddRange(cd);
        new List<KV>().InsertRange(0, cd);
        cd.OrderBy(x => x.Key).ToArray();
        cd.OrderBy(x => x.Key).ToList();
        foreach (var x in cd.OrderBy(x => x.Key)) { }
        foreach (var x in cd.OrderByDescending(x => x.Key).ThenBy(x => x.Value)) { }
        foreach (var x in cd.Order(cmp)) { }
        cd.OrderDescending(cmp).ToList();
        cd.OrderBy(x => x.Key).Single(x => x.Key == 1);
        cd.OrderBy(x => x.Key).Count(x => true);
        cd.OrderBy(x => x.Key).Any(x => true);
        cd.OrderBy(x => x.Key).LongCount();
        cd.OrderBy(x => x.Key).All(x => true);
        cd.OrderBy(x => x.Key).Sum(x => x.Key);
        cd.OrderBy(x => x.Key).MinBy(x => x.Key);
        cd.OrderBy(x => x.Key).Aggregate(0, (a, b)=> a);
        cd.OrderBy(x => x.Key).ToDictionary(x => x.Key);
        cd.OrderBy(x => x.Key).ToHashSet();
        cd.OrderBy(x => x.Key).ToLookup(x => x.Key);
        cd.OrderBy(x => x.Key).SequenceEqual([]);
        cd.OrderBy(x => x.Key).Take(2).ToList();
        foreach (var x in cd.OrderBy(x => x.Key).Take(2)) { }
        cd.OrderBy(x => x.Key).Select(x => x.Value).ToList();
        cd.OrderBy(x => x.Key).Where(x => true).First();
        cd.OrderBy(x => x.Key).Where(x => true).Any();
        cd.OrderBy(x => x.Key).Where(x => true).Count();
        cd.OrderBy(x => x.Key).Where(x => true).ToList();
        cd.OrderBy(x => x.Key).GroupBy(x => x.Value).ToList();
        cd.OrderBy(x => x.Key).Reverse().ToList();
        string.Join(", ", cd.OrderBy(x => x.Key));
        cd.Reverse().ToArray();
        foreach (var x in cd.Reverse()) { }
        cd.Reverse().Take(1).ToList();
        cd.ToImmutableArray();
        cd.ToImmutableList();
        ImmutableArray.CreateRange(cd);
        ImmutableList.CreateRange(cd);
        ImmutableList<KV>.Empty.AddRange(cd);
        ImmutableArray<KV>.Empty.AddRange(cd);
        ImmutableArray.Create(one).AddRange(cd);
        ImmutableList<KV>.Empty.Add(one).InsertRange(0, cd);
        ImmutableList.CreateBuilder<KV>().AddRange(cd);
        cd.ToImmutableSortedSet(cmp);
        cd.Concat(new[] { one }).ToList();
        cd.Concat(new[] { one }).ToArray();
        new[] { one }.Concat(cd).ToList();
        new[] { one }.Concat(cd).ToArray();
        cd.Concat(new[] { one }).Concat(new[] { one }).ToArray();
        KV[] a = [.. cd.Concat(new[] { one })];
        List<KV> a = [.. cd.Concat(new[] { one })];
        foreach (var x in cd.Concat(new[] { one }).OrderBy(x => x.Key)) { }
        foreach (var x in cd.Concat(new[] { one }).Reverse()) { }
        cd.Concat(new[] { one }).ToImmutableArray();
        cd.Concat(new[] { one }).ToImmutableList();
        cd.Append(one).ToArray();
        cd.Append(one).ToList();
        cd.Prepend(one).ToArray();
        cd.Prepend(one).ToList();
        cd.Append(one).Append(one).ToArray();
        cd.Append(one).Append(one).ToList();
        KV[] a = [.. cd.Append(one)];
        cd.Append(one).OrderBy(x => x.Key).ToList();
        new Queue<KV>(cd);
        new Stack<KV>(cd);
        new SortedSet<KV>(cd, cmp);
        new ObservableCollection<KV>(cd);
        new ArrayList((ICollection)cd);
        new ArrayList().AddRange((ICollection)cd);
        new SortedList<int, int>(cd);
        new SortedList((IDictionary)cd);
        foreach (var x in cd.Shuffle()) { }
        cd.Shuffle().ToArray();
        cd.Shuffle().ToList();
        var c = (ICollection<KV>)cd; var a = new KV[c.Count]; c.CopyTo(a, 0);
        cd.AsEnumerable().ToList();
        cd.Cast<KV>().ToList();
        cd.DefaultIfEmpty().ToArray();
        cd.DefaultIfEmpty().ToList();
        P([.. cd]);
        S([.. cd]);
        KV[][] a = [[.. cd]];
        var l = new List<KV> { one }; l.AddRange(cd);
        cd.Concat(new[] { one }).Append(one).ToArray();
        foreach (var x in cd.Append(one).Reverse()) { }
        foreach (var x in cd.DefaultIfEmpty().OrderBy(x => x.Key)) { }
        cd.OrderBy(x => x.Key).Cast<object>().ToList();
        new List<KV>(cd.OrderBy(x => x.Key));
        new Dictionary<int, int>(cd.OrderBy(x => x.Key));
        cd.OrderBy(x => x.Key).Select(x => x.Value).Where(x => true).FirstOrDefault();
        cd.OrderBy(x => x.Key).Skip(1).Take(2).ToArray();
        cd.OrderBy(x => x.Key).Take(1).Single();
        cd.OrderBy(x => x.Key).Take(1).SingleOrDefault();
        cd.OrderBy(x => x.Key).Max(cmp);
        cd?.ToList();
        IDictionary<int, int> d = cd; d.ToArray();
        IReadOnlyDictionary<int, int> d = cd; d.ToList();
        IDictionary<int, int> d = cd; KV[] a = [.. d];
        IDictionary<int, int> d = cd; List<KV> a = [one, .. d];
        var query = cd.OrderBy(x => x.Key); foreach (var x in query) { }
        foreach (var x in from y in cd orderby y.Key select y.Value) { }
        cd.OrderBy(x => x.Key).Where(x => true).Last();
        cd.OrderBy(x => x.Key).Take(1).Where(x => true).First();
        cd.OrderBy(x => x.Key).Min(cmp);
        cd.OrderBy(x => x.Key).Average(x => x.Key);
        new HashSet<KV>(cd.OrderBy(x => x.Key));
        new LinkedList<KV>(cd.Reverse());
        new Stack<KV>(cd.OrderBy(x => x.Key));
        new Queue<KV>(cd.OrderBy(x => x.Key));
        new SortedSet<KV>(cd.Reverse(), cmp);
        new ObservableCollection<KV>(cd.OrderBy(x => x.Key));
        new List<KV>().AddRange(cd.OrderBy(x => x.Key));
        new List<KV>().InsertRange(0, cd.Reverse());
        new HashSet<KV>().UnionWith(cd.OrderBy(x => x.Key));
        string.Concat(cd.Reverse());
        HashSet<KV> a = [.. cd.OrderBy(x => x.Key)];
        KV[] a = [one, .. cd.OrderBy(x => x.Key)];
        ImmutableArray<KV>.Empty.AddRange(cd.OrderBy(x => x.Key));
        ImmutableList<KV>.Empty.AddRange(cd.OrderBy(x => x.Key));
        ImmutableArray.CreateRange(cd.Reverse());
        ImmutableList.CreateRange(cd.Append(one));
        ImmutableArray.CreateRange(cd.Append(one));
        ImmutableSortedSet.CreateRange(cmp, cd);
        cd.OrderBy(x => x.Key).SelectMany(x => new[] { x }).ToList();
        cd.OrderBy(x => x.Key).Chunk(2).ToList();
        cd.OrderBy(x => x.Key).SkipWhile(x => false).ToList();
        cd.OrderBy(x => x.Key).TakeWhile(x => true).ToList();
        cd.OrderBy(x => x.Key).DistinctBy(x => x.Key).ToList();
        cd.OrderBy(x => x.Key).Cast<KV>().ToArray();
        cd.OrderBy(x => x.Key).AsEnumerable().ToArray();
        cd.OrderBy(x => x.Key).Append(one).ToArray();
        cd.OrderBy(x => x.Key).Concat(cd).ToArray();
        cd.Shuffle().Select(x => x.Key).ToArray();
        cd.Shuffle().OrderBy(x => x.Key).ToArray();
        cd.Shuffle().Where(x => true).First();
        cd.AsEnumerable().OrderBy(x => x.Key).ToList();
        cd.Cast<KV>().OrderBy(x => x.Key).ToList();
        cd.AsEnumerable().Append(one).ToList();
        cd.Append(one).AsEnumerable().ToList();
        ((IDictionary<int, int>)cd).ToArray();
        ((IEnumerable<KV>)cd).ToArray();
        ((ICollection)cd).CopyTo(new KV[((ICollection)cd).Count], 0);
        """;

    private const string Safe = """
        HashSet<KV> a = [.. cd];
        Collection<KV> a = [.. cd];
        ConcurrentBag<KV> a = [.. cd];
        ArrayList a = [.. cd];
        cd.OrderBy(x => x.Key).First();
        cd.OrderBy(x => x.Key).FirstOrDefault();
        cd.OrderBy(x => x.Key).Last();
        cd.OrderBy(x => x.Key).Last(x => true);
        cd.OrderBy(x => x.Key).ElementAt(0);
        cd.OrderBy(x => x.Key).Count();
        cd.OrderBy(x => x.Key).Any();
        cd.OrderBy(x => x.Key).Contains(one);
        cd.OrderBy(x => x.Key).Take(2).First();
        cd.OrderBy(x => x.Key).Select(x => x.Value).First();
        cd.OrderBy(x => x.Key).Select(x => x.Value).FirstOrDefault();
        cd.OrderBy(x => x.Key).Select(x => x.Value).Any();
        cd.OrderBy(x => x.Key).Select(x => x.Value).Last();
        cd.Where(x => true).OrderBy(x => x.Key).ToList();
        cd.Select(x => x.Value).OrderBy(x => x).ToList();
        cd.Reverse().First();
        cd.Reverse().FirstOrDefault();
        cd.Reverse().Last();
        cd.Reverse().Count();
        cd.Reverse().Any();
        ImmutableArray.CreateBuilder<KV>().AddRange(cd);
        ImmutableQueue.CreateRange(cd);
        ImmutableStack.CreateRange(cd);
        ImmutableHashSet.CreateRange(cd);
        cd.ToImmutableHashSet();
        ImmutableDictionary.CreateRange(cd);
        ImmutableSortedDictionary.CreateRange(cd);
        cd.ToImmutableDictionary();
        cd.ToImmutableSortedDictionary();
        ImmutableDictionary<int, int>.Empty.AddRange(cd);
        ImmutableDictionary<int, int>.Empty.SetItems(cd);
        foreach (var x in cd.Concat(new[] { one })) { }
        cd.Concat(new[] { one }).First();
        cd.Concat(new[] { one }).Count();
        cd.Concat(cd.Where(x => true)).ToArray();
        cd.Concat(new[] { one }).ToHashSet();
        cd.Concat(new[] { one }).ToDictionary();
        cd.Concat(new[] { one }).Where(x => true).ToList();
        new List<KV>(cd.Concat(new[] { one }));
        new List<KV>().AddRange(cd.Concat(new[] { one }));
        new Queue<KV>(cd.Concat(new[] { one }));
        new Stack<KV>(cd.Concat(new[] { one }));
        foreach (var x in cd.Append(one)) { }
        cd.Append(one).Count();
        new List<KV>(cd.Append(one));
        new LinkedList<KV>(cd);
        new HashSet<KV>(cd);
        new ConcurrentBag<KV>(cd);
        new ConcurrentQueue<KV>(cd);
        new ConcurrentStack<KV>(cd);
        new Queue((ICollection)cd);
        new Stack((ICollection)cd);
        new PriorityQueue<int, int>(cd.Select(x => (x.Key, x.Value)));
        new Dictionary<int, int>((IDictionary<int, int>)cd);
        new SortedDictionary<int, int>(cd);
        new Hashtable((IDictionary)cd);
        new OrderedDictionary<int, int>((IDictionary<int, int>)cd);
        new ConcurrentDictionary<int, int>(cd);
        new ReadOnlyDictionary<int, int>(cd);
        cd.Shuffle().First();
        cd.Shuffle().Take(2).ToArray();
        cd.Shuffle().Count();
        cd.Cast<object>().ToList();
        foreach (var x in cd.DefaultIfEmpty()) { }
        cd.Select(x => x).ToList();
        cd.Where(x => true).ToArray();
        cd.Where(x => true).Reverse().ToList();
        cd.ToDictionary(x => x.Key);
        Enumerable.ToDictionary(cd);
        cd.ToHashSet();
        cd.ToLookup(x => x.Key);
        foreach (var x in cd.GroupBy(x => x.Key)) { }
        cd.ToFrozenDictionary();
        cd.ToFrozenSet();
        cd.First();
        cd.Last();
        cd.MinBy(x => x.Key);
        cd.MaxBy(x => x.Key);
        cd.Max(cmp);
        cd.Distinct().ToList();
        cd.DistinctBy(x => x.Key).ToList();
        cd.Union(new[] { one }).ToList();
        new[] { one }.Union(cd).ToArray();
        cd.Except(new[] { one }).ToList();
        new[] { one }.Except(cd).ToList();
        cd.Intersect(cd).ToList();
        cd.Chunk(2).ToList();
        cd.Skip(1).ToList();
        cd.Take(2).ToArray();
        cd.TakeLast(2).ToList();
        cd.SkipLast(1).ToArray();
        cd.TakeWhile(x => true).ToArray();
        cd.SkipWhile(x => false).ToArray();
        cd.Take(1..^1).ToArray();
        cd.Zip(cd).ToArray();
        cd.Index().ToArray();
        cd.SelectMany(x => new[] { x }).ToArray();
        cd.Join(cd, x => x.Key, x => x.Key, (a, b)=> a).ToArray();
        cd.ElementAt(1);
        cd.SequenceEqual(cd.Select(x => x));
        cd.SequenceEqual(new KV[3]);
        cd.Count();
        cd.Any();
        cd.AsParallel().ToArray();
        cd.AsParallel().ToList();
        cd.AsParallel().OrderBy(x => x.Key).ToList();
        string.Join(", ", cd);
        string.Concat(cd);
        JsonSerializer.Serialize(cd);
        new HashSet<KV>().UnionWith(cd);
        new HashSet<KV> { one }.SymmetricExceptWith(cd);
        new HashSet<KV> { one }.SetEquals(cd);
        new PriorityQueue<KV, int>().EnqueueRange(cd, 1);
        Parallel.ForEach(cd, x => { });
        cd.TryGetNonEnumeratedCount(out _);
        cd.Skip(0).ToArray();
        cd.Append(one).ToHashSet();
        cd.Append(one).ToDictionary();
        cd.Append(one).First();
        cd.OrderBy(x => x.Key).Distinct().Any();
        cd.Shuffle().Any();
        cd.Reverse().Select(x => x.Key).First();
        cd.OrderBy(x => x.Key).Concat(cd).First();
        cd.OrderBy(x => x.Key).Append(one).Last();
        cd.OrderBy(x => x.Key).ThenBy(x => x.Value).First();
        cd.OrderBy(x => x.Key).Take(2).Count();
        cd.OrderBy(x => x.Key).Take(2).Any();
        cd.OrderBy(x => x.Key).FirstOrDefault(one);
        cd.OrderBy(x => x.Key).LastOrDefault();
        foreach (var x in from y in cd where y.Key > 0 orderby y.Key select y.Value) { }
        KV[] a = [one, .. cd.Append(one)];
        List<KV> a = [one, .. cd.Append(one)];
        cd.ToArray();
        cd.ToArray().ToList();
        cd.ToArray().OrderBy(x => x.Key).ToList();
        KV[] a = [.. cd.ToArray()];
        List<KV> a = [one, .. cd.ToArray()];
        new List<KV>(cd.ToArray());
        new List<KV>().AddRange(cd.ToArray());
        cd.Keys.ToList();
        cd.Values.ToArray();
        int[] a = [.. cd.Keys];
        List<int> a = [1, .. cd.Values];
        cd.Keys.OrderBy(x => x).ToList();
        new List<int>(cd.Keys);
        new List<int>().AddRange(cd.Values);
        KV[] a = [.. cd.Where(x => true)];
        List<int> a = [.. cd.Select(x => x.Value)];
        cd.Where(x => true).Append(one).ToArray();
        cd.Select(x => x.Value).Reverse().ToArray();
        cd.Distinct().OrderBy(x => x.Key).ToArray();
        cd.OrderBy(x => x.Key);
        foreach (var x in cd) { }
        """;

    // What throws as well, though not on every framework, or is not worth a row: the rule is silent.
    private const string LeftOut = """
        cd.Concat(Enumerable.Range(1, 3).Where(x => true).Select(i => one)).ToList();
        cd.OrderBy(x => x.Key).First(x => true);
        cd.OrderBy(x => x.Key).FirstOrDefault(x => true);
        cd.OrderBy(x => x.Key).ElementAt(1);
        cd.OrderBy(x => x.Key).ElementAtOrDefault(1);
        cd.OrderBy(x => x.Key).Skip(1).First();
        cd.OrderBy(x => x.Key).Select(x => x.Value).Count();
        cd.Reverse().ElementAt(0);
        cd.Reverse().First(x => true);
        cd.Concat(new[] { one }).Select(x => x.Key).ToList();
        cd.Append(one).Select(x => x.Key).ToList();
        cd.OfType<KV>().ToList();
        cd.Cast<object>().ToArray();
        KV[] a = [.. (one.Key > 0 ? [one] : (IEnumerable<KV>)cd)];
        cd.Reverse().Last(x => true);
        """;

    private const string Program = """
        using System;
        using System.Collections;
        using System.Collections.Concurrent;
        using System.Collections.Frozen;
        using System.Collections.Generic;
        using System.Collections.Immutable;
        using System.Collections.ObjectModel;
        using System.Linq;
        using System.Text.Json;
        using System.Threading.Tasks;
        using KV = System.Collections.Generic.KeyValuePair<int, int>;

        // Implements its interface again, so that whoever copies by the interface lets it grow in between.
        sealed class Growing : ConcurrentDictionary<int, int>, ICollection<KV>, IReadOnlyCollection<KV>, ICollection
        {
            public Growing() : base(Enumerable.Range(0, 3).Select(number => KeyValuePair.Create(number, number))) { }

            public new int Count
            {
                get
                {
                    var count = base.Count;
                    for (var added = 0; added < 50; added++) { TryAdd(count + added, added); }
                    return count;
                }
            }

            int ICollection<KV>.Count => Count;
            int IReadOnlyCollection<KV>.Count => Count;
            int ICollection.Count => Count;
        }

        static class Rows
        {
            static readonly KV one = KeyValuePair.Create(-1, -1);
            static readonly Comparer<KV> cmp = Comparer<KV>.Create((x, y) => x.Key.CompareTo(y.Key));

            static void P(params KV[] pairs) { }
            static void S(params ReadOnlySpan<KV> pairs) { }

            static bool Throws(Action<Growing> row)
            {
                try
                {
                    row(new Growing());
                    return false;
                }
                catch (Exception e) when (e is ArgumentException or IndexOutOfRangeException)
                {
                    return true;
                }
            }

            static void Main()
            {
        /*runs*/
            }

        /*rows*/
        }
        """;

    [Fact]
    public async Task WhatThrows_IsReported()
    {
        var (throwing, reported) = await RunAndReport(Throws);
        Assert.Empty(Lines(Throws).Except(throwing));
        Assert.Empty(Lines(Throws).Except(reported));
    }

    [Fact]
    public async Task WhatIsSafe_IsNotReported()
    {
        var (throwing, reported) = await RunAndReport(Safe);
        Assert.Empty(throwing);
        Assert.Empty(reported);
    }

    [Fact]
    public async Task WhatIsLeftOut_ThrowsAndIsNotReported()
    {
        var (throwing, reported) = await RunAndReport(LeftOut);
        Assert.Empty(Lines(LeftOut).Except(throwing));
        Assert.Empty(reported);
    }

    private static async Task<(IReadOnlyList<string> Throwing, IReadOnlyList<string> Reported)> RunAndReport(string table)
    {
        var rows = Lines(table);
        var source = Program
            .Replace("/*runs*/", string.Join("\n", rows.Select((_, row) => $"if (Throws(R{row})) {{ Console.WriteLine({row}); }}")), StringComparison.Ordinal)
            .Replace("/*rows*/", string.Join("\n", rows.Select((text, row) => $"static void R{row}(Growing cd) {{ /*{row}*/ {text} }}")), StringComparison.Ordinal);
        var run = await new ProgramRunner { InProcess = true }.RunAsync(source);
        Assert.Equal(0, run.ExitCode);

        var tree = CSharpSyntaxTree.ParseText(source, new CSharpParseOptions(LanguageVersion.Latest));
        var reported = await Probe.Compile(ReferenceAssemblies.Net.Net100, tree)
            .WithAnalyzers([new DICT207RacyCopyAnalyzer()])
            .GetAnalyzerDiagnosticsAsync();
        var lines = (await tree.GetTextAsync()).Lines;
        return (
            [.. run.StandardOutput.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(row => rows[int.Parse(row, CultureInfo.InvariantCulture)])],
            [.. reported.Select(diagnostic => RowOf(lines.GetLineFromPosition(diagnostic.Location.SourceSpan.Start).ToString()))]);
    }

    private static string RowOf(string line) => line[(line.IndexOf("*/ ", StringComparison.Ordinal) + 3)..^2];

    private static ImmutableArray<string> Lines(string table) => [.. table.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0)];
}
