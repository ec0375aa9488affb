// source: own, after the description: the removal stands in a catch block, after which the loop goes on
// class: A1
using System;
using System.Collections.Generic;
using System.Linq;

namespace Corpus.Own.R174;

public sealed class HealthProbe
{
    private readonly SortedDictionary<string, Func<int>> _probes = new(StringComparer.Ordinal);

    public void Register(string name, Func<int> probe) => _probes.Add(name, probe);

    public int Poll()
    {
        var sum = 0;
        foreach (var (name, probe) in _probes) // MAY: A1
        {
            try
            {
                sum += probe();
            }
            catch (TimeoutException)
            {
                _probes.Remove(name); // BUG: A1
            }
        }

        return sum;
    }

    public int PollFixed()
    {
        var sum = 0;
        foreach (var (name, probe) in _probes.ToList())
        {
            try
            {
                sum += probe();
            }
            catch (TimeoutException)
            {
                _probes.Remove(name);
            }
        }

        return sum;
    }
}
