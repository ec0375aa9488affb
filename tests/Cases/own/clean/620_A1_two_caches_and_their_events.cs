// source: idiom: the event of one cache is handled by putting into another of the same type
// class: A1
using System;
using System.Collections.Generic;

namespace Corpus.Own.C620;

public sealed class Level
{
    private readonly SortedDictionary<string, int> _entries = new();

    public event Action<string, int>? Scanned;

    public void Put(string key, int value) => _entries[key] = value;

    public void Scan()
    {
        foreach (var (key, value) in _entries)
            Scanned?.Invoke(key, value);
    }
}

public sealed class TwoLevels
{
    private readonly Level _first = new();
    private readonly Level _second = new();

    public TwoLevels()
    {
        _first.Scanned += (key, value) => _second.Put(key, value);
        _second.Scanned += OnSecond;
    }

    private void OnSecond(string key, int value) => _first.Put(key, value);

    public void Run()
    {
        _first.Scan();
        _second.Scan();
    }
}
