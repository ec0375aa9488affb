using System;
using System.Collections;
using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Collections.ObjectModel;
using System.Collections.Specialized;
using System.Dynamic;
using System.Linq;
using System.Runtime.InteropServices;
using DictionaryAnalyzers.Vocabulary;
using Xunit;

namespace DictionaryAnalyzers.Tests.Vocabulary;

/// <summary>Runs every row of the table on this runtime: a step, the modification, another step.</summary>
public class CollectionSemanticsTests
{
    private static readonly ImmutableDictionary<string, Subject> Subjects = new[]
    {
        Of("Dictionary", CollectionKind.Dictionary, Fill(new Dictionary<string, int>()), d => d.Keys, d => d.Values,
            ("Add", Modification.Add, d => d.Add("x", 0)),
            ("indexer of a new key", Modification.Add, d => d["x"] = 0),
            ("TryAdd of a new key", Modification.Add, d => d.TryAdd("x", 0)),
            ("GetValueRefOrAddDefault of a new key", Modification.Add, d => CollectionsMarshal.GetValueRefOrAddDefault(d, "x", out _)),
            ("AlternateLookup indexer of a new key", Modification.Add, d => d.GetAlternateLookup<ReadOnlySpan<char>>()["x"] = 0),
            ("AlternateLookup TryAdd of a new key", Modification.Add, d => d.GetAlternateLookup<ReadOnlySpan<char>>().TryAdd("x", 0)),
            ("indexer of a present key", Modification.Overwrite, d => d["b"] = 9),
            ("GetValueRefOrAddDefault of a present key", Modification.Overwrite, d => CollectionsMarshal.GetValueRefOrAddDefault(d, "b", out _) = 9),
            ("GetValueRefOrNullRef", Modification.Overwrite, d => CollectionsMarshal.GetValueRefOrNullRef(d, "b") = 9),
            ("AlternateLookup indexer of a present key", Modification.Overwrite, d => d.GetAlternateLookup<ReadOnlySpan<char>>()["b"] = 9),
            ("Remove", Modification.Remove, d => d.Remove("b")),
            ("Remove with out", Modification.Remove, d => d.Remove("b", out _)),
            ("AlternateLookup Remove", Modification.Remove, d => d.GetAlternateLookup<ReadOnlySpan<char>>().Remove("b")),
            ("Clear", Modification.Clear, d => d.Clear()),
            ("Remove of an absent key", Modification.RemoveAbsent, d => d.Remove("x")),
            ("TryAdd of a present key", Modification.AddPresent, d => d.TryAdd("b", 0)),
            ("EnsureCapacity that grows", Modification.Grow, d => d.EnsureCapacity(1000)),
            ("TrimExcess that shrinks", Modification.Shrink, d => d.TrimExcess())),

        Of("SortedDictionary", CollectionKind.SortedDictionary, Fill(new SortedDictionary<string, int>()), d => d.Keys, d => d.Values,
            ("Add", Modification.Add, d => d.Add("x", 0)),
            ("indexer of a new key", Modification.Add, d => d["x"] = 0),
            ("TryAdd of a new key", Modification.Add, d => d.TryAdd("x", 0)),
            ("indexer of a present key", Modification.Overwrite, d => d["b"] = 9),
            ("Remove", Modification.Remove, d => d.Remove("b")),
            ("Clear", Modification.Clear, d => d.Clear()),
            ("Remove of an absent key", Modification.RemoveAbsent, d => d.Remove("x")),
            ("TryAdd of a present key", Modification.AddPresent, d => d.TryAdd("b", 0))),

        Of("SortedList", CollectionKind.SortedList, Fill(new SortedList<string, int>()), d => d.Keys, d => d.Values,
            ("Add", Modification.Add, d => d.Add("x", 0)),
            ("indexer of a new key", Modification.Add, d => d["x"] = 0),
            ("TryAdd of a new key", Modification.Add, d => d.TryAdd("x", 0)),
            ("indexer of a present key", Modification.Overwrite, d => d["b"] = 9),
            ("SetValueAtIndex", Modification.Overwrite, d => d.SetValueAtIndex(1, 9)),
            ("Remove", Modification.Remove, d => d.Remove("b")),
            ("RemoveAt", Modification.Remove, d => d.RemoveAt(1)),
            ("Clear", Modification.Clear, d => d.Clear()),
            ("Remove of an absent key", Modification.RemoveAbsent, d => d.Remove("x")),
            ("TryAdd of a present key", Modification.AddPresent, d => d.TryAdd("b", 0)),
            ("Capacity that grows", Modification.Grow, d => d.Capacity = 1000),
            ("TrimExcess that shrinks", Modification.Shrink, d => d.TrimExcess())),

        Of("OrderedDictionary", CollectionKind.OrderedDictionary, Fill(new OrderedDictionary<string, int>()), d => d.Keys, d => d.Values,
            ("Add", Modification.Add, d => d.Add("x", 0)),
            ("Insert", Modification.Add, d => d.Insert(0, "x", 0)),
            ("indexer of a new key", Modification.Add, d => d["x"] = 0),
            ("TryAdd of a new key", Modification.Add, d => d.TryAdd("x", 0)),
            ("indexer of a present key", Modification.Overwrite, d => d["b"] = 9),
            ("SetAt", Modification.Overwrite, d => d.SetAt(1, 9)),
            ("SetAt with the same key", Modification.Overwrite, d => d.SetAt(1, "b", 9)),
            ("Remove", Modification.Remove, d => d.Remove("b")),
            ("RemoveAt", Modification.Remove, d => d.RemoveAt(1)),
            ("Clear", Modification.Clear, d => d.Clear()),
            ("Remove of an absent key", Modification.RemoveAbsent, d => d.Remove("x")),
            ("TryAdd of a present key", Modification.AddPresent, d => d.TryAdd("b", 0)),
            ("EnsureCapacity that grows", Modification.Grow, d => d.EnsureCapacity(1000)),
            ("TrimExcess that shrinks", Modification.Shrink, d => d.TrimExcess())),

        Of("ConcurrentDictionary", CollectionKind.ConcurrentDictionary, Fill(new ConcurrentDictionary<string, int>()), d => d.Keys, d => d.Values,
            ("TryAdd of a new key", Modification.Add, d => d.TryAdd("x", 0)),
            ("GetOrAdd of a new key", Modification.Add, d => d.GetOrAdd("x", 0)),
            ("AddOrUpdate of a new key", Modification.Add, d => d.AddOrUpdate("x", 0, (_, old) => old)),
            ("indexer of a present key", Modification.Overwrite, d => d["b"] = 9),
            ("TryUpdate", Modification.Overwrite, d => d.TryUpdate("b", 9, 2)),
            ("TryRemove", Modification.Remove, d => d.TryRemove("b", out _)),
            ("Clear", Modification.Clear, d => d.Clear()),
            ("TryRemove of an absent key", Modification.RemoveAbsent, d => d.TryRemove("x", out _)),
            ("TryAdd of a present key", Modification.AddPresent, d => d.TryAdd("b", 0))),

        Of("ImmutableDictionary.Builder", CollectionKind.ImmutableDictionaryBuilder, Fill(ImmutableDictionary.CreateBuilder<string, int>()),
            d => d.Keys, d => d.Values,
            ("Add", Modification.Add, d => d.Add("x", 0)),
            ("indexer of a new key", Modification.Add, d => d["x"] = 0),
            ("AddRange", Modification.Add, d => d.AddRange([new("x", 0)])),
            ("indexer of a present key", Modification.Overwrite, d => d["b"] = 9),
            ("Remove", Modification.Remove, d => d.Remove("b")),
            ("RemoveRange", Modification.Remove, d => d.RemoveRange(["b"])),
            ("Clear", Modification.Clear, d => d.Clear()),
            ("Remove of an absent key", Modification.RemoveAbsent, d => d.Remove("x")),
            ("TryAdd of a present key", Modification.AddPresent, d => d.TryAdd("b", 0))),

        Of("ImmutableSortedDictionary.Builder", CollectionKind.ImmutableSortedDictionaryBuilder, Fill(ImmutableSortedDictionary.CreateBuilder<string, int>()),
            null, null,
            ("Add", Modification.Add, d => d.Add("x", 0)),
            ("indexer of a present key", Modification.Overwrite, d => d["b"] = 9),
            ("Remove", Modification.Remove, d => d.Remove("b")),
            ("Clear", Modification.Clear, d => d.Clear()),
            ("Remove of an absent key", Modification.RemoveAbsent, d => d.Remove("x")),
            ("TryAdd of a present key", Modification.AddPresent, d => d.TryAdd("b", 0))),

        Of("ExpandoObject", CollectionKind.ExpandoObject, Fill<IDictionary<string, object?>>(new ExpandoObject()), d => d.Keys, d => d.Values,
            ("Add", Modification.Add, d => d.Add("x", 0)),
            ("indexer of a new key", Modification.Add, d => d["x"] = 0),
            ("dynamic member", Modification.Add, d => ((dynamic)d).x = 0),
            ("indexer of a present key", Modification.Overwrite, d => d["b"] = 9),
            ("Remove", Modification.Remove, d => d.Remove("b")),
            ("Clear", Modification.Clear, d => d.Clear()),
            ("Remove of an absent key", Modification.RemoveAbsent, d => d.Remove("x")),
            ("TryAdd of a present key", Modification.AddPresent, d => d.TryAdd("b", 0))),

        NonGeneric("Hashtable", CollectionKind.Hashtable, () => new Hashtable()),
        NonGeneric("non-generic SortedList", CollectionKind.NonGenericSortedList, () => new SortedList(),
            ("SetByIndex", Modification.Overwrite, d => ((SortedList)d).SetByIndex(1, 9)),
            ("RemoveAt", Modification.Remove, d => ((SortedList)d).RemoveAt(1)),
            ("Capacity that grows", Modification.Grow, d => ((SortedList)d).Capacity = 1000),
            ("TrimToSize", Modification.Shrink, d => ((SortedList)d).TrimToSize())),
        NonGeneric("Specialized.OrderedDictionary", CollectionKind.SpecializedOrderedDictionary, () => new OrderedDictionary(),
            ("Insert", Modification.Add, d => ((OrderedDictionary)d).Insert(0, "x", 0)),
            ("indexer by position", Modification.Overwrite, d => ((OrderedDictionary)d)[1] = 9),
            ("RemoveAt", Modification.Remove, d => ((OrderedDictionary)d).RemoveAt(1))),
        NonGeneric("ListDictionary", CollectionKind.ListDictionary, () => new ListDictionary()),
        NonGeneric("HybridDictionary", CollectionKind.HybridDictionary, () => new HybridDictionary()),

        Of("NameValueCollection", CollectionKind.NameValueCollection, () => new NameValueCollection { { "a", "1" }, { "b", "2" }, { "c", "3" } },
            d => d.Keys, null,
            ("Add", Modification.Add, d => d.Add("x", "0")),
            ("indexer of a new key", Modification.Add, d => d["x"] = "0"),
            ("Add of a present key", Modification.AddPresent, d => d.Add("b", "9")),
            ("indexer of a present key", Modification.Overwrite, d => d["b"] = "9"),
            ("Set", Modification.Overwrite, d => d.Set("b", "9")),
            ("Remove", Modification.Remove, d => d.Remove("b")),
            ("Clear", Modification.Clear, d => d.Clear())),

        Of("HashSet", CollectionKind.HashSet, () => new HashSet<string>(100) { "a", "b", "c" }, null, null,
            ("Add", Modification.Add, d => d.Add("x")),
            ("UnionWith of new items", Modification.Add, d => d.UnionWith(["x"])),
            ("SymmetricExceptWith of new items", Modification.Add, d => d.SymmetricExceptWith(["x"])),
            ("AlternateLookup Add", Modification.Add, d => d.GetAlternateLookup<ReadOnlySpan<char>>().Add("x")),
            ("Remove", Modification.Remove, d => d.Remove("b")),
            ("RemoveWhere", Modification.Remove, d => d.RemoveWhere(item => item == "b")),
            ("ExceptWith", Modification.Remove, d => d.ExceptWith(["b"])),
            ("IntersectWith", Modification.Remove, d => d.IntersectWith(["a"])),
            ("Clear", Modification.Clear, d => d.Clear()),
            ("Remove of an absent item", Modification.RemoveAbsent, d => d.Remove("x")),
            ("Add of a present item", Modification.AddPresent, d => d.Add("b")),
            ("EnsureCapacity that grows", Modification.Grow, d => d.EnsureCapacity(1000)),
            ("TrimExcess that shrinks", Modification.Shrink, d => d.TrimExcess())),

        Of("SortedSet", CollectionKind.SortedSet, () => new SortedSet<string> { "a", "b", "c" }, null, null,
            ("Add", Modification.Add, d => d.Add("x")),
            ("UnionWith of new items", Modification.Add, d => d.UnionWith(["x"])),
            ("Remove", Modification.Remove, d => d.Remove("b")),
            ("RemoveWhere", Modification.Remove, d => d.RemoveWhere(item => item == "b")),
            ("ExceptWith", Modification.Remove, d => d.ExceptWith(["b"])),
            ("Clear", Modification.Clear, d => d.Clear()),
            ("Remove of an absent item", Modification.RemoveAbsent, d => d.Remove("x")),
            ("Add of a present item", Modification.AddPresent, d => d.Add("b"))),

        Of("List", CollectionKind.List, () => new List<string>(100) { "c", "a", "b" }, null, null,
            ("Add", Modification.Add, d => d.Add("x")),
            ("Insert", Modification.Add, d => d.Insert(0, "x")),
            ("AddRange", Modification.Add, d => d.AddRange(["x"])),
            ("indexer", Modification.Overwrite, d => d[1] = "x"),
            ("Remove", Modification.Remove, d => d.Remove("b")),
            ("RemoveAt", Modification.Remove, d => d.RemoveAt(1)),
            ("RemoveAll", Modification.Remove, d => d.RemoveAll(item => item == "b")),
            ("RemoveRange", Modification.Remove, d => d.RemoveRange(1, 1)),
            ("Clear", Modification.Clear, d => d.Clear()),
            ("Remove of an absent item", Modification.RemoveAbsent, d => d.Remove("x")),
            ("EnsureCapacity that grows", Modification.Grow, d => d.EnsureCapacity(1000)),
            ("Capacity that grows", Modification.Grow, d => d.Capacity = 1000),
            ("TrimExcess that shrinks", Modification.Shrink, d => d.TrimExcess()),
            ("Sort", Modification.Reorder, d => d.Sort()),
            ("Reverse", Modification.Reorder, d => d.Reverse())),
    }.ToImmutableDictionary(subject => subject.Name);

