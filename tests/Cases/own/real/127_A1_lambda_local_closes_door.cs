// source: own, after the description: a lambda held in a local removes and is called from the loop
// class: A1
using System;
using System.Collections.Generic;
using System.Linq;

namespace Corpus.Own.R127;

public sealed class DoorPanel
{
    private readonly SortedList<int, bool> _doors = new();

    public void Install(int id, bool open) => _doors[id] = open;

    public int Strip(int limit)
    {
        var dropped = 0;
        Action<int> drop = id =>
        {
            _doors.Remove(id);
            dropped++;
        };

        foreach (var (id, open) in _doors) // MAY: A1
        {
            if (!open && id > limit)
                drop(id); // BUG: A1
        }

        return dropped;
    }

    public int StripFixed(int limit)
    {
        var dropped = 0;
        Action<int> drop = id =>
        {
            _doors.Remove(id);
            dropped++;
        };

        foreach (var (id, open) in _doors.ToArray())
        {
            if (!open && id > limit)
                drop(id);
        }

        return dropped;
    }
}
