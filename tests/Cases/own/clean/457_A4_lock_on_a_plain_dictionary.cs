// source: own, after the description: the lock object is a plain dictionary, and all its uses hold it
// class: A4
using System.Collections.Concurrent;
using System.Collections.Generic;

namespace Corpus.Own.C457;

public sealed class Mixed
{
    private readonly Dictionary<string, int> _plain = new();
    private readonly ConcurrentDictionary<string, int> _shared = new();

    public int Next(string name)
    {
        lock (_plain)
        {
            _plain.TryGetValue(name, out var last);
            _plain[name] = ++last;
            _shared[name] = last;
            return last;
        }
    }

    public int? Last(string name) => _shared.TryGetValue(name, out var last) ? last : null;
}
