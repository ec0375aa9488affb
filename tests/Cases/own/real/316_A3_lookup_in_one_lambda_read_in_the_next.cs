// source: structure of Webreaper/Damselfly issue #4
// class: A3
// note: hard, the check and the read stand in two lambdas of one query
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;

namespace Corpus.Own.R316;

public sealed class TagCache
{
    private readonly ConcurrentDictionary<string, int> _ids = new();

    public void Put(string tag, int id) => _ids[tag] = id;

    public void Drop(string tag) => _ids.TryRemove(tag, out _);

    public List<int> IdsOf(IEnumerable<string> tags) => tags
        .Where(tag => _ids.ContainsKey(tag)) // MAY: A3
        .Select(tag => _ids[tag]) // BUG: A3
        .ToList();

    public List<int> IdsOfFixed(IEnumerable<string> tags)
    {
        var ids = new List<int>();
        foreach (var tag in tags)
        {
            if (_ids.TryGetValue(tag, out var id))
                ids.Add(id);
        }

        return ids;
    }
}
