using System;
using System.Linq;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Xunit;

namespace DictionaryAnalyzers.Tests.Vocabulary;

/// <summary>
/// What is read out of one marked operation, told as <c>Kind.Verb receiver [key] = value</c>; null where it is no use of a collection.
/// </summary>
public class DictionaryUseTests
{
    private const string Types = """
        class Derived : Dictionary<string, int> { public void Own() { } }
        class Hiding : Dictionary<string, int> { public new void Add(string key, int value) { } public new int this[string key] { get => 0; set { } } }
        class Owner { public Dictionary<string, int> Map { get; } = new(); public Owner Next; }
        class LookAlike : IEnumerable<int>
        {
            public void Add(string key, int value) { }
            public bool Remove(string key) => false;
            public void Clear() { }
            public int this[string key] { get => 0; set { } }
            public IEnumerable<string> Keys => [];
            public IEnumerator<int> GetEnumerator() => null;
            IEnumerator IEnumerable.GetEnumerator() => null;
        }
        static class Own
        {
            public static void Add(this Dictionary<string, int> d, string key) { }
            public static void Change(ref int value) { }
            public static void Set(out int value) => value = 0;
        }
        """;

    [Theory]
    [InlineData("[|d[k]|].ToString();", "Dictionary.Lookup d [k]")]
    [InlineData("[|d.TryGetValue(k, out _)|];", "Dictionary.Lookup d [k]")]
    [InlineData("[|d.ContainsKey(k)|];", "Dictionary.Contains d [k]")]
    [InlineData("[|d.ContainsValue(v)|];", "Dictionary.Contains d")]
    [InlineData("[|d.TryAdd(k, v)|];", "Dictionary.Insert d [k] = v")]
    [InlineData("[|d.Add(k, v)|];", "Dictionary.InsertOrThrow d [k] = v")]
    [InlineData("[|d[k]|] = v;", "Dictionary.Upsert d [k] = v")]
    [InlineData("[|d[k]|] += v;", "Dictionary.Overwrite d [k]")]
    [InlineData("[|d[k]|]++;", "Dictionary.Overwrite d [k]")]
    [InlineData("--[|d[k]|];", "Dictionary.Overwrite d [k]")]
    [InlineData("[|d.Remove(k)|];", "Dictionary.Remove d [k]")]
    [InlineData("[|d.Remove(k, out _)|];", "Dictionary.Remove d [k]")]
    [InlineData("[|d.Clear()|];", "Dictionary.Clear d")]
    [InlineData("[|foreach (var p in d) { }|]", "Dictionary.Enumerate d")]
    [InlineData("[|d.GetEnumerator()|].MoveNext();", "Dictionary.Enumerate d")]
    [InlineData("_ = [|d.Keys|];", "Dictionary.EnumerateKeys d")]
    [InlineData("_ = [|d.Values|];", "Dictionary.EnumerateValues d")]
    [InlineData("_ = [|d.Count|];", "Dictionary.Count d")]
    [InlineData("[|d.EnsureCapacity(9)|];", "Dictionary.Resize d")]
    [InlineData("[|d.TrimExcess()|];", "Dictionary.Resize d")]
    public void TheVerbsOfADictionary(string statement, string expected) =>
        AssertUse("Dictionary<string, int> d, string k, int v", statement, expected);

