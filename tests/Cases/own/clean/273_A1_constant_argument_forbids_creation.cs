// source: own, after the description: the callee adds only when a flag is true, the loop passes false
// class: A1
// note: hard
using System.Collections.Generic;

namespace Corpus.Own.C273;

public sealed class CounterBank
{
    private readonly Dictionary<string, int> _counters = new();

    public int Get(string name, bool create)
    {
        if (_counters.TryGetValue(name, out var value))
            return value;
        if (create)
            _counters.Add(name, 0);
        return 0;
    }

    public int SumWithTwins()
    {
        var sum = 0;
        foreach (var (name, value) in _counters)
            sum += value + Get(name + ".twin", create: false);
        return sum;
    }
}
