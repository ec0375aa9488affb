// source: structure of leases and subscriptions as nested private types
// class: A1
// note: nested class disposes into the outer's table; enumerated by interface IDisposable; Sorted keeps failure on net10
using System;
using System.Collections.Generic;
using System.Linq;

namespace Corpus.Own.R619;

public sealed class LeasePool : IDisposable
{
    private readonly SortedList<long, Lease> _leases = new();
    private long _next;

    public IDisposable Take()
    {
        var lease = new Lease(this, _next++);
        _leases.Add(lease.Id, lease);
        return lease;
    }

    public void Dispose()
    {
        foreach (IDisposable lease in _leases.Values) // MAY: A1
        {
            using (lease) // BUG: A1
            {
            }
        }
    }

    public void DisposeFixed()
    {
        foreach (IDisposable lease in _leases.Values.ToArray())
        {
            using (lease)
            {
            }
        }
    }

    private sealed class Lease(LeasePool pool, long id) : IDisposable
    {
        public long Id => id;

        public void Dispose() => pool._leases.Remove(id);
    }
}
