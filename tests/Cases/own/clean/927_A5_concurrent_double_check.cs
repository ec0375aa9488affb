// source: structure of module loaders (fast path on a concurrent table, the creation under a lock)
// class: A5
using System;
using System.Collections.Concurrent;
using System.Collections.Generic;

namespace Corpus.Own.C927;

public sealed class Modules(Func<string, object> load)
{
    private readonly object _gate = new();
    private readonly ConcurrentDictionary<string, object> _modules = new();
    private readonly List<string> _order = new();
    private readonly IReadOnlyDictionary<string, string> _paths = new Dictionary<string, string> { ["core"] = "/core" };

    public object Get(string name)
    {
        if (_modules.TryGetValue(name, out var module))
            return module;

        lock (_gate)
        {
            if (!_modules.TryGetValue(name, out module))
            {
                module = load(_paths[name]);
                _modules[name] = module;
                _order.Add(name);
            }

            return module;
        }
    }

    public bool IsKnown(string name) => _paths.ContainsKey(name);

    public int Count => _modules.Count;
}
