// source: own, after the description: tasks are created unstarted in the loop and run one after the other behind it
// class: A1
using System.Collections.Generic;
using System.Threading.Tasks;

namespace Corpus.Own.C229;

public sealed class CompactionPlanner
{
    private readonly SortedDictionary<int, long> _segments = new();

    public void Add(int id, long bytes) => _segments[id] = bytes;

    private void Compact(int id)
    {
        _segments.Remove(id);
        _segments[-id] = 0;
    }

    public void Run(long small)
    {
        var plan = new List<Task>();
        foreach (var (id, bytes) in _segments)
        {
            if (bytes < small)
                plan.Add(new Task(() => Compact(id)));
        }

        foreach (var task in plan)
            task.RunSynchronously();
        Task.WaitAll(plan.ToArray());
    }
}
