// source: own, after the description: a loop looks for a free key, the insert follows it
// class: A3
using System.Collections.Concurrent;

namespace Corpus.Own.R339;

public sealed class Lobby
{
    private readonly ConcurrentDictionary<string, object> _rooms = new();

    public object? In(string name) => _rooms.TryGetValue(name, out var room) ? room : null;

    public string Enter(string wanted, object room)
    {
        var name = wanted;
        var number = 1;
        while (_rooms.ContainsKey(name)) // MAY: A3
            name = wanted + "-" + ++number;
        _rooms[name] = room; // BUG: A3
        return name;
    }

    public string EnterFixed(string wanted, object room)
    {
        var name = wanted;
        var number = 1;
        while (!_rooms.TryAdd(name, room))
            name = wanted + "-" + ++number;
        return name;
    }
}
