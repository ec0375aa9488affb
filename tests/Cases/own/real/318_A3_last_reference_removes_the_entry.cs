// source: dotnet/corefx issue #24246
// class: A3
using System.Collections.Concurrent;
using System.Collections.Generic;

namespace Corpus.Own.R318;

public sealed class References
{
    private readonly ConcurrentDictionary<string, int> _counts = new();

    public bool IsHeld(string name) => _counts.ContainsKey(name);

    public void Take(string name) => _counts.AddOrUpdate(name, 1, static (_, count) => count + 1);

    public void Release(string name)
    {
        var left = _counts.AddOrUpdate(name, 0, static (_, count) => count - 1);
        if (left == 0) // MAY: A3
            _counts.TryRemove(name, out _); // BUG: A3
    }

    public void ReleaseFixed(string name)
    {
        var left = _counts.AddOrUpdate(name, 0, static (_, count) => count - 1);
        if (left == 0)
            _counts.TryRemove(new KeyValuePair<string, int>(name, 0));
    }
}
