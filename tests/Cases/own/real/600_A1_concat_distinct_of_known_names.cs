// source: OrleansContrib/OrleansDashboard issue #255
// class: A1
// note: Select, Concat and Distinct are lazy; the loop adds to the set behind the first part
using System;
using System.Collections.Generic;
using System.Linq;

namespace Corpus.Own.R600;

public readonly record struct TraceEntry(string Silo, string Grain, string Method, int Count);

public sealed class TraceHistory
{
    private readonly HashSet<(string Grain, string Method)> _known = new();
    private readonly List<TraceEntry> _history = new();

    public void Add(DateTime now, string silo, TraceEntry[] traces)
    {
        var keys = _known.Select(k => k).Concat(traces.Select(t => (t.Grain, t.Method))).Distinct();
        foreach (var key in keys) // MAY: A1
        {
            var count = traces.Where(t => t.Grain == key.Grain && t.Method == key.Method).Sum(t => t.Count);
            _history.Add(new TraceEntry(silo, key.Grain, key.Method, count));
            _known.Add((key.Grain, "*")); // BUG: A1
        }
    }

    public void AddFixed(DateTime now, string silo, TraceEntry[] traces)
    {
        var keys = _known.Select(k => k).Concat(traces.Select(t => (t.Grain, t.Method))).Distinct().ToArray();
        foreach (var key in keys)
        {
            var count = traces.Where(t => t.Grain == key.Grain && t.Method == key.Method).Sum(t => t.Count);
            _history.Add(new TraceEntry(silo, key.Grain, key.Method, count));
            _known.Add((key.Grain, "*"));
        }
    }
}
