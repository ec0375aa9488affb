// source: structure of nested registries: the inner table comes out of a get-or-create helper
// class: A1
// note: enumerated through a local that a helper returned, modified through the outer table; Sorted keeps failure on net10
using System.Collections.Generic;
using System.Linq;

namespace Corpus.Own.R623;

public sealed class RoomDirectory
{
    private readonly Dictionary<string, SortedDictionary<string, int>> _rooms = new();

    private SortedDictionary<string, int> MembersOf(string room)
    {
        if (!_rooms.TryGetValue(room, out var members))
            _rooms[room] = members = new SortedDictionary<string, int>();
        return members;
    }

    public void Join(string room, string user) => MembersOf(room)[user] = 0;

    public void Leave(string room, string user)
    {
        var members = MembersOf(room);
        members.Remove(user);
        if (members.Count == 0)
            _rooms.Remove(room);
    }

    public void Kick(string room, int limit)
    {
        var members = MembersOf(room);
        foreach (var (user, strikes) in members) // MAY: A1
        {
            if (strikes > limit)
                Leave(room, user); // BUG: A1
        }
    }

    public void KickFixed(string room, int limit)
    {
        var members = MembersOf(room);
        foreach (var (user, strikes) in members.ToArray())
        {
            if (strikes > limit)
                Leave(room, user);
        }
    }
}
