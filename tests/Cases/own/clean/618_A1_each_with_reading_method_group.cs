// source: idiom: method groups that only read, or that change another table
// class: A1
using System;
using System.Collections.Generic;
using System.Linq;

namespace Corpus.Own.C618;

public sealed class Audit
{
    private readonly SortedDictionary<string, int> _counts = new();
    private readonly SortedDictionary<string, int> _archive = new();

    private void Print(string name) => Console.WriteLine($"{name}: {_counts[name]}");

    private void Archive(string name) => _archive[name] = _counts[name];

    private bool Retire(string name) => _counts.Remove(name);

    public void Report()
    {
        _counts.Keys.ToList().ForEach(Print);
        foreach (var name in _counts.Keys)
            Archive(name);
        _ = _counts.Keys.Any(Retire);
        Array.ForEach(_counts.Keys.ToArray(), name => Retire(name));
        _counts.Keys.ToList().ForEach(name => Retire(name));
        var retire = _counts.Keys.Where(Retire);
        Console.WriteLine(retire is not null);
    }
}
