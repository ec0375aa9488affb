// source: own, after the description: the async method changes the map only after an await that completes behind the loop
// class: A1
using System.Collections.Generic;
using System.Threading.Tasks;

namespace Corpus.Own.C245;

public sealed class GracefulDrain
{
    private readonly SortedDictionary<int, string> _requests = new();

    public void Begin(int id, string path) => _requests[id] = path;

    private async Task EndAsync(int id, Task gate)
    {
        await gate;
        _requests.Remove(id);
    }

    public async Task DrainAsync()
    {
        var gate = new TaskCompletionSource();
        var ends = new List<Task>();
        foreach (var id in _requests.Keys)
            ends.Add(EndAsync(id, gate.Task));
        gate.SetResult();
        await Task.WhenAll(ends);
    }
}
