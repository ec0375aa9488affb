// source: own, after the description: only a successful TryAdd changes the dictionary, and it returns
// class: A1
using System.Collections.Generic;

namespace Corpus.Own.C233;

public sealed class SlugTable
{
    private readonly Dictionary<string, int> _slugs = new();

    public void Take(string slug, int id) => _slugs[slug] = id;

    public string Derive(int id)
    {
        foreach (var slug in _slugs.Keys)
        {
            if (_slugs.TryAdd(slug + "-" + id, id))
                return slug + "-" + id;
        }

        return "";
    }
}
