// source: own, after the description: a copy of the list is changed, and swapped in by TryUpdate
// class: A4
using System.Collections.Concurrent;
using System.Collections.Generic;

namespace Corpus.Own.C453;

public sealed class Members
{
    private readonly ConcurrentDictionary<string, List<string>> _members = new();

    public void Add(string group, string member)
    {
        while (true)
        {
            var members = _members.GetOrAdd(group, static _ => new List<string>());
            var more = new List<string>(members);
            more.Add(member);
            if (_members.TryUpdate(group, more, members))
                return;
        }
    }
}
