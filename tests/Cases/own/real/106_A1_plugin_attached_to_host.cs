// source: own, after the description: self registration through Attach(this): the plugin keeps the host and registers more while it is started
// class: A1
using System;
using System.Collections.Generic;
using System.Linq;

namespace Corpus.Own.R106;

public interface IPlugin
{
    string Name { get; }
    void Attach(PluginHost host);
    void Start();
}

public sealed class PluginHost
{
    private readonly Dictionary<string, IPlugin> _plugins = new(StringComparer.OrdinalIgnoreCase);

    public void Load(IPlugin plugin)
    {
        if (_plugins.TryAdd(plugin.Name, plugin))
            plugin.Attach(this);
    }

    public void StartAll()
    {
        foreach (var pair in _plugins) // MAY: A1
            pair.Value.Start(); // BUG: A1
    }

    public void StartAllFixed()
    {
        foreach (var pair in _plugins.ToArray())
            pair.Value.Start();
    }
}

public sealed class BundlePlugin : IPlugin
{
    private readonly IPlugin[] _parts;
    private PluginHost? _host;

    public BundlePlugin(string name, params IPlugin[] parts)
    {
        Name = name;
        _parts = parts;
    }

    public string Name { get; }

    public void Attach(PluginHost host) => _host = host;

    public void Start()
    {
        if (_host == null)
            return;
        foreach (var part in _parts)
            _host.Load(part);
    }
}
