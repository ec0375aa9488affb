// source: own, after the description: an immutable table that is swapped by Interlocked
// class: A2
using System.Collections.Immutable;

namespace Corpus.Own.C455;

public sealed class Flags
{
    private ImmutableDictionary<string, bool> _values = ImmutableDictionary<string, bool>.Empty;

    public static Flags Instance { get; } = new();

    public void Set(string name, bool value) => ImmutableInterlocked.Update(ref _values, static (map, pair) => map.SetItem(pair.name, pair.value), (name, value));

    public bool IsSet(string name) => _values.TryGetValue(name, out var value) && value;
}
