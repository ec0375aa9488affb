// source: own, after the description: two questions about one key, and no act on the dictionary
// class: A3
using System.Collections.Concurrent;

namespace Corpus.Own.C418;

public sealed class Flags
{
    private readonly ConcurrentDictionary<string, bool> _flags = new();

    public void Set(string name, bool value) => _flags[name] = value;

    public string Describe(string name)
    {
        if (!_flags.ContainsKey(name))
            return "unknown";
        return _flags.TryGetValue(name, out var value) && value ? "on" : "off";
    }
}
