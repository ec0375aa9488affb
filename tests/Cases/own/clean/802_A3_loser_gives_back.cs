// source: structure of connection pools that dispose the loser
// class: A3
using System;
using System.Collections.Concurrent;
using System.IO;

namespace Corpus.Own.C802;

public sealed class Handles
{
    private readonly ConcurrentDictionary<string, Stream> _open = new();

    public Stream Get(string path)
    {
        while (true)
        {
            if (_open.TryGetValue(path, out var stream))
                return stream;
            var fresh = new MemoryStream();
            if (_open.TryAdd(path, fresh))
                return fresh;
            fresh.Dispose();
        }
    }

    public Stream GetShort(string path)
    {
        if (_open.TryGetValue(path, out var stream))
            return stream;
        var fresh = new MemoryStream();
        var kept = _open.GetOrAdd(path, fresh);
        if (!ReferenceEquals(kept, fresh))
            fresh.Dispose();
        return kept;
    }

    public void Register(string path, Stream stream)
    {
        if (_open.ContainsKey(path))
            throw new InvalidOperationException($"{path} is open.");
        if (!_open.TryAdd(path, stream))
            throw new InvalidOperationException($"{path} was opened by somebody else.");
    }
}