    [Theory]
    [InlineData("SortedDictionary<string, int>", "[|d.Add(k, v)|];", "SortedDictionary.InsertOrThrow d [k] = v")]
    [InlineData("SortedList<string, int>", "[|d.RemoveAt(v)|];", "SortedList.Remove d")]
    [InlineData("SortedList<string, int>", "[|d.SetValueAtIndex(v, v)|];", "SortedList.Overwrite d = v")]
    [InlineData("SortedList<string, int>", "[|d.Capacity|] = v;", "SortedList.Resize d")]
    [InlineData("SortedList<string, int>", "_ = [|d.Capacity|];", null)]
    [InlineData("OrderedDictionary<string, int>", "[|d.Insert(0, k, v)|];", "OrderedDictionary.InsertOrThrow d [k] = v")]
    [InlineData("OrderedDictionary<string, int>", "[|d.SetAt(0, v)|];", "OrderedDictionary.Overwrite d = v")]
    [InlineData("OrderedDictionary<string, int>", "[|d.SetAt(0, k, v)|];", "OrderedDictionary.Overwrite d = v")]
    [InlineData("Dictionary<string, int>", "[|CollectionsMarshal.GetValueRefOrAddDefault(d, k, out _)|] = v;", "Dictionary.Insert d [k]")]
    [InlineData("ConcurrentDictionary<string, int>", "[|d.GetOrAdd(k, v)|];", "ConcurrentDictionary.Insert d [k] = v")]
    [InlineData("ConcurrentDictionary<string, int>", "[|d.GetOrAdd(k, x => 1)|];", "ConcurrentDictionary.Insert d [k] = x => 1")]
    [InlineData("ConcurrentDictionary<string, int>", "[|d.AddOrUpdate(k, v, (x, y) => y)|];", "ConcurrentDictionary.Upsert d [k] = v")]
    [InlineData("ConcurrentDictionary<string, int>", "[|d.TryUpdate(k, v, 1)|];", "ConcurrentDictionary.Overwrite d [k] = v")]
    [InlineData("ConcurrentDictionary<string, int>", "[|d.TryRemove(k, out _)|];", "ConcurrentDictionary.Remove d [k]")]
    [InlineData("ConcurrentDictionary<string, int>", "[|d.ToArray()|];", "ConcurrentDictionary.Snapshot d")]
    [InlineData("ConcurrentDictionary<string, int>", "_ = [|d.IsEmpty|];", "ConcurrentDictionary.Count d")]
    [InlineData("ImmutableDictionary<string, int>.Builder", "[|d.Add(k, v)|];", "ImmutableDictionaryBuilder.InsertOrThrow d [k] = v")]
    [InlineData("ImmutableSortedDictionary<string, int>.Builder", "[|d.Remove(k)|];", "ImmutableSortedDictionaryBuilder.Remove d [k]")]
    [InlineData("ImmutableDictionary<string, int>", "[|d.Add(k, v)|];", null)]
    [InlineData("ImmutableDictionary<string, int>", "[|d.SetItem(k, v)|];", null)]
    [InlineData("ImmutableSortedDictionary<string, int>", "[|d.Remove(k)|];", null)]
    [InlineData("ImmutableDictionary<string, int>", "_ = [|d[k]|];", "ImmutableDictionary.Lookup d [k]")]
    [InlineData("FrozenDictionary<string, int>", "_ = [|d[k]|];", "FrozenDictionary.Lookup d [k]")]
    [InlineData("FrozenDictionary<string, int>", "[|foreach (var p in d) { }|]", "FrozenDictionary.Enumerate d")]
    [InlineData("ReadOnlyDictionary<string, int>", "[|d.ContainsKey(k)|];", "ReadOnlyDictionary.Contains d [k]")]
    [InlineData("Hashtable", "[|d.Add(k, v)|];", "Hashtable.InsertOrThrow d [k] = v")]
    [InlineData("Hashtable", "[|d[k]|] = v;", "Hashtable.Upsert d [k] = v")]
    [InlineData("Hashtable", "[|d.Contains(k)|];", "Hashtable.Contains d [k]")]
    [InlineData("SortedList", "[|d.SetByIndex(0, v)|];", "NonGenericSortedList.Overwrite d = v")]
    [InlineData("SortedList", "[|d.TrimToSize()|];", "NonGenericSortedList.Resize d")]
    [InlineData("OrderedDictionary", "[|d.Insert(0, k, v)|];", "SpecializedOrderedDictionary.InsertOrThrow d [k] = v")]
    [InlineData("OrderedDictionary", "[|d.RemoveAt(0)|];", "SpecializedOrderedDictionary.Remove d")]
    [InlineData("ListDictionary", "[|d.Remove(k)|];", "ListDictionary.Remove d [k]")]
    [InlineData("HybridDictionary", "[|d.Clear()|];", "HybridDictionary.Clear d")]
    [InlineData("NameValueCollection", "[|d.Get(k)|];", "NameValueCollection.Lookup d [k]")]
    [InlineData("NameValueCollection", "_ = [|d.AllKeys|];", "NameValueCollection.Snapshot d")]
    [InlineData("NameValueCollection", "[|d.Remove(k)|];", "NameValueCollection.Remove d [k]")]
    [InlineData("HashSet<string>", "[|d.Add(k)|];", "HashSet.Insert d [k]")]
    [InlineData("HashSet<string>", "[|d.UnionWith(new[] { k })|];", "HashSet.Insert d")]
    [InlineData("HashSet<string>", "[|d.SymmetricExceptWith(new[] { k })|];", "HashSet.Insert d")]
    [InlineData("HashSet<string>", "[|d.ExceptWith(new[] { k })|];", "HashSet.Remove d")]
    [InlineData("HashSet<string>", "[|d.IntersectWith(new[] { k })|];", "HashSet.Remove d")]
    [InlineData("HashSet<string>", "[|d.RemoveWhere(x => true)|];", "HashSet.Remove d")]
    [InlineData("HashSet<string>", "[|d.Contains(k)|];", "HashSet.Contains d [k]")]
    [InlineData("SortedSet<string>", "[|d.Remove(k)|];", "SortedSet.Remove d [k]")]
    [InlineData("ExpandoObject", "[|((IDictionary<string, object>)d).Remove(k)|];", "ExpandoObject.Remove d [k]")]
    [InlineData("List<string>", "[|d.Add(k)|];", "List.InsertOrThrow d [k]")]
    [InlineData("List<string>", "[|d.Insert(0, k)|];", "List.InsertOrThrow d [k]")]
    [InlineData("List<string>", "[|d.AddRange(new[] { k })|];", "List.InsertOrThrow d")]
    [InlineData("List<string>", "[|d[0]|] = k;", "List.Overwrite d [0] = k")]
    [InlineData("List<string>", "[|d.RemoveAll(x => true)|];", "List.Remove d")]
    [InlineData("List<string>", "[|d.RemoveAt(0)|];", "List.Remove d")]
    [InlineData("List<string>", "[|d.Sort()|];", "List.Reorder d")]
    [InlineData("List<string>", "[|d.Reverse()|];", "List.Reorder d")]
    [InlineData("List<string>", "[|d.ForEach(x => { })|];", "List.Enumerate d")]
    [InlineData("List<string>", "[|d.GetRange(0, 1)|];", "List.Snapshot d")]
    public void TheVerbsOfOtherCollections(string type, string statement, string? expected) =>
        AssertUse($"{type} d, string k, int v", statement, expected);

