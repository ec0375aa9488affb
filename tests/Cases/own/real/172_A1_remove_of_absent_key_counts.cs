// source: own, after the description: a sorted dictionary counts even the removal of an absent key; only the successful one leaves the loop
// class: A1
using System;
using System.Collections.Generic;

namespace Corpus.Own.R172;

public sealed class NameReservations
{
    private readonly SortedDictionary<string, int> _names = new(StringComparer.Ordinal);

    public void Reserve(string name, int owner) => _names[name] = owner;

    public string? ReleaseDraftOf(int owner)
    {
        foreach (var (name, by) in _names) // MAY: A1
        {
            if (by == owner && _names.Remove(name + ".draft")) // BUG: A1
                return name;
        }

        return null;
    }

    public string? ReleaseDraftOfFixed(int owner)
    {
        foreach (var (name, by) in _names)
        {
            if (by == owner && _names.ContainsKey(name + ".draft"))
            {
                _names.Remove(name + ".draft");
                return name;
            }
        }

        return null;
    }
}
