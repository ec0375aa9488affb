// source: structure of a presence list whose results are copies
// class: A5
using System.Collections.Generic;
using System.Linq;

namespace Corpus.Own.C514;

public sealed class Presence
{
    private readonly object _gate = new();
    private readonly Dictionary<string, int> _users = new();

    public void Set(string user, int state)
    {
        lock (_gate)
            _users[user] = state;
    }

    public IEnumerable<string> Online()
    {
        lock (_gate)
            return _users.Where(pair => pair.Value > 0).Select(pair => pair.Key).ToArray();
    }

    public IEnumerable<string> Each()
    {
        lock (_gate)
        {
            foreach (var pair in _users)
                yield return pair.Key;
        }
    }

    public IReadOnlyDictionary<string, int> All()
    {
        lock (_gate)
            return new Dictionary<string, int>(_users);
    }

    public int? StateOf(string user)
    {
        lock (_gate)
            return _users.TryGetValue(user, out var state) ? state : null;
    }
}
