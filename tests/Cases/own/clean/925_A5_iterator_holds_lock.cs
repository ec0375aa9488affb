// source: structure of old code bases (iterator that holds the lock, await-free)
// class: A5
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace Corpus.Own.C925;

public sealed class Nodes
{
    private readonly object _gate = new();
    private readonly SemaphoreSlim _slim = new(1);
    private readonly Dictionary<int, string> _nodes = new();
    private readonly Dictionary<int, string> _remote = new();

    public IEnumerable<string> Walk()
    {
        lock (_gate)
        {
            foreach (var node in _nodes.Values)
                yield return node;
        }
    }

    public void Add(int id, string node)
    {
        lock (_gate)
            _nodes[id] = node;
    }

    public async Task SyncAsync(IReadOnlyList<int> ids)
    {
        await _slim.WaitAsync();
        try
        {
            await Parallel.ForEachAsync([1], (_, _) => ValueTask.CompletedTask);
            foreach (var id in ids)
                await FetchAsync(id);
        }
        finally
        {
            _slim.Release();
        }
    }

    public async Task<string?> FindAsync(int id)
    {
        await _slim.WaitAsync();
        try
        {
            return _remote.GetValueOrDefault(id);
        }
        finally
        {
            _slim.Release();
        }
    }

    private async Task FetchAsync(int id)
    {
        await Task.Delay(1);
        _remote[id] = id.ToString();
    }
}
