using System;
using System.Collections.Generic;
using System.Linq;
using DictionaryAnalyzers.Generators.Model;
using Microsoft.CodeAnalysis;

namespace DictionaryAnalyzers.Generators.Mapping;

/// <summary>Which objects are nested in which, each once, and how deep and large does that become?</summary>
internal sealed class ObjectGraph
{
    /// <summary>So many entries and objects that nobody can have meant it.</summary>
    private const int Limit = 4096;

    private readonly List<ObjectModel?> _objects = [];
    private readonly List<List<int>> _references = [];
    private readonly Dictionary<(ITypeSymbol Type, PathNode? Include, PathNode? Exclude, int Depth), int> _indexes = new(Keys.Instance);
    private int _entries;

    public IEnumerable<ObjectModel> Objects => _objects.Select(model => model ?? new ObjectModel());

    public bool HasTooManyObjects => _objects.Count > Limit;

    public bool HasTooManyEntries => _entries > Limit;

    public bool TryFind((ITypeSymbol Type, PathNode? Include, PathNode? Exclude, int Depth) key, out int index) => _indexes.TryGetValue(key, out index);

    /// <summary>The index of an object that is read from now on.</summary>
    public int Add((ITypeSymbol Type, PathNode? Include, PathNode? Exclude, int Depth) key)
    {
        var index = _objects.Count;
        _indexes.Add(key, index);
        _objects.Add(null);
        _references.Add([]);
        return index;
    }

    public bool IsComplete(int index) => _objects[index] is not null;

    public void Complete(int index, ObjectModel model) => _objects[index] = model;

    public void Refer(int owner, int nested) => _references[owner].Add(nested);

    public void CountEntry() => _entries++;

    /// <summary>Whether objects can lie deeper than <paramref name="maxDepth"/>.</summary>
    public bool CanBeDeeperThan(int maxDepth) => LongestFrom(0, new int[_objects.Count]) > maxDepth;

    private int LongestFrom(int index, int[] known)
    {
        // -1: on the way; a way back to it is endless.
        if (known[index] != 0)
        {
            return known[index] < 0 ? int.MaxValue : known[index];
        }

        known[index] = -1;
        var longest = 1;
        foreach (var next in _references[index])
        {
            var below = LongestFrom(next, known);
            longest = Math.Max(longest, below == int.MaxValue ? below : below + 1);
        }

        return known[index] = longest;
    }

    /// <summary>Objects are the same when their type is, and the same paths are listed below them.</summary>
    private sealed class Keys : IEqualityComparer<(ITypeSymbol Type, PathNode? Include, PathNode? Exclude, int Depth)>
    {
        public static readonly Keys Instance = new();

        public bool Equals((ITypeSymbol Type, PathNode? Include, PathNode? Exclude, int Depth) x, (ITypeSymbol Type, PathNode? Include, PathNode? Exclude, int Depth) y) =>
            x.Depth == y.Depth && x.Include == y.Include && x.Exclude == y.Exclude && SymbolEqualityComparer.IncludeNullability.Equals(x.Type, y.Type);

        public int GetHashCode((ITypeSymbol Type, PathNode? Include, PathNode? Exclude, int Depth) key) =>
            unchecked((SymbolEqualityComparer.IncludeNullability.GetHashCode(key.Type) * 31) + key.Depth);
    }
}
