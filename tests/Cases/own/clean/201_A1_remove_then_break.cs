// source: own, after the description: a sorted dictionary is changed and the loop is left by break
// class: A1
using System;
using System.Collections.Generic;

namespace Corpus.Own.C201;

public sealed class WaitingRoom
{
    private readonly SortedDictionary<int, string> _waiting = new();

    public void Enter(int ticket, string name) => _waiting[ticket] = name;

    public bool Withdraw(string name)
    {
        var found = false;
        foreach (var (ticket, who) in _waiting)
        {
            if (!string.Equals(who, name, StringComparison.Ordinal))
                continue;
            _waiting.Remove(ticket);
            found = true;
            break;
        }

        return found;
    }
}