    public static TheoryData<string, string, string> Rows()
    {
        var rows = new TheoryData<string, string, string>();
        foreach (var subject in Subjects.Values.OrderBy(subject => subject.Name, StringComparer.Ordinal))
        {
            foreach (var action in subject.Actions.Keys.Order(StringComparer.Ordinal))
            {
                foreach (var view in subject.Views.Keys.Order(StringComparer.Ordinal))
                {
                    rows.Add(subject.Name, view, action);
                }
            }
        }

        return rows;
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void TheTableSays_WhatTheRuntimeDoes(string collection, string view, string action)
    {
        var subject = Subjects[collection];
        var (modification, run) = subject.Actions[action];
        var instance = subject.Create();

        var throws = ThrowsAfter(subject.Views[view](instance), () => run(instance));

        Assert.Equal(CollectionSemantics.Throws(subject.Kind, modification, FrameworkRules.Net50), throws);
    }

    [Fact]
    public void EveryKindWithModifications_HasRows()
    {
        CollectionKind[] withoutRows =
        [
            CollectionKind.None, CollectionKind.Interface, CollectionKind.Additional,
            CollectionKind.ImmutableDictionary, CollectionKind.FrozenDictionary, CollectionKind.ReadOnlyDictionary,
        ];
        Assert.Equal(
            Enum.GetValues<CollectionKind>().Except(withoutRows).Order(),
            Subjects.Values.Select(subject => subject.Kind).Distinct().Order());
        Assert.DoesNotContain(withoutRows, kind => kind is not CollectionKind.Additional && CollectionSemantics.CanThrow(kind));
    }

    /// <summary>What a type cannot do the table must not call a fault: nobody would notice when it is wrong.</summary>
    [Fact]
    public void EveryModificationThatThrows_HasARow()
    {
        var claimed =
            from kind in Subjects.Values.Select(subject => subject.Kind).Distinct()
            from modification in Enum.GetValues<Modification>()
            where CollectionSemantics.Throws(kind, modification, FrameworkRules.Net50)
            select (kind, modification);
        var run =
            from subject in Subjects.Values
            from action in subject.Actions.Values
            select (subject.Kind, action.Modification);
        Assert.Empty(claimed.Except(run));
    }

    [Fact]
    public void AReadOnlyDictionary_ThrowsAsWhatItWraps()
    {
        var inner = new Dictionary<string, int> { ["a"] = 1, ["b"] = 2 };
        Assert.True(ThrowsAfter(new ReadOnlyDictionary<string, int>(inner), () => inner.Add("x", 0)));
    }

    [Fact]
    public void CopiesOfKeys_AreSafe()
    {
        var builder = Fill(ImmutableDictionary.CreateBuilder<string, int>())();
        Assert.False(ThrowsAfter(((IDictionary)builder).Keys, () => builder.Remove("b")));

        var sorted = Fill(ImmutableSortedDictionary.CreateBuilder<string, int>())();
        Assert.False(ThrowsAfter(sorted.Keys, () => sorted.Remove("b")));
        Assert.False(ThrowsAfter(sorted.Values, () => sorted.Remove("a")));

        var names = new NameValueCollection { { "a", "1" }, { "b", "2" } };
        Assert.False(ThrowsAfter(names.AllKeys, () => names.Remove("b")));
    }

    [Fact]
    public void ImmutableCollections_AreNotChangedByTheirModifiers()
    {
        var immutable = ImmutableDictionary<string, int>.Empty.Add("a", 1).Add("b", 2);
        Assert.False(ThrowsAfter(immutable, () => _ = immutable.Add("x", 0).Remove("a")));

        var frozen = new Dictionary<string, int> { ["a"] = 1, ["b"] = 2 }.ToFrozenDictionary();
        Assert.False(ThrowsAfter(frozen, () => _ = frozen.Count));
    }

    [Theory]
    [InlineData(CollectionKind.Dictionary, FrameworkRules.Oldest, "Add Overwrite Remove Clear Grow Shrink")]
    [InlineData(CollectionKind.Dictionary, FrameworkRules.NetCore30, "Add Overwrite Grow Shrink")]
    [InlineData(CollectionKind.Dictionary, FrameworkRules.Net50, "Add Grow Shrink")]
    [InlineData(CollectionKind.HashSet, FrameworkRules.Oldest, "Add Remove Clear Shrink")]
    [InlineData(CollectionKind.HashSet, FrameworkRules.NetCore30, "Add Shrink")]
    [InlineData(CollectionKind.HashSet, FrameworkRules.Net50, "Add Shrink")]
    internal void HashTables_HaveBecomeMoreTolerant(CollectionKind kind, FrameworkRules rules, string throwing) =>
        Assert.Equal(throwing, Throwing(kind, rules));

    [Theory]
    [InlineData(FrameworkRules.Oldest)]
    [InlineData(FrameworkRules.NetCore30)]
    internal void OtherCollections_AreTheSameEverywhere(FrameworkRules rules)
    {
        foreach (var kind in Enum.GetValues<CollectionKind>().Except([CollectionKind.Dictionary, CollectionKind.HashSet, CollectionKind.Additional]))
        {
            Assert.Equal((kind, Throwing(kind, FrameworkRules.Net50)), (kind, Throwing(kind, rules)));
        }
    }

    private static string Throwing(CollectionKind kind, FrameworkRules rules) =>
        string.Join(' ', Enum.GetValues<Modification>().Where(modification => CollectionSemantics.Throws(kind, modification, rules)));

    private static bool ThrowsAfter(IEnumerable walked, Action modify)
    {
        var enumerator = walked.GetEnumerator();
        Assert.True(enumerator.MoveNext());
        modify();
        try
        {
            enumerator.MoveNext();
            return false;
        }
        catch (InvalidOperationException)
        {
            return true;
        }
    }

    private static Func<T> Fill<T>(T empty)
        where T : class
    {
        // Each row needs an instance of its own: what is given is only asked for its type.
        return () =>
        {
            object fresh = empty switch
            {
                ImmutableDictionary<string, int>.Builder => ImmutableDictionary.CreateBuilder<string, int>(),
                ImmutableSortedDictionary<string, int>.Builder => ImmutableSortedDictionary.CreateBuilder<string, int>(),
                Dictionary<string, int> => new Dictionary<string, int>(100),
                OrderedDictionary<string, int> => new OrderedDictionary<string, int>(100),
                SortedList<string, int> => new SortedList<string, int>(100),
                _ => Activator.CreateInstance(empty.GetType())!,
            };
            foreach (var (key, value) in new[] { ("a", 1), ("b", 2), ("c", 3) })
            {
                if (fresh is IDictionary<string, int> numbers)
                {
                    numbers.Add(key, value);
                }
                else
                {
                    ((IDictionary<string, object?>)fresh).Add(key, value);
                }
            }

            return (T)fresh;
        };
    }

    private static Subject NonGeneric(
        string name, CollectionKind kind, Func<IDictionary> create, params (string Name, Modification Modification, Action<IDictionary> Run)[] own) =>
        Of(
            name,
            kind,
            () =>
            {
                var dictionary = create();
                dictionary.Add("a", 1);
                dictionary.Add("b", 2);
                dictionary.Add("c", 3);
                return dictionary;
            },
            d => d.Keys,
            d => d.Values,
            [
                ("Add", Modification.Add, d => d.Add("x", 0)),
                ("indexer of a new key", Modification.Add, d => d["x"] = 0),
                ("indexer of a present key", Modification.Overwrite, d => d["b"] = 9),
                ("Remove", Modification.Remove, d => d.Remove("b")),
                ("Clear", Modification.Clear, d => d.Clear()),
                ("Remove of an absent key", Modification.RemoveAbsent, d => d.Remove("x")),
                .. own,
            ]);

    private static Subject Of<T>(
        string name, CollectionKind kind, Func<T> create, Func<T, IEnumerable>? keys, Func<T, IEnumerable>? values,
        params (string Name, Modification Modification, Action<T> Run)[] actions)
        where T : class, IEnumerable
    {
        var views = ImmutableDictionary<string, Func<object, IEnumerable>>.Empty.Add("itself", instance => (T)instance);
        views = keys is null ? views : views.Add("Keys", instance => keys((T)instance));
        views = values is null ? views : views.Add("Values", instance => values((T)instance));
        return new Subject(name, kind, create, views, actions.ToImmutableDictionary(
            action => action.Name, action => (action.Modification, (Action<object>)(instance => action.Run((T)instance)))));
    }

    private sealed record Subject(
        string Name,
        CollectionKind Kind,
        Func<object> Create,
        ImmutableDictionary<string, Func<object, IEnumerable>> Views,
        ImmutableDictionary<string, (Modification Modification, Action<object> Run)> Actions);
}
