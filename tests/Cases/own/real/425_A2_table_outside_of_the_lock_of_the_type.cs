// source: own, after the description: the type locks its list, and fills its table after the lock
// class: A2
using System.Collections.Generic;

namespace Corpus.Own.R425;

public sealed class AuditLog
{
    private readonly object _gate = new();
    private readonly List<string> _lines = [];
    private readonly Dictionary<string, int> _perUser = new(); // MAY: A2
    private readonly Dictionary<string, int> _perUserFixed = new();

    public void Write(string user, string text)
    {
        lock (_gate)
        {
            _lines.Add(user + ": " + text);
            _perUserFixed[user] = _perUserFixed.GetValueOrDefault(user) + 1;
        }

        _perUser[user] = _perUser.GetValueOrDefault(user) + 1; // BUG: A2
    }

    public string[] Lines()
    {
        lock (_gate)
            return _lines.ToArray();
    }

    public int CountFixed(string user)
    {
        lock (_gate)
            return _perUserFixed.GetValueOrDefault(user);
    }
}
