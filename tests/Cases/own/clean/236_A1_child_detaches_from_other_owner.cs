// source: own, after the description: every cable detaches from a far end, an own instance that its constructor makes
// class: A1
using System.Collections.Generic;

namespace Corpus.Own.C236;

public sealed class Switchboard
{
    private readonly SortedDictionary<int, Cable> _cables = new();

    public void Plug(Cable cable) => _cables[cable.Id] = cable;

    public void Unplug(Cable cable) => _cables.Remove(cable.Id);

    public void CutAll()
    {
        foreach (var cable in _cables.Values)
            cable.CutFarEnd();
        _cables.Clear();
    }
}

public sealed class Cable
{
    private readonly Switchboard _far;

    public Cable(int id, Switchboard near)
    {
        Id = id;
        _far = new Switchboard();
        near.Plug(this);
        _far.Plug(this);
    }

    public int Id { get; }

    public void CutFarEnd() => _far.Unplug(this);
}
