// source: structure of a plug-in table that is filled before anybody has it
// class: A5
using System.Collections.Generic;

namespace Corpus.Own.C501;

public sealed class PluginTable
{
    private readonly object _gate = new();
    private readonly Dictionary<string, object> _plugins = new() { ["core"] = new object() };

    public PluginTable(IEnumerable<string> names)
    {
        foreach (var name in names)
            _plugins[name] = new object();
        AddDefaults();
    }

    public static PluginTable Create()
    {
        var table = new PluginTable(new[] { "a" });
        table._plugins["b"] = new object();
        return table;
    }

    private void AddDefaults()
    {
        _plugins["default"] = new object();
    }

    public void Install(string name)
    {
        lock (_gate)
            _plugins[name] = new object();
    }

    public bool IsInstalled(string name)
    {
        lock (_gate)
            return _plugins.ContainsKey(name);
    }
}
