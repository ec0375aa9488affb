// source: own, after the description: a successful removal leaves the loop, a failed one changes nothing in a List
// class: A1
using System.Collections.Generic;

namespace Corpus.Own.C232;

public sealed class HandlerChain
{
    private readonly List<string> _names = new();

    public void Add(string name) => _names.Add(name);

    public bool RemoveFirstOf(IReadOnlyList<string> suffixes)
    {
        foreach (var name in _names)
        {
            if (_names.Remove(name + suffixes[0]))
                break;
            if (suffixes.Count > 1 && _names.Remove(name + suffixes[1]))
                return true;
        }

        return false;
    }
}
