// source: own, after the description: lazy Except over the keys, the body calls a method that removes
// class: A1
using System.Collections.Generic;
using System.Linq;

namespace Corpus.Own.R112;

public sealed class AssetCache
{
    private readonly SortedDictionary<string, byte[]> _loaded = new();

    public long Bytes { get; private set; }

    public void Load(string name, byte[] data)
    {
        _loaded[name] = data;
        Bytes += data.Length;
    }

    private void Unload(string name)
    {
        Bytes -= _loaded[name].Length;
        _loaded.Remove(name);
    }

    public void Keep(IReadOnlyCollection<string> wanted)
    {
        foreach (var name in _loaded.Keys.Except(wanted)) // MAY: A1
            Unload(name); // BUG: A1
    }

    public void KeepFixed(IReadOnlyCollection<string> wanted)
    {
        foreach (var name in _loaded.Keys.Except(wanted).ToList())
            Unload(name);
    }
}
