// source: own, after the description: one key is read, another is written as a whole
// class: A3
using System.Collections.Concurrent;

namespace Corpus.Own.C410;

public sealed class Routes
{
    private readonly ConcurrentDictionary<string, string> _targets = new();

    public void Set(string path, string target) => _targets[path] = target;

    public void Alias(string path, string alias)
    {
        if (_targets.TryGetValue(path, out var target))
            _targets[alias] = target;
    }
}
