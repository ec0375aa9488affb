// source: fluentscheduler/FluentScheduler issue #130 (MoveNext inside Enumerable.Any)
// class: A1
// note: no loop statement: Any drives the enumeration and its predicate adds to the set
using System;
using System.Collections.Generic;
using System.Linq;

namespace Corpus.Own.R605;

public sealed record Job(string Name, bool Exclusive, Job? Follow);

public sealed class JobRunner
{
    private readonly HashSet<Job> _running = new();

    private bool StartFollower(Job job)
    {
        if (job.Follow is null)
            return false;
        _running.Add(job.Follow);
        return job.Follow.Exclusive;
    }

    public bool Blocked() => _running.Any(j => StartFollower(j)); // BUG: A1

    public bool BlockedFixed() => _running.ToList().Any(j => StartFollower(j));
}
