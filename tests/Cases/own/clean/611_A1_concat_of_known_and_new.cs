// source: idiom: the collection comes first in a concatenation, what is added comes from the other part
// class: A1
using System.Collections.Generic;
using System.Linq;

namespace Corpus.Own.C611;

public sealed class Names
{
    private readonly HashSet<string> _known = new();

    public List<string> Merge(IEnumerable<string> incoming)
    {
        var all = new List<string>();
        foreach (var name in _known.Concat(incoming).Distinct())
        {
            all.Add(name);
            _known.Add(name);
        }

        foreach (var name in incoming.Union(_known))
            _known.Add(name);
        return all;
    }
}
