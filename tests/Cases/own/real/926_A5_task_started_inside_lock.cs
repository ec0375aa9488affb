// source: structure of schedulers (a task that is started under the lock finishes without it)
// class: A5
using System;
using System.Collections.Generic;
using System.Threading.Tasks;

namespace Corpus.Own.R926;

public sealed class JobRunner
{
    private readonly Dictionary<string, Task> _jobs = new();

    public Task Run(string name, Func<Task> job)
    {
        lock (_jobs)
        {
            if (_jobs.TryGetValue(name, out var running))
                return running;

            var task = Task.Run(async () =>
            {
                try
                {
                    await job();
                }
                finally
                {
                    _jobs.Remove(name); // BUG: A5
                }
            });
            _jobs[name] = task;
            return task;
        }
    }
}

public sealed class JobRunnerFixed
{
    private readonly Dictionary<string, Task> _jobs = new();

    public Task Run(string name, Func<Task> job)
    {
        lock (_jobs)
        {
            if (_jobs.TryGetValue(name, out var running))
                return running;

            var task = Task.Run(async () =>
            {
                try
                {
                    await job();
                }
                finally
                {
                    lock (_jobs)
                        _jobs.Remove(name);
                }
            });
            _jobs[name] = task;
            return task;
        }
    }
}
