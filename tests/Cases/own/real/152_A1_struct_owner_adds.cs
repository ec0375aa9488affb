// source: own, after the description: a readonly struct that wraps a shared dictionary is the owner
// class: A1
using System.Collections.Generic;
using System.Linq;

namespace Corpus.Own.R152;

public readonly struct TagIndex
{
    private readonly Dictionary<string, int> _tags;

    public TagIndex(Dictionary<string, int> tags) => _tags = tags;

    public void Raise(string tag)
    {
        _tags.TryGetValue(tag, out var count);
        _tags[tag] = count + 1;
    }

    public void RaiseParents()
    {
        foreach (var tag in _tags.Keys) // MAY: A1
        {
            var dot = tag.LastIndexOf('.');
            if (dot > 0)
                Raise(tag.Substring(0, dot)); // BUG: A1
        }
    }

    public void RaiseParentsFixed()
    {
        foreach (var tag in _tags.Keys.ToList())
        {
            var dot = tag.LastIndexOf('.');
            if (dot > 0)
                Raise(tag.Substring(0, dot));
        }
    }
}
