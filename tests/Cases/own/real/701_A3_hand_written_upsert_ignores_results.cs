// source: dotnet/corefx issue #4072 (structure of the hand-written updates there)
// class: A3
// note: TryUpdate and TryAdd both say whether they did it, and nobody asks
using System;
using System.Collections.Concurrent;

namespace Corpus.Own.R701;

public sealed class RequestMeter
{
    private readonly ConcurrentDictionary<string, long> _bytes = new(StringComparer.Ordinal);

    public void Record(string route, long size)
    {
        if (_bytes.TryGetValue(route, out var total)) // MAY: A3
        {
            _bytes.TryUpdate(route, total + size, total); // MAY: A3
        }
        else
        {
            _bytes.TryAdd(route, size); // BUG: A3
        }
    }

    public void RecordFixed(string route, long size) =>
        _bytes.AddOrUpdate(route, static (_, added) => added, static (_, total, added) => total + added, size);
}