    [Theory]
    [InlineData("IDictionary<string, int>", "[|d.Add(k, v)|];", "Interface.InsertOrThrow d [k] = v")]
    [InlineData("IDictionary<string, int>", "[|d[k]|] = v;", "Interface.Upsert d [k] = v")]
    [InlineData("IDictionary<string, int>", "[|d.Remove(k)|];", "Interface.Remove d [k]")]
    [InlineData("IDictionary<string, int>", "[|d.Clear()|];", "Interface.Clear d")]
    [InlineData("IDictionary<string, int>", "[|foreach (var p in d) { }|]", "Interface.Enumerate d")]
    [InlineData("IDictionary<string, int>", "_ = [|d.Count|];", "Interface.Count d")]
    [InlineData("IReadOnlyDictionary<string, int>", "[|d.TryGetValue(k, out _)|];", "Interface.Lookup d [k]")]
    [InlineData("IReadOnlyDictionary<string, int>", "_ = [|d.Keys|];", "Interface.EnumerateKeys d")]
    [InlineData("IDictionary", "[|d.Remove(k)|];", "Interface.Remove d [k]")]
    [InlineData("IDictionary", "[|d[k]|] = v;", "Interface.Upsert d [k] = v")]
    [InlineData("ICollection<KeyValuePair<string, int>>", "[|d.Clear()|];", "Interface.Clear d")]
    [InlineData("ISet<string>", "[|d.UnionWith(new[] { k })|];", "Interface.Insert d")]
    [InlineData("ISet<string>", "[|d.Remove(k)|];", "Interface.Remove d [k]")]
    [InlineData("IList<string>", "[|d.RemoveAt(0)|];", "Interface.Remove d")]
    [InlineData("IEnumerable<KeyValuePair<string, int>>", "[|foreach (var p in d) { }|]", null)]
    [InlineData("Derived", "[|d.Add(k, v)|];", "Dictionary.InsertOrThrow d [k] = v")]
    [InlineData("Derived", "[|foreach (var p in d) { }|]", "Dictionary.Enumerate d")]
    [InlineData("Derived", "[|d.Own()|];", null)]
    [InlineData("Hiding", "[|d.Add(k, v)|];", null)]
    [InlineData("Hiding", "[|d[k]|] = v;", null)]
    [InlineData("Hiding", "[|d.Remove(k)|];", "Dictionary.Remove d [k]")]
    [InlineData("Hiding", "[|((Dictionary<string, int>)d).Add(k, v)|];", "Dictionary.InsertOrThrow d [k] = v")]
    [InlineData("LookAlike", "[|d.Add(k, v)|];", null)]
    [InlineData("LookAlike", "[|d.Remove(k)|];", null)]
    [InlineData("LookAlike", "[|d.Clear()|];", null)]
    [InlineData("LookAlike", "[|d[k]|] = v;", null)]
    [InlineData("LookAlike", "_ = [|d.Keys|];", null)]
    [InlineData("LookAlike", "[|foreach (var p in d) { }|]", null)]
    [InlineData("Dictionary<string, int>", "[|d.Add(k)|];", null)]
    [InlineData("Dictionary<string, int>", "[|Console.WriteLine(d)|];", null)]
    [InlineData("Dictionary<string, int>", "[|d.ToString()|];", null)]
    [InlineData("Dictionary<string, int>", "_ = [|d.Comparer|];", null)]
    [InlineData("Dictionary<string, int>", "[|d.GetHashCode()|];", null)]
    public void InterfacesDerivedTypesAndLookAlikes(string type, string statement, string? expected) =>
        AssertUse($"{type} d, string k, int v", statement, expected);

