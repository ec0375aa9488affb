// source: own, after the description: the lookup is in the shared table, the write in a local plain dictionary of the same name and type arguments
// class: A3
using System.Collections.Concurrent;
using System.Collections.Generic;

namespace Corpus.Own.C430;

public sealed class Overrides
{
    private readonly ConcurrentDictionary<string, string> _defaults = new();

    public void Set(string key, string value) => _defaults[key] = value;

    public Dictionary<string, string> With(IEnumerable<string> keys, string fallback)
    {
        var values = new Dictionary<string, string>();
        foreach (var key in keys)
        {
            if (_defaults.TryGetValue(key, out var value))
                values[key] = value;
            else if (!values.ContainsKey(key))
                values[key] = fallback;
        }

        return values;
    }
}
