// source: structure of dotnet/msbuild PR #12264 (an enumerator is taken under the lock and used without it)
// class: A5
using System.Collections;
using System.Collections.Generic;
using System.Linq;

namespace Corpus.Own.R504;

public sealed class PropertyBag : IEnumerable<string>
{
    private readonly Dictionary<string, string> _properties = new();

    public string? this[string name]
    {
        get
        {
            lock (_properties)
                return _properties.TryGetValue(name, out var value) ? value : null;
        }
    }

    public void Set(string name, string value)
    {
        lock (_properties)
            _properties[name] = value;
    }

    public IEnumerator<string> GetEnumerator()
    {
        lock (_properties)
        {
            return _properties.Values.GetEnumerator(); // BUG: A5
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public IEnumerator<string> GetEnumeratorFixed()
    {
        string[] copy;
        lock (_properties)
            copy = _properties.Values.ToArray();
        return ((IEnumerable<string>)copy).GetEnumerator();
    }
}
