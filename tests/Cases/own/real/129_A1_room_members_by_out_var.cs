// source: own, after the description: the enumerated value comes from TryGetValue's out var, the callee looks it up again
// class: A1
using System.Collections.Generic;
using System.Linq;

namespace Corpus.Own.R129;

public sealed class ChatRooms
{
    private readonly Dictionary<string, SortedDictionary<int, string>> _rooms = new();

    public void Join(string room, int user, string nick)
    {
        if (!_rooms.TryGetValue(room, out var members))
            _rooms[room] = members = new SortedDictionary<int, string>();
        members[user] = nick;
    }

    public void Leave(string room, int user)
    {
        if (_rooms.TryGetValue(room, out var members))
            members.Remove(user);
    }

    public void KickAll(string room)
    {
        if (_rooms.TryGetValue(room, out var members))
        {
            foreach (var user in members.Keys) // MAY: A1
                Leave(room, user); // BUG: A1
        }
    }

    public void KickAllFixed(string room)
    {
        if (_rooms.TryGetValue(room, out var members))
        {
            foreach (var user in members.Keys.ToArray())
                Leave(room, user);
        }
    }
}
