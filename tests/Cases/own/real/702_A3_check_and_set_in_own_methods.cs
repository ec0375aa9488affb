// source: structure of plugin hosts (two small methods called after each other)
// class: A3
// note: check and act are hidden in two methods of the type
using System;
using System.Collections.Concurrent;

namespace Corpus.Own.R702;

public sealed class PluginHost
{
    private readonly ConcurrentDictionary<string, object> _plugins = new(StringComparer.OrdinalIgnoreCase);

    public event Action<string>? Loaded;

    private bool IsLoaded(string name) => _plugins.ContainsKey(name);

    private void Store(string name, object plugin) => _plugins[name] = plugin; // MAY: A3

    public object Load(string name, Func<string, object> activate)
    {
        if (!IsLoaded(name)) // MAY: A3
        {
            Store(name, activate(name)); // BUG: A3
            Loaded?.Invoke(name);
        }

        return _plugins[name];
    }

    public object LoadFixed(string name, Func<string, object> activate)
    {
        var fresh = activate(name);
        var kept = _plugins.GetOrAdd(name, fresh);
        if (ReferenceEquals(kept, fresh))
            Loaded?.Invoke(name);
        return kept;
    }
}
