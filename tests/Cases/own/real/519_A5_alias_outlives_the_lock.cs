// source: structure of a room service that picks the table under the lock and fills it afterwards
// class: A5
using System.Collections.Generic;

namespace Corpus.Own.R519;

public sealed class RoomService
{
    private readonly object _gate = new();
    private readonly Dictionary<string, int> _rooms = new();

    public void Enter(string room)
    {
        Dictionary<string, int> rooms;
        lock (_gate)
        {
            rooms = _rooms;
            if (!rooms.ContainsKey(room))
                rooms[room] = 0;
        }

        rooms[room]++; // BUG: A5
    }

    public void EnterFixed(string room)
    {
        lock (_gate)
        {
            _rooms.TryGetValue(room, out var count);
            _rooms[room] = count + 1;
        }
    }
}
