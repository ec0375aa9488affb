// source: own, after the description: the loop only subscribes a lambda that removes, the event is raised elsewhere
// class: A1
using System;
using System.Collections.Generic;

namespace Corpus.Own.C230;

public sealed class Link
{
    public event EventHandler? Closed;

    public void Close() => Closed?.Invoke(this, EventArgs.Empty);
}

public sealed class LinkMonitor
{
    private readonly SortedDictionary<int, Link> _links = new();

    public int Alive => _links.Count;

    public void Add(int id, Link link) => _links[id] = link;

    public void Watch()
    {
        foreach (var (id, link) in _links)
            link.Closed += (_, _) => _links.Remove(id);
    }
}
