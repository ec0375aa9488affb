// source: structure of registries (writers lock and replace, readers take the reference)
// class: A5
using System.Collections.Generic;
using System.Collections.Immutable;

namespace Corpus.Own.C918;

public sealed class Registry
{
    private readonly object _gate = new();
    private ImmutableDictionary<string, int> _ids = ImmutableDictionary<string, int>.Empty;
    private volatile Dictionary<string, string> _aliases = new();

    public void Add(string name, int id)
    {
        lock (_gate)
        {
            _ids = _ids.SetItem(name, id);
            var aliases = new Dictionary<string, string>(_aliases);
            aliases[name.ToUpperInvariant()] = name;
            _aliases = aliases;
        }
    }

    public void Remove(string name)
    {
        lock (_gate)
        {
            _ids = _ids.Remove(name);
            var copy = new Dictionary<string, string>(_aliases);
            copy.Remove(name);
            _aliases = copy;
        }
    }

    public bool Find(string alias, out int id)
    {
        id = 0;
        return _aliases.TryGetValue(alias, out var name) && _ids.TryGetValue(name, out id);
    }
}
