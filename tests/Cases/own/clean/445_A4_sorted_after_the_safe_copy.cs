// source: structure of dotnet/orleans PR #9740 (after the change)
// class: A4
using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;

namespace Corpus.Own.C445;

public sealed class Agenda
{
    private readonly ConcurrentDictionary<DateTime, string> _entries = new();

    public void Add(DateTime at, string text) => _entries.TryAdd(at, text);

    public IEnumerable<string> InOrder()
    {
        foreach (var entry in _entries.ToArray().OrderBy(entry => entry.Key))
            yield return entry.Value;
    }

    public string? Next() => _entries.OrderBy(entry => entry.Key).FirstOrDefault().Value;
}
