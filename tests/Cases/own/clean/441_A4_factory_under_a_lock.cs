// source: own, after the description: every call of GetOrAdd holds one lock, so the factory runs once a key
// class: A4
using System.Collections.Concurrent;
using System.IO;

namespace Corpus.Own.C441;

public sealed class Writers
{
    private readonly object _gate = new();
    private readonly ConcurrentDictionary<string, StreamWriter> _writers = new();

    public StreamWriter Open(string path)
    {
        lock (_gate)
            return _writers.GetOrAdd(path, static key => new StreamWriter(key, append: true));
    }
}
