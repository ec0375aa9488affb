// source: own, after the description: the list is changed after TryRemove gave it to one thread alone
// class: A4
using System.Collections.Concurrent;
using System.Collections.Generic;

namespace Corpus.Own.C452;

public sealed class Drafts
{
    private readonly ConcurrentDictionary<string, List<string>> _drafts = new();

    public bool Start(string id) => _drafts.TryAdd(id, new List<string> { "title" });

    public List<string>? Finish(string id)
    {
        if (!_drafts.TryRemove(id, out var lines))
            return null;
        lines.Add("end");
        lines.Sort();
        return lines;
    }
}
