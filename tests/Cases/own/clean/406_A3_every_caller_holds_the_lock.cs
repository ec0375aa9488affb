// source: own, after the description: the private method checks and acts, its callers hold the lock
// class: A3
using System.Collections.Concurrent;
using System.Threading;

namespace Corpus.Own.C406;

public sealed class Numbers
{
    private readonly Lock _gate = new();
    private readonly ConcurrentDictionary<string, int> _numbers = new();
    private int _last;

    public int? Find(string name) => _numbers.TryGetValue(name, out var number) ? number : null;

    public int Get(string name)
    {
        lock (_gate)
            return GetOrCreate(name);
    }

    public (int, int) GetPair(string first, string second)
    {
        lock (_gate)
            return (GetOrCreate(first), GetOrCreate(second));
    }

    private int GetOrCreate(string name)
    {
        if (!_numbers.TryGetValue(name, out var number))
        {
            number = ++_last;
            _numbers[name] = number;
        }

        return number;
    }
}
