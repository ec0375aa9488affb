// source: dotnet/runtime issue #102398
// class: A4
using System.Collections.Concurrent;

namespace Corpus.Own.R377;

public sealed class Settings
{
    private readonly ConcurrentDictionary<string, object> _values = new();

    public object Get(string name, int fallback) => _values.GetOrAdd(name, () => fallback); // BUG: A4

    public object GetFixed(string name, int fallback) => _values.GetOrAdd(name, _ => fallback);
}
