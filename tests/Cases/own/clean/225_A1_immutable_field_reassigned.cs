// source: own, after the description: the field holds an immutable dictionary and is reassigned in the loop
// class: A1
using System;
using System.Collections.Immutable;

namespace Corpus.Own.C225;

public sealed class SubscriberMap
{
    private ImmutableSortedDictionary<string, DateTime> _leases = ImmutableSortedDictionary<string, DateTime>.Empty;

    public void Renew(string name, DateTime until) => _leases = _leases.SetItem(name, until);

    private void Drop(string name) => _leases = _leases.Remove(name);

    public void Sweep(DateTime now)
    {
        foreach (var (name, until) in _leases)
        {
            if (until < now)
                Drop(name);
            else
                _leases = _leases.Add(name + "/checked", now);
        }
    }
}
