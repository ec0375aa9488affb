// source: structure of per-key buffers
// class: A4
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;

namespace Corpus.Own.C819;

public sealed class Buffers
{
    private readonly ConcurrentDictionary<string, List<string>> _lines = new();
    private readonly ConcurrentDictionary<string, ImmutableArray<string>> _frozen = new();

    private List<string> Of(string key) => _lines.GetOrAdd(key, static _ => new List<string>());

    private List<string> CopyOf(string key)
    {
        var lines = Of(key);
        lock (lines)
            return new List<string>(lines);
    }

    public void Add(string key, string line)
    {
        var lines = Of(key);
        lock (lines)
            lines.Add(line);
    }

    public IReadOnlyList<string> With(string key, string last)
    {
        var copy = CopyOf(key);
        copy.Add(last);
        return copy;
    }

    public void Freeze(string key) => _frozen[key] = [.. CopyOf(key)];
}
