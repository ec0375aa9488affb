// source: structure of timers that reschedule into the bucket being fired
// class: A1
// note: outer loop over pairs, inner loop over the pair's list, the callee adds to the same bucket by the pair's key
using System.Collections.Generic;
using System.Linq;

namespace Corpus.Own.R641;

public sealed class Wheel
{
    private readonly Dictionary<int, List<string>> _buckets = new();

    private void Schedule(int slot, string job)
    {
        if (!_buckets.TryGetValue(slot, out var jobs))
            _buckets.Add(slot, jobs = new List<string>());
        jobs.Add(job);
    }

    public int FireAll()
    {
        var fired = 0;
        foreach (var (slot, jobs) in _buckets)
        {
            foreach (var job in jobs) // MAY: A1
            {
                fired++;
                if (job.EndsWith('*'))
                    Schedule(slot, job[..^1]); // BUG: A1
            }
        }

        return fired;
    }

    public int FireAllFixed()
    {
        var fired = 0;
        foreach (var (slot, jobs) in _buckets.ToArray())
        {
            foreach (var job in jobs.ToArray())
            {
                fired++;
                if (job.EndsWith('*'))
                    Schedule(slot, job[..^1]);
            }
        }

        return fired;
    }
}
