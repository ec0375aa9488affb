// source: structure of ravendb/ravendb PR #15511 (after the change), and counts that are read once
// class: A4
using System;
using System.Collections.Concurrent;

namespace Corpus.Own.C448;

public sealed class Pending : IDisposable
{
    private readonly ConcurrentDictionary<Guid, string> _pending = new();

    public bool IsIdle => _pending.IsEmpty;

    public int Count => _pending.Count;

    public void Add(Guid id, string name) => _pending[id] = name;

    public override string ToString() => $"{_pending.Count} pending";

    public void Dispose()
    {
        if (!_pending.IsEmpty)
            throw new InvalidOperationException($"{_pending.Count} left");
    }
}
