// source: structure of statistics with records and tuples
// class: A4
using System;
using System.Collections.Concurrent;

namespace Corpus.Own.C811;

public sealed record Window(DateTime Start, int Count);

public sealed class Windows
{
    private readonly ConcurrentDictionary<string, Window> _windows = new();
    private readonly ConcurrentDictionary<string, int[]> _tail = new();

    public bool Allow(string client, int limit, DateTime now)
    {
        var window = _windows.AddOrUpdate(
            client,
            _ => new Window(now, 1),
            (_, w) => now - w.Start > TimeSpan.FromMinutes(1) ? new Window(now, 1) : w with { Count = w.Count + 1 });
        return window.Count <= limit;
    }

    public void Append(string client, int value) => _tail.AddOrUpdate(
        client,
        _ => new[] { value },
        (_, old) =>
        {
            var copy = new int[old.Length + 1];
            Array.Copy(old, copy, old.Length);
            copy[^1] = value;
            return copy;
        });
}
