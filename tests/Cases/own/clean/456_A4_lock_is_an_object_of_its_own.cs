// source: own, after the description: a dedicated lock guards two tables that change together
// class: A4
using System.Collections.Concurrent;
using System.Threading;

namespace Corpus.Own.C456;

public sealed class TwoWay
{
    private readonly Lock _gate = new();
    private readonly ConcurrentDictionary<int, string> _names = new();
    private readonly ConcurrentDictionary<string, int> _numbers = new();

    public void Put(int number, string name)
    {
        lock (_gate)
        {
            _names[number] = name;
            _numbers[name] = number;
        }
    }

    public string? NameOf(int number) => _names.TryGetValue(number, out var name) ? name : null;
}
