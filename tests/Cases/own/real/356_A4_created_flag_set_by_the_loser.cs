// source: own, after the description: the factory tells by a captured local that the value is new, also when it lost
// class: A4
using System;
using System.Collections.Concurrent;

namespace Corpus.Own.R356;

public sealed class Room(string name)
{
    public string Name { get; } = name;
}

public sealed class Rooms(Action<Room> opened)
{
    private readonly ConcurrentDictionary<string, Room> _rooms = new();

    public Room Enter(string name)
    {
        var isNew = false;
        var room = _rooms.GetOrAdd(name, key => // BUG: A4
        {
            isNew = true; // MAY: A4
            return new Room(key);
        });
        if (isNew)
            opened(room);
        return room;
    }

    public Room EnterFixed(string name)
    {
        var fresh = new Room(name);
        var room = _rooms.GetOrAdd(name, fresh);
        if (room == fresh)
            opened(room);
        return room;
    }
}
