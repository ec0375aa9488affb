// source: structure of OxideMod plugin manager reloads (Oxide.Core issues on reload while hooks run)
// class: A1
// note: reload = unload + load, both two calls away; a load adds
using System.Collections.Generic;
using System.Linq;

namespace Corpus.Own.R614;

public sealed class Plugin(string name, int version)
{
    public string Name => name;
    public int Version => version;
    public bool Outdated { get; set; }
}

public sealed class PluginManager
{
    private readonly Dictionary<string, Plugin> _loaded = new();

    public bool Load(string name, int version)
    {
        var plugin = new Plugin(name, version);
        return _loaded.TryAdd(name, plugin);
    }

    public bool Unload(string name)
    {
        if (!_loaded.ContainsKey(name))
            return false;
        _loaded.Remove(name);
        return true;
    }

    public bool Reload(Plugin plugin)
    {
        if (!Unload(plugin.Name))
            return false;
        return Load(plugin.Name, plugin.Version + 1);
    }

    public void ReloadOutdated()
    {
        foreach (var plugin in _loaded.Values) // MAY: A1
        {
            if (plugin.Outdated)
                Reload(plugin); // BUG: A1
        }
    }

    public void ReloadOutdatedFixed()
    {
        foreach (var plugin in _loaded.Values.Where(p => p.Outdated).ToArray())
            Reload(plugin);
    }
}
