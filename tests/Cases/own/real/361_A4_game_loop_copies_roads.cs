// source: Pyrdacor/freeserf.net issue #26
// class: A4
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;

namespace Corpus.Own.R361;

public sealed class Road
{
    public bool IsVisible { get; set; }
}

public sealed class Game
{
    private readonly ConcurrentDictionary<uint, Road> _roads = new();

    public void Build(uint position) => _roads.TryAdd(position, new Road());

    public void Demolish(uint position) => _roads.TryRemove(position, out _);

    public int UpdateRoads()
    {
        var updated = 0;
        foreach (var road in _roads.ToList()) // BUG: A4
        {
            road.Value.IsVisible = true;
            updated++;
        }

        return updated;
    }

    public int UpdateRoadsFixed()
    {
        var updated = 0;
        foreach (var road in _roads)
        {
            road.Value.IsVisible = true;
            updated++;
        }

        return updated;
    }
}