    [Theory]
    [InlineData("[|d.GetValueOrDefault(k)|];", "Dictionary.Lookup d [k]")]
    [InlineData("[|d.GetValueOrDefault(k, v)|];", "Dictionary.Lookup d [k]")]
    [InlineData("[|CollectionExtensions.GetValueOrDefault(d, k)|];", "Dictionary.Lookup d [k]")]
    [InlineData("[|CollectionExtensions.GetValueOrDefault(key: k, dictionary: d)|];", "Dictionary.Lookup d [k]")]
    [InlineData("[|i.TryAdd(k, v)|];", "Interface.Insert i [k] = v")]
    [InlineData("[|CollectionExtensions.TryAdd(value: v, key: k, dictionary: i)|];", "Interface.Insert i [k] = v")]
    [InlineData("[|i.Remove(k, out _)|];", "Interface.Remove i [k]")]
    [InlineData("[|d.ToArray()|];", "Dictionary.Snapshot d")]
    [InlineData("[|d.ToList()|];", "Dictionary.Snapshot d")]
    [InlineData("[|d.ToDictionary(p => p.Key)|];", "Dictionary.Snapshot d")]
    [InlineData("[|Enumerable.ToList(d)|];", "Dictionary.Snapshot d")]
    [InlineData("[|Enumerable.ToList(source: d)|];", "Dictionary.Snapshot d")]
    [InlineData("[|d.Any()|];", "Dictionary.Count d")]
    [InlineData("[|d.Count()|];", "Dictionary.Count d")]
    [InlineData("[|d.Any(p => true)|];", null)]
    [InlineData("[|d.Where(p => true)|];", null)]
    [InlineData("[|d.Add(value: v, key: k)|];", "Dictionary.InsertOrThrow d [k] = v")]
    [InlineData("[|new Dictionary<string, int>(d)|].Clear();", "Dictionary.Snapshot d")]
    [InlineData("[|CollectionsMarshal.GetValueRefOrNullRef(d, k)|].ToString();", "Dictionary.Lookup d [k]")]
    [InlineData("[|CollectionsMarshal.SetCount(l, 9)|];", "List.Resize l")]
    [InlineData("[|CollectionsMarshal.AsSpan(l)|].Clear();", "List.Lookup l")]
    [InlineData("KeyValuePair<string, int>[] a = [[|.. d|]];", "Dictionary.Snapshot d")]
    [InlineData("List<int> a = [1, [|.. l|], 2];", "List.Snapshot l")]
    [InlineData("[|d.GetAlternateLookup<ReadOnlySpan<char>>().TryAdd(k, v)|];", "Dictionary.Insert d.GetAlternateLookup<ReadOnlySpan<char>>() [k] = v")]
    [InlineData("[|d.GetAlternateLookup<ReadOnlySpan<char>>()[k]|] = v;", "Dictionary.Upsert d.GetAlternateLookup<ReadOnlySpan<char>>() [k] = v")]
    public void ExtensionsStaticCallsAndCopies(string statement, string? expected) =>
        AssertUse("Dictionary<string, int> d, IDictionary<string, int> i, List<int> l, string k, int v", statement, expected);

