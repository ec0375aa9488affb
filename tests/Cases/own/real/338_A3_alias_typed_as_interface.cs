// source: own, after the description: the field is concurrent, a local of type IDictionary is what is checked and added to
// class: A3
using System.Collections.Concurrent;
using System.Collections.Generic;

namespace Corpus.Own.R338;

public sealed class Bindings
{
    private readonly ConcurrentDictionary<string, string> _bindings = new();

    public void Bind(string contract, string type)
    {
        IDictionary<string, string> bindings = _bindings;
        if (!bindings.ContainsKey(contract)) // MAY: A3
            bindings.Add(contract, type); // BUG: A3
    }

    public void BindFixed(string contract, string type) => _bindings.TryAdd(contract, type);
}
