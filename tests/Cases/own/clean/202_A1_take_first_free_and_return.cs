// source: own, after the description: a helper takes the entry out, the loop returns at once
// class: A1
using System.Collections.Generic;

namespace Corpus.Own.C202;

public sealed class PortAllocator
{
    private readonly SortedSet<int> _free = new();
    private readonly Dictionary<int, string> _used = new();

    public PortAllocator(int first, int count)
    {
        for (var i = 0; i < count; i++)
            _free.Add(first + i);
    }

    private int Assign(int port, string owner)
    {
        _free.Remove(port);
        _used[port] = owner;
        return port;
    }

    public int Allocate(string owner, int atLeast)
    {
        foreach (var port in _free)
        {
            if (port >= atLeast)
                return Assign(port, owner);
        }

        return -1;
    }
}
