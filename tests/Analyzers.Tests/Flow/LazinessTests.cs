using System;
using System.Collections;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using DictionaryAnalyzers.Flow;
using DictionaryAnalyzers.Testing;
using DictionaryAnalyzers.Tests.Vocabulary;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Xunit;

namespace DictionaryAnalyzers.Tests.Flow;

/// <summary>Runs the operators of LINQ over the keys of a dictionary and compares with what the package holds of them.</summary>
public class LazinessTests
{
    private static readonly KnownTypes Types = new(Probe.Compile(ReferenceAssemblies.Net.Net100), [], [], []);

    private static readonly ImmutableDictionary<string, Func<IEnumerable<int>, IEnumerable>> Sequences =
        ImmutableDictionary.CreateRange(new Dictionary<string, Func<IEnumerable<int>, IEnumerable>>
        {
            ["Where"] = keys => keys.Where(key => key >= 0),
            ["Select"] = keys => keys.Select(key => key + 1),
            ["SelectMany"] = keys => keys.SelectMany(key => new[] { key }),
            ["Distinct"] = keys => keys.Distinct(),
            ["DistinctBy"] = keys => keys.DistinctBy(key => key),
            ["Except"] = keys => keys.Except([99]),
            ["ExceptBy"] = keys => keys.ExceptBy([99], key => key),
            ["Intersect"] = keys => keys.Intersect([0, 1, 2, 3, 4]),
            ["IntersectBy"] = keys => keys.IntersectBy([0, 1, 2, 3, 4], key => key),
            ["Union"] = keys => keys.Union([99]),
            ["UnionBy"] = keys => keys.UnionBy([99], key => key),
            ["Concat"] = keys => keys.Concat([99]),
            ["Skip"] = keys => keys.Skip(1),
            ["SkipWhile"] = keys => keys.SkipWhile(key => key < 1),
            ["SkipLast"] = keys => keys.SkipLast(1),
            ["Take"] = keys => keys.Take(4),
            ["TakeWhile"] = keys => keys.TakeWhile(key => key < 9),
            ["Append"] = keys => keys.Append(99),
            ["Prepend"] = keys => keys.Prepend(99),
            ["Zip"] = keys => keys.Zip([1, 2, 3, 4, 5]),
            ["Cast"] = keys => keys.Cast<object>(),
            ["OfType"] = keys => keys.OfType<object>(),
            ["DefaultIfEmpty"] = keys => keys.DefaultIfEmpty(),
            ["AsEnumerable"] = keys => keys.AsEnumerable(),
            ["Join"] = keys => keys.Join([0, 1, 2, 3, 4], key => key, key => key, (left, _) => left),
            ["GroupJoin"] = keys => keys.GroupJoin([0, 1, 2, 3, 4], key => key, key => key, (left, _) => left),
            ["LeftJoin"] = keys => keys.LeftJoin([0, 1, 2, 3, 4], key => key, key => key, (left, _) => left),
            ["RightJoin"] = keys => keys.RightJoin([0, 1, 2, 3, 4], key => key, key => key, (left, _) => left),
            ["Chunk"] = keys => keys.Chunk(2),
            ["Index"] = keys => keys.Index(),
            ["OrderBy"] = keys => keys.OrderBy(key => -key),
            ["OrderByDescending"] = keys => keys.OrderByDescending(key => key),
            ["ThenBy"] = keys => keys.OrderBy(key => -key).ThenBy(key => key),
            ["ThenByDescending"] = keys => keys.OrderBy(key => -key).ThenByDescending(key => key),
            ["Order"] = keys => keys.Order(),
            ["OrderDescending"] = keys => keys.OrderDescending(),
            ["Reverse"] = keys => keys.Reverse(),
            ["GroupBy"] = keys => keys.GroupBy(key => key),
            ["Shuffle"] = keys => keys.Shuffle(),

            // Over a source that knows its count it defers; over any other it buffers.
            ["TakeLast"] = keys => keys.Where(_ => true).TakeLast(4),
            ["CountBy"] = keys => keys.CountBy(key => key),
            ["AggregateBy"] = keys => keys.AggregateBy(key => key, 0, (sum, key) => sum + key),
        });

