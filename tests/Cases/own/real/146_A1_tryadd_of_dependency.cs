// source: own, after the description: TryAdd of a dependency, two calls below the loop
// class: A1
using System.Collections.Generic;
using System.Linq;

namespace Corpus.Own.R146;

public sealed class ModuleGraph
{
    private readonly Dictionary<string, string[]> _modules = new();

    public void Add(string name, params string[] imports) => _modules[name] = imports;

    private void Link(string[] imports)
    {
        foreach (var import in imports)
            EnsureModule(import);
    }

    private bool EnsureModule(string name) => _modules.TryAdd(name, []);

    public void LinkAll()
    {
        foreach (var pair in _modules) // MAY: A1
        {
            Link(pair.Value); // BUG: A1
        }
    }

    public void LinkAllFixed()
    {
        foreach (var imports in _modules.Values.ToList())
            Link(imports);
    }
}
