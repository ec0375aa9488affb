// source: own, after the description: the enumerated dictionary is a value of another one and is written through the same key
// class: A1
using System.Collections.Generic;
using System.Linq;

namespace Corpus.Own.R160;

public sealed class PermissionMatrix
{
    private readonly Dictionary<string, Dictionary<string, bool>> _grants = new();

    public void Grant(string role, string action, bool allowed)
    {
        if (!_grants.TryGetValue(role, out var actions))
            _grants[role] = actions = new Dictionary<string, bool>();
        actions[action] = allowed;
    }

    public void ImplyReads(string role)
    {
        foreach (var (action, allowed) in _grants[role]) // MAY: A1
        {
            if (allowed && action.EndsWith(".write"))
                Grant(role, action.Replace(".write", ".read"), true); // BUG: A1
        }
    }

    public void ImplyReadsFixed(string role)
    {
        foreach (var (action, allowed) in _grants[role].ToArray())
        {
            if (allowed && action.EndsWith(".write"))
                Grant(role, action.Replace(".write", ".read"), true);
        }
    }
}
