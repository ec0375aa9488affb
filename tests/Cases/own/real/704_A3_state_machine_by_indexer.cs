// source: structure of schedulers and job stores
// class: A3
// note: the check is a comparison of the indexer's value; two workers take one job
using System.Collections.Concurrent;

namespace Corpus.Own.R704;

public enum JobState
{
    Waiting,
    Running,
    Done,
}

public sealed class JobBoard
{
    private readonly ConcurrentDictionary<int, JobState> _states = new();

    public bool TryTake(int job)
    {
        if (_states[job] == JobState.Waiting) // MAY: A3
        {
            _states[job] = JobState.Running; // BUG: A3
            return true;
        }

        return false;
    }

    public void Finish(int job) => _states[job] = JobState.Done;

    public bool TryTakeFixed(int job) => _states.TryUpdate(job, JobState.Running, JobState.Waiting);
}
