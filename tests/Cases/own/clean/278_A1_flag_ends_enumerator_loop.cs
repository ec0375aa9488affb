// source: own, after the description: a flag ends the while loop right after the change, MoveNext is not called again
// class: A1
using System.Collections.Generic;

namespace Corpus.Own.C278;

public sealed class LeaseTable
{
    private readonly SortedDictionary<int, string> _leases = new();

    public void Add(int id, string owner) => _leases[id] = owner;

    public bool Revoke(string owner)
    {
        var found = false;
        using var e = _leases.GetEnumerator();
        while (!found && e.MoveNext())
        {
            if (e.Current.Value == owner)
            {
                _leases.Remove(e.Current.Key);
                found = true;
            }
        }

        return found;
    }
}
