// source: own, after the description: interface call into another class that calls back into the owner given to its constructor
// class: A1
using System;
using System.Collections.Generic;
using System.Linq;

namespace Corpus.Own.R104;

public interface IJob
{
    void Run();
}

public sealed class JobTable
{
    private readonly Dictionary<string, IJob> _jobs = new();

    public void Submit(string name, IJob job) => _jobs.Add(name, job);

    public void RunAll()
    {
        foreach (var (_, job) in _jobs) // MAY: A1
        {
            job.Run(); // BUG: A1
        }
    }

    public void RunAllFixed()
    {
        foreach (var job in _jobs.Values.ToList())
            job.Run();
    }
}

public sealed class RetryJob : IJob
{
    private readonly JobTable _table;
    private readonly Func<bool> _action;
    private readonly string _name;
    private readonly int _attempt;

    public RetryJob(JobTable table, string name, int attempt, Func<bool> action)
    {
        _table = table;
        _name = name;
        _attempt = attempt;
        _action = action;
    }

    public void Run()
    {
        if (!_action() && _attempt < 3)
            _table.Submit(_name + "#" + _attempt, new RetryJob(_table, _name, _attempt + 1, _action));
    }
}
