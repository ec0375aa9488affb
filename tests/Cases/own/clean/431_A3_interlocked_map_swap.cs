// source: own, after the description: an immutable map is swapped whole until nobody was quicker
// class: A3
using System.Collections.Immutable;

namespace Corpus.Own.C431;

public sealed class Handlers
{
    private ImmutableDictionary<string, int> _priorities = ImmutableDictionary<string, int>.Empty;

    public int Of(string name) => _priorities.TryGetValue(name, out var priority) ? priority : 0;

    public void Raise(string name)
    {
        if (!_priorities.ContainsKey(name))
            ImmutableInterlocked.TryAdd(ref _priorities, name, 0);
        ImmutableInterlocked.AddOrUpdate(ref _priorities, name, 1, static (_, priority) => priority + 1);
    }
}
