// source: jube-home/aml-fraud-transaction-monitoring issue #45
// class: A2
// note: one dictionary is given to the constructor of many jobs, each of which runs in a task of its own
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Threading.Tasks;

namespace Corpus.Own.R901;

public sealed class CounterJob
{
    private readonly Dictionary<string, int> _counters;
    private readonly string _name;

    public CounterJob(string name, Dictionary<string, int> counters)
    {
        _name = name;
        _counters = counters;
    }

    public void Start()
    {
        var total = 0;
        foreach (var c in _name)
            total += c;
        _counters.Add(_name, total); // BUG: A2
    }
}

public sealed class CounterJobFixed(string name, ConcurrentDictionary<string, int> counters)
{
    public void Start() => counters[name] = name.Length;
}

public static class Invocation
{
    public static IReadOnlyDictionary<string, int> Count(IEnumerable<string> names)
    {
        var counters = new Dictionary<string, int>(); // MAY: A2
        var pending = new List<Task>();
        foreach (var name in names)
        {
            var job = new CounterJob(name, counters); // MAY: A2
            pending.Add(Task.Run(job.Start)); // MAY: A2
        }

        Task.WaitAll(pending.ToArray());
        return counters;
    }

    public static IReadOnlyDictionary<string, int> CountFixed(IEnumerable<string> names)
    {
        var counters = new ConcurrentDictionary<string, int>();
        var pending = new List<Task>();
        foreach (var name in names)
        {
            var job = new CounterJobFixed(name, counters);
            pending.Add(Task.Run(job.Start));
        }

        Task.WaitAll(pending.ToArray());
        return counters;
    }
}
