// source: own, after the description: the change and the return stand in a try with a finally that does not touch the map
// class: A1
using System;
using System.Collections.Generic;

namespace Corpus.Own.C258;

public sealed class LockTable
{
    private readonly SortedDictionary<string, int> _owners = new(StringComparer.Ordinal);
    private int _scans;

    public void Own(string resource, int owner) => _owners[resource] = owner;

    public bool ReleaseOne(int owner)
    {
        foreach (var (resource, by) in _owners)
        {
            try
            {
                if (by != owner)
                    continue;
                _owners.Remove(resource);
                return true;
            }
            finally
            {
                _scans++;
            }
        }

        return false;
    }
}
