// source: structure of plain dictionaries that are their own lock
// class: A4
using System.Collections.Concurrent;
using System.Collections.Generic;

namespace Corpus.Own.C810;

public sealed class OwnLock
{
    private readonly Dictionary<string, int> _map = new();
    private readonly ConcurrentDictionary<string, int> _all = new();

    public void Set(string key, int value)
    {
        lock (_map)
            _map[key] = value;
    }

    public void Move(string from, string to)
    {
        lock (_all)
        {
            if (_all.TryRemove(from, out var value))
                _all[to] = value;
        }
    }

    public int Sum()
    {
        lock (_all)
        {
            var sum = 0;
            foreach (var (_, value) in _all)
                sum += value;
            return sum;
        }
    }
}
