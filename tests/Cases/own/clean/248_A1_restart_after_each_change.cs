// source: own, after the description: the inner loop is left after each change and starts anew
// class: A1
using System.Collections.Generic;

namespace Corpus.Own.C248;

public sealed class Dependencies
{
    private readonly SortedDictionary<string, HashSet<string>> _open = new();

    public void Add(string name, params string[] needs) => _open[name] = new HashSet<string>(needs);

    public List<string> Order()
    {
        var order = new List<string>();
        bool changed;
        do
        {
            changed = false;
            foreach (var (name, needs) in _open)
            {
                if (needs.Count > 0)
                    continue;
                _open.Remove(name);
                order.Add(name);
                foreach (var other in _open.Values)
                    other.Remove(name);
                changed = true;
                break;
            }
        }
        while (changed);

        return order;
    }
}
