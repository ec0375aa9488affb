// source: own, after the description: the owner is a property that is set when the child is inserted; the child removes itself
// class: A1
using System;
using System.Collections.Generic;

namespace Corpus.Own.R105;

public sealed class Lease
{
    public Lease(string key, DateTime until)
    {
        Key = key;
        Until = until;
    }

    public string Key { get; }
    public DateTime Until { get; }
    public LeaseBook? Book { get; set; }

    public void CheckExpiry(DateTime now)
    {
        if (Until < now)
            Book?.Release(Key);
    }
}

public sealed class LeaseBook
{
    private readonly SortedDictionary<string, Lease> _leases = new(StringComparer.Ordinal);

    public void Take(Lease lease)
    {
        lease.Book = this;
        _leases.Add(lease.Key, lease);
    }

    public void Release(string key)
    {
        if (_leases.Remove(key, out var lease))
            lease.Book = null;
    }

    public void Sweep(DateTime now)
    {
        foreach (var lease in _leases.Values) // MAY: A1
            lease.CheckExpiry(now); // BUG: A1
    }

    public void SweepFixed(DateTime now)
    {
        foreach (var lease in new List<Lease>(_leases.Values))
            lease.CheckExpiry(now);
    }
}