    [Theory]
    [InlineData("_ = new Dictionary<string, int> { [|{ k, v }|] };", "Dictionary.InsertOrThrow new Dictionary<string, int> { { k, v } } [k] = v")]
    [InlineData("_ = new Dictionary<string, int> { [|[k]|] = v };", "Dictionary.Upsert new Dictionary<string, int> { [k] = v } [k] = v")]
    [InlineData("_ = new HashSet<string> { [|k|] };", "HashSet.Insert new HashSet<string> { k } [k]")]
    [InlineData("_ = new Owner { Map = { [|[k]|] = v } };", "Dictionary.Upsert Map [k] = v")]
    [InlineData("_ = new Owner { Map = { [|{ k, v }|] } };", "Dictionary.InsertOrThrow Map [k] = v")]
    [InlineData("_ = new LookAlike { [|{ k, v }|] };", null)]
    public void Initializers(string statement, string? expected) => AssertUse("string k, int v", statement, expected);

    [Theory]
    [InlineData("d?[|.Remove(k)|];", "Dictionary.Remove d [k]")]
    [InlineData("_ = d?[|[k]|];", "Dictionary.Lookup d [k]")]
    [InlineData("_ = d?[|.Keys|];", "Dictionary.EnumerateKeys d")]
    [InlineData("o?[|.Map.Add(k, v)|];", "Dictionary.InsertOrThrow .Map [k] = v")]
    [InlineData("o?.Next?.Map?[|.Add(k, v)|];", "Dictionary.InsertOrThrow .Map [k] = v")]
    [InlineData("(d)[|.Clear()|];", "Dictionary.Clear d")]
    [InlineData("[|((IDictionary<string, int>)d).Clear()|];", "Dictionary.Clear d")]
    [InlineData("[|(d as IDictionary).Clear()|];", "Dictionary.Clear d")]
    [InlineData("[|d!.Clear()|];", "Dictionary.Clear d")]
    public void ConditionalAccessAndConversions(string statement, string? expected)
    {
        // A call in a conditional access has the syntax '.Remove(k)'.
        AssertUse("Dictionary<string, int> d, Owner o, string k, int v", statement.Replace("(d)[|.Clear()|]", "[|(d).Clear()|]", StringComparison.Ordinal), expected);
    }

