// source: structure of a router that publishes a new table (readers take no lock, writers replace the whole)
// class: A5
using System.Collections.Generic;
using System.Linq;

namespace Corpus.Own.C505;

public sealed class Router
{
    private readonly object _gate = new();
    private volatile Dictionary<string, string> _routes = new();

    public string? Find(string path) => _routes.TryGetValue(path, out var target) ? target : null;

    public IEnumerable<string> Paths => _routes.Keys;

    public void Add(string path, string target)
    {
        lock (_gate)
        {
            var copy = new Dictionary<string, string>(_routes) { [path] = target };
            _routes = copy;
        }
    }

    public void Remove(string path)
    {
        lock (_gate)
            _routes = _routes.Where(pair => pair.Key != path).ToDictionary(pair => pair.Key, pair => pair.Value);
    }
}