    // What has ended when the call returns. The parameter is something to do for each element, where there is a delegate to do it in.
    private static readonly ImmutableDictionary<string, Action<IEnumerable<int>, Action>> Consumers =
        ImmutableDictionary.CreateRange(new Dictionary<string, Action<IEnumerable<int>, Action>>
        {
            ["Aggregate"] = (keys, step) => keys.Aggregate(0, (sum, key) => Then(step, sum + key)),
            ["All"] = (keys, step) => keys.All(_ => Then(step, true)),
            ["Any"] = (keys, step) => keys.Any(_ => Then(step, false)),
            ["Average"] = (keys, step) => keys.Average(key => Then(step, key)),
            ["Count"] = (keys, step) => keys.Count(_ => Then(step, true)),
            ["First"] = (keys, step) => keys.First(key => Then(step, key == 4)),
            ["FirstOrDefault"] = (keys, step) => keys.FirstOrDefault(_ => Then(step, false)),
            ["Last"] = (keys, step) => keys.Last(_ => Then(step, true)),
            ["LastOrDefault"] = (keys, step) => keys.LastOrDefault(_ => Then(step, true)),
            ["LongCount"] = (keys, step) => keys.LongCount(_ => Then(step, true)),
            ["Max"] = (keys, step) => keys.Max(key => Then(step, key)),
            ["MaxBy"] = (keys, step) => keys.MaxBy(key => Then(step, key)),
            ["Min"] = (keys, step) => keys.Min(key => Then(step, key)),
            ["MinBy"] = (keys, step) => keys.MinBy(key => Then(step, key)),
            ["Single"] = (keys, step) => keys.Single(key => Then(step, key == 2)),
            ["SingleOrDefault"] = (keys, step) => keys.SingleOrDefault(key => Then(step, key == 2)),
            ["Sum"] = (keys, step) => keys.Sum(key => Then(step, key)),
            ["ToDictionary"] = (keys, step) => keys.ToDictionary(key => Then(step, key)),
            ["ToLookup"] = (keys, step) => keys.ToLookup(key => Then(step, key)),
            ["Contains"] = (keys, step) => keys.Contains(3, Comparing(step)),
            ["SequenceEqual"] = (keys, step) => keys.SequenceEqual([0, 1, 2, 3, 4], Comparing(step)),
            ["ToHashSet"] = (keys, step) => keys.ToHashSet(Comparing(step)),
            ["ToArray"] = (keys, _) => keys.ToArray(),
            ["ToList"] = (keys, _) => keys.ToList(),
            ["ElementAt"] = (keys, _) => keys.ElementAt(2),
            ["ElementAtOrDefault"] = (keys, _) => keys.ElementAtOrDefault(2),
        });

    // They have no source, or do not read it.
    private static readonly string[] DeliberatelyUnknown =
        ["Empty", "InfiniteSequence", "Range", "Repeat", "Sequence", "TryGetNonEnumeratedCount"];

    public static TheoryData<string> SequenceNames => [.. Sequences.Keys.Order(StringComparer.Ordinal)];