    [Theory]
    [InlineData("([|d[k]|], _) = (v, 1);", "Dictionary.Upsert d [k]")]
    [InlineData("(_, (_, [|d[k]|])) = (1, (2, v));", "Dictionary.Upsert d [k]")]
    [InlineData("_ = ([|d[k]|], 1);", "Dictionary.Lookup d [k]")]
    [InlineData("Own.Set(out [|a[0]|]);", null)]
    [InlineData("s[k] ??= [|s[\"x\"]|];", "Dictionary.Lookup s [\"x\"]")]
    [InlineData("var (x, y) = ([|d[k]|], 1);", "Dictionary.Lookup d [k]")]
    [InlineData("_ = [|d[k]|] is 3;", "Dictionary.Lookup d [k]")]
    public void TuplesAndReferences(string statement, string? expected) =>
        AssertUse("Dictionary<string, int> d, Dictionary<string, string> s, int[] a, string k, int v", statement, expected);

    [Fact]
    public void AReferenceToAValue_Inserts() =>
        Assert.True(Use("Dictionary<string, int> d, string k", "[|CollectionsMarshal.GetValueRefOrAddDefault(d, k, out _)|] = 1;") is { Verb: Verb.Insert });

    [Fact]
    public void ACoalescingAssignment_Writes()
    {
        var use = Use("Dictionary<string, string> s, string k", "[|s[k]|] ??= k;");
        Assert.True(use is { Verb: Verb.Overwrite or Verb.Upsert });
    }

    [Theory]
    [InlineData("Dictionary<string, int>", "[|d.Remove(k)|];", true)]
    [InlineData("Dictionary<string, int>", "[|d.TryAdd(k, 1)|];", true)]
    [InlineData("HashSet<string>", "[|d.Add(k)|];", true)]
    [InlineData("Hashtable", "[|d.Remove(k)|];", false)]
    [InlineData("ICollection<string>", "[|d.Add(k)|];", false)]
    [InlineData("Dictionary<string, int>", "[|d.ContainsKey(k)|];", false)]
    [InlineData("HashSet<string>", "[|d.RemoveWhere(x => true)|];", false)]
    public void SomeResults_TellWhetherAnythingChanged(string type, string statement, bool expected) =>
        Assert.Equal(expected, Use($"{type} d, string k", statement)!.Value.ResultTellsChange);

    [Fact]
    public void ATypeParameter_IsWhatItsConstraintIs()
    {
        var probe = Probe.OfTypes("class C { void M<T>(T d) where T : Dictionary<string, int> { [|d.Clear()|]; } }");
        Assert.Equal("Dictionary.Clear d", Told(DictionaryUse.TryGet(probe.Marked(), probe.Model.Types)));
    }

    [Fact]
    public void MembersOfTheBase_AreFoundInADerivedType()
    {
        var probe = Probe.OfTypes("class C : Dictionary<string, int> { void M() { [|Clear()|]; } }");
        var use = DictionaryUse.TryGet(probe.Marked(), probe.Model.Types);
        Assert.True(use is { Verb: Verb.Clear, Kind: CollectionKind.Dictionary, Receiver.Kind: OperationKind.InstanceReference });
    }

    private static void AssertUse(string parameters, string statement, string? expected) =>
        Assert.Equal(expected, Told(Use(parameters, statement)));

    private static DictionaryUse? Use(string parameters, string statement)
    {
        var probe = Probe.OfStatements(parameters, statement, Types);
        var found = probe.AllMarked();
        Assert.NotEmpty(found);
        return found.Select(operation => DictionaryUse.TryGet(operation, probe.Model.Types)).FirstOrDefault(use => use is not null);
    }

    private static string? Told(DictionaryUse? use) => use is not { } found
        ? null
        : $"{found.Kind}.{found.Verb} {found.Receiver.Syntax}"
            + (found.Key is { } key ? $" [{key.Syntax}]" : "")
            + (found.Value is { } value ? $" = {value.Syntax}" : "");
}
