// source: structure of Azure/azure-cosmos-dotnet-v3 issue #553
// class: A4
using System.Collections.Concurrent;

namespace Corpus.Own.R368;

public sealed class LocationCache
{
    private readonly ConcurrentDictionary<string, long> _unavailable = new();

    public void Mark(string endpoint, long now) => _unavailable[endpoint] = now;

    public void Trim(int limit)
    {
        while (_unavailable.Count > limit) // BUG: A4
        {
            foreach (var endpoint in _unavailable)
            {
                _unavailable.TryRemove(endpoint);
                break;
            }
        }
    }

    public void TrimFixed(int limit)
    {
        var surplus = _unavailable.Count - limit;
        foreach (var endpoint in _unavailable)
        {
            if (surplus-- <= 0)
                break;
            _unavailable.TryRemove(endpoint);
        }
    }
}
