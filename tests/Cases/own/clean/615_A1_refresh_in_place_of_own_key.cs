// source: idiom on .NET 5 and later: remove or replace the own entry, in branches that exclude each other
// class: A1
using System.Collections.Generic;

namespace Corpus.Own.C615;

public sealed record Lease(string Name, int Ttl);

public sealed class Leases
{
    private readonly Dictionary<string, Lease> _leases = new();

    private void Tick(string name, Lease lease)
    {
        if (lease.Ttl == 0)
        {
            Drop(name);
            return;
        }

        Keep(name, lease with { Ttl = lease.Ttl - 1 });
    }

    private void Drop(string name) => _leases.Remove(name);

    private void Keep(string name, Lease lease) => _leases[name] = lease;

    public void TickAll()
    {
        foreach (var (name, lease) in _leases)
            Tick(name, lease);
    }
}
