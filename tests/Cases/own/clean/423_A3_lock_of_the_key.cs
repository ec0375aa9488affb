// source: own, after the description: each key has a lock object of its own, held from the check to the act
// class: A3
using System;
using System.Collections.Concurrent;

namespace Corpus.Own.C423;

public sealed class Reports(Func<string, string> render)
{
    private readonly ConcurrentDictionary<string, object> _gates = new();
    private readonly ConcurrentDictionary<string, string> _reports = new();

    public string Get(string name)
    {
        lock (_gates.GetOrAdd(name, static _ => new object()))
        {
            if (!_reports.TryGetValue(name, out var report))
            {
                report = render(name);
                _reports[name] = report;
            }

            return report;
        }
    }
}
