// source: own, after the description: copy-on-write: every write replaces the field by a new dictionary
// class: A1
using System.Collections.Generic;

namespace Corpus.Own.C226;

public sealed class HandlerTable
{
    private Dictionary<string, int> _handlers = new();

    public void Add(string name, int priority)
    {
        _handlers = new Dictionary<string, int>(_handlers) { [name] = priority };
    }

    public void AddFallbacks()
    {
        foreach (var (name, priority) in _handlers)
        {
            if (!name.EndsWith('*'))
                Add(name + "*", priority + 100);
        }
    }
}
