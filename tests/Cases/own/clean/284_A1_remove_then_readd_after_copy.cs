// source: own, after the description: the own key is removed in the loop and set again behind it
// class: A1
using System.Collections.Generic;

namespace Corpus.Own.C284;

public sealed class RecencyList
{
    private readonly Dictionary<string, int> _uses = new();

    public void Touch(string name) => _uses[name] = _uses.GetValueOrDefault(name) + 1;

    public void MoveBusyToEnd(int limit)
    {
        var moved = new List<KeyValuePair<string, int>>();
        foreach (var pair in _uses)
        {
            if (pair.Value <= limit)
                continue;
            _uses.Remove(pair.Key);
            moved.Add(pair);
        }

        foreach (var (name, uses) in moved)
            _uses[name] = uses;
    }
}
