// source: structure of plugin interfaces with default members
// class: A1
// note: hard: a default interface method calls back into the host that the plugin knows; Sorted keeps failure on net10
using System.Collections.Generic;
using System.Linq;

namespace Corpus.Own.R637;

public interface IPlugin
{
    PluginHost Host { get; }
    string Name { get; }

    void Unload() => Host.Remove(Name);
}

public sealed class PluginHost
{
    private readonly SortedDictionary<string, IPlugin> _plugins = new();

    public void Load(string name) => _plugins.Add(name, new Plugin(this, name));

    internal void Remove(string name) => _plugins.Remove(name);

    public void UnloadAll()
    {
        foreach (var plugin in _plugins.Values) // MAY: A1
            plugin.Unload(); // BUG: A1
    }

    public void UnloadAllFixed()
    {
        foreach (var plugin in _plugins.Values.ToArray())
            plugin.Unload();
    }

    private sealed class Plugin(PluginHost host, string name) : IPlugin
    {
        public PluginHost Host => host;
        public string Name => name;
    }
}
