// source: structure of SignalR/SignalR issue #537 and hub groups
// class: A1
// note: the list in the dictionary is walked, the callee finds the same list by the same key
using System.Collections.Generic;
using System.Linq;

namespace Corpus.Own.R640;

public sealed class Groups
{
    private readonly Dictionary<string, List<string>> _groups = new();

    public void Join(string group, string connection)
    {
        if (!_groups.ContainsKey(group))
            _groups[group] = new List<string>();
        _groups[group].Add(connection);
    }

    public void Leave(string group, string connection)
    {
        if (_groups.TryGetValue(group, out var members) && members.Remove(connection) && members.Count == 0)
            _groups.Remove(group);
    }

    public void Kick(string group, string prefix)
    {
        foreach (var connection in _groups[group]) // MAY: A1
        {
            if (connection.StartsWith(prefix))
                Leave(group, connection); // BUG: A1
        }
    }

    public void KickFixed(string group, string prefix)
    {
        foreach (var connection in _groups[group].ToList())
        {
            if (connection.StartsWith(prefix))
                Leave(group, connection);
        }
    }
}
