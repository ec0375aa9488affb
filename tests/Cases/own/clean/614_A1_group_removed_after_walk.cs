// source: idiom: the walked inner table is replaced or removed as a whole, nothing is done to it itself
// class: A1
using System.Collections.Generic;

namespace Corpus.Own.C614;

public sealed class Channels
{
    private readonly Dictionary<string, SortedSet<int>> _members = new();

    public void Rebuild(string channel, System.Func<int, bool> keep)
    {
        foreach (var member in _members[channel])
        {
            if (!keep(member))
                Without(channel, member);
        }
    }

    // copy on write
    private void Without(string channel, int member)
    {
        var next = new SortedSet<int>(_members[channel]);
        next.Remove(member);
        _members[channel] = next;
    }

    public void Close(string channel)
    {
        foreach (var member in _members[channel])
            System.Console.WriteLine(member);
        _members[channel].Clear();
        _members.Remove(channel);
    }
}
