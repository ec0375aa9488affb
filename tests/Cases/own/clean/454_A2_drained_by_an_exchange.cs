// source: own, after the description: the full table is taken out whole and then belongs to the taker
// class: A2
using System.Collections.Generic;

namespace Corpus.Own.C454;

public sealed class Batches
{
    private readonly object _gate = new();
    private Dictionary<string, int> _pending = new();

    public void Add(string name)
    {
        lock (_gate)
        {
            _pending.TryGetValue(name, out var count);
            _pending[name] = count + 1;
        }
    }

    public int Flush()
    {
        Dictionary<string, int> full;
        lock (_gate)
        {
            full = _pending;
            _pending = new Dictionary<string, int>();
        }

        full.Remove("ignored");
        return full.Count;
    }
}

public static class Setup
{
    public static readonly Batches All = new();
}
