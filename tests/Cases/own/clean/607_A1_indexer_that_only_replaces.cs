// source: idiom: an own indexer that refuses unknown keys, over a Dictionary
// class: A1
using System.Collections;
using System.Collections.Generic;

namespace Corpus.Own.C607;

public sealed class Options : IEnumerable<string>
{
    private readonly Dictionary<string, string> _values;

    public Options(IEnumerable<string> names)
    {
        _values = new Dictionary<string, string>();
        foreach (var name in names)
            _values.Add(name, "");
    }

    public string this[string name]
    {
        get => _values[name];
        set
        {
            if (!_values.ContainsKey(name))
                throw new KeyNotFoundException(name);
            _values[name] = value;
        }
    }

    public IEnumerator<string> GetEnumerator() => _values.Keys.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

public static class OptionReader
{
    public static void Reset(Options options)
    {
        foreach (var name in options)
            options[name] = "default";
    }
}
