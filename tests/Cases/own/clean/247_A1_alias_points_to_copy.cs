// source: own, after the description: the local that is written was assigned a copy of the field
// class: A1
using System.Collections.Generic;

namespace Corpus.Own.C247;

public sealed class DraftStore
{
    private readonly SortedDictionary<string, string> _drafts = new();

    public void Save(string name, string text) => _drafts[name] = text;

    public SortedDictionary<string, string> Export(bool trim)
    {
        var target = _drafts;
        if (trim || target.Count > 0)
            target = new SortedDictionary<string, string>(_drafts);
        else
            return target;
        foreach (var (name, text) in _drafts)
        {
            if (text.Length == 0)
                target.Remove(name);
            else
                target[name] = text.Trim();
        }

        return target;
    }
}
