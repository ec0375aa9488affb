// source: own, after the description: a class that derives from ConcurrentDictionary, `this` as the receiver
// class: A3
using System.Collections.Concurrent;

namespace Corpus.Own.R337;

public sealed class Plugin(string name)
{
    public string Name { get; } = name;
}

public sealed class PluginRegistry : ConcurrentDictionary<string, Plugin>
{
    public Plugin Load(string name)
    {
        if (ContainsKey(name)) // MAY: A3
            return this[name]; // MAY: A3

        var plugin = new Plugin(name);
        this[name] = plugin; // BUG: A3
        return plugin;
    }

    public Plugin LoadFixed(string name) => GetOrAdd(name, static key => new Plugin(key));
}