    public static TheoryData<string> ConsumerNames => [.. Consumers.Keys.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(SequenceNames))]
    public void AChangeBetweenTwoSteps_ThrowsWhereTheOperatorDefers(string name)
    {
        var dictionary = Numbers();
        var enumerator = Sequences[name](dictionary.Keys).GetEnumerator();
        Assert.True(enumerator.MoveNext());
        Assert.True(enumerator.MoveNext());

        dictionary.Add(5, 5);

        var expected = ThrowsChanged(() => enumerator.MoveNext()) ? Laziness.Defers : Laziness.Buffers;
        Assert.Equal(expected, LazyOperators.Of(Method(name), Types));
    }

    [Theory]
    [MemberData(nameof(SequenceNames))]
    public void ASequence_ReadsNothingAtTheCall(string name)
    {
        var reads = 0;
        Sequences[name](Counted(() => reads++));
        Assert.Equal(0, reads);
    }

    [Theory]
    [MemberData(nameof(ConsumerNames))]
    public void AConsumer_ReadsAtTheCall(string name)
    {
        var reads = 0;
        Consumers[name](Counted(() => reads++), () => { });
        Assert.True(reads > 0);
        Assert.Equal(Laziness.Consumes, LazyOperators.Of(Method(name), Types));
    }

    [Theory]
    [MemberData(nameof(ConsumerNames))]
    public void AChangeInADelegate_ThrowsInAConsumer(string name)
    {
        var ran = false;
        var dictionary = Numbers();
        var throws = ThrowsChanged(() => Consumers[name](dictionary.Keys, () =>
        {
            ran = true;
            dictionary.TryAdd(5, 5);
        }));
        Assert.Equal(ran, throws);
    }

    [Theory]
    [InlineData("Any")]
    [InlineData("All")]
    [InlineData("First")]
    [InlineData("FirstOrDefault")]
    [InlineData("Last")]
    [InlineData("LastOrDefault")]
    [InlineData("Single")]
    [InlineData("SingleOrDefault")]
    [InlineData("Count")]
    [InlineData("LongCount")]
    [InlineData("TakeWhile")]
    [InlineData("SkipWhile")]
    [InlineData("Where")]
    public void APredicate_EndsTheReadingWhereItIsSaidTo(string name)
    {
        foreach (var result in new[] { true, false })
        {
            var dictionary = Numbers();
            bool Change(int key)
            {
                dictionary.TryAdd(5, 5);
                return result;
            }

            var throws = ThrowsChanged(() => _ = name switch
            {
                "Any" => (object)dictionary.Keys.Any(Change),
                "All" => dictionary.Keys.All(Change),
                "First" => dictionary.Keys.First(Change),
                "FirstOrDefault" => dictionary.Keys.FirstOrDefault(Change),
                "Last" => dictionary.Keys.Last(Change),
                "LastOrDefault" => dictionary.Keys.LastOrDefault(Change),
                "Single" => dictionary.Keys.Single(Change),
                "SingleOrDefault" => dictionary.Keys.SingleOrDefault(Change),
                "Count" => dictionary.Keys.Count(Change),
                "LongCount" => dictionary.Keys.LongCount(Change),
                "TakeWhile" => dictionary.Keys.TakeWhile(Change).ToArray(),
                "SkipWhile" => dictionary.Keys.SkipWhile(Change).ToArray(),
                _ => dictionary.Keys.Where(Change).ToArray(),
            });
            Assert.Equal((result, LazyOperators.StopsAt(Method(name)) != result), (result, throws));
        }
    }

    [Theory]
    [InlineData("Concat")]
    [InlineData("Union")]
    [InlineData("UnionBy")]
    [InlineData("Zip")]
    [InlineData("Except")]
    [InlineData("ExceptBy")]
    [InlineData("Intersect")]
    [InlineData("IntersectBy")]
    [InlineData("Join")]
    [InlineData("GroupJoin")]
    [InlineData("LeftJoin")]
    public void TheSecondSource_IsReadLazilyWhereItIsSaidTo(string name)
    {
        var dictionary = Numbers();
        int[] first = [0, 1, 2, 3];
        IEnumerable sequence = name switch
        {
            "Concat" => Array.Empty<int>().Concat(dictionary.Keys),
            "Union" => Array.Empty<int>().Union(dictionary.Keys),
            "UnionBy" => Array.Empty<int>().UnionBy(dictionary.Keys, key => key),
            "Zip" => first.Zip(dictionary.Keys),
            "Except" => new[] { 10, 11, 12 }.Except(dictionary.Keys),
            "ExceptBy" => new[] { 10, 11, 12 }.ExceptBy(dictionary.Keys, key => key),
            "Intersect" => first.Intersect(dictionary.Keys),
            "IntersectBy" => first.IntersectBy(dictionary.Keys, key => key),
            "Join" => first.Join(dictionary.Keys, key => key, key => key, (left, _) => left),
            "GroupJoin" => first.GroupJoin(dictionary.Keys, key => key, key => key, (left, _) => left),
            _ => first.LeftJoin(dictionary.Keys, key => key, key => key, (left, _) => left),
        };
        var enumerator = sequence.GetEnumerator();
        Assert.True(enumerator.MoveNext());

        dictionary.Add(5, 5);

        Assert.Equal(LazyOperators.ReadsSecondSource(Method(name)), ThrowsChanged(() => enumerator.MoveNext()));
    }

    [Fact]
    public void EveryOperatorOfTheRuntime_IsClassifiedAndRun()
    {
        var names = typeof(Enumerable).GetMethods().Where(method => method.IsStatic).Select(method => method.Name).ToHashSet();
        var known = names.Where(name => LazyOperators.Of(Method(name), Types) is not Laziness.Unknown).ToHashSet();

        Assert.Equal(DeliberatelyUnknown.Order(StringComparer.Ordinal), names.Except(known).Order(StringComparer.Ordinal));
        Assert.Equal(known.Order(StringComparer.Ordinal), Sequences.Keys.Concat(Consumers.Keys).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void AMethodOfAnotherType_IsUnknown()
    {
        var probe = Probe.OfTypes("static class Own { public static IEnumerable<T> Where<T>(this IEnumerable<T> all, int none) => all; }");
        var method = probe.Compilation.GetTypeByMetadataName("Own")!.GetMembers("Where").OfType<IMethodSymbol>().Single();
        Assert.Equal(Laziness.Unknown, LazyOperators.Of(method, probe.Model.Types));
    }

    private static IMethodSymbol Method(string name) => Types.Enumerable!.GetMembers(name).OfType<IMethodSymbol>().First();

    private static Dictionary<int, int> Numbers() => Enumerable.Range(0, 5).ToDictionary(key => key);

    private static IEnumerable<int> Counted(Action read)
    {
        foreach (var key in Numbers().Keys)
        {
            read();
            yield return key;
        }
    }

    private static T Then<T>(Action step, T result)
    {
        step();
        return result;
    }

    private static EqualityComparer<int> Comparing(Action step) =>
        EqualityComparer<int>.Create((left, right) => Then(step, left == right), key => Then(step, key));

    private static bool ThrowsChanged(Action action)
    {
        try
        {
            action();
            return false;
        }
        catch (InvalidOperationException exception)
        {
            // 'Single' and 'First' throw the same type where they find nothing.
            return exception.Message.Contains("modified", StringComparison.Ordinal);
        }
    }
}
