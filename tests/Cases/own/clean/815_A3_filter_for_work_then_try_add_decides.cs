// source: structure of crawlers
// class: A3
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;

namespace Corpus.Own.C815;

public sealed class Crawler
{
    private readonly ConcurrentDictionary<string, byte> _visited = new();
    private readonly ConcurrentQueue<string> _queue = new();

    public void Enqueue(IEnumerable<string> links)
    {
        foreach (var link in links.Where(l => !_visited.ContainsKey(l)))
        {
            if (_visited.TryAdd(link, 0))
                _queue.Enqueue(link);
        }
    }

    public string[] Unvisited(IEnumerable<string> links) => links.Where(l => !_visited.ContainsKey(l)).ToArray();
}
