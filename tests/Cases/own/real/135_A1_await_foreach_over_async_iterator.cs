// source: own, after the description: await foreach over an async iterator of the same class while the body removes
// class: A1
using System.Collections.Generic;
using System.Threading.Tasks;

namespace Corpus.Own.R135;

public sealed class UploadTracker
{
    private readonly SortedDictionary<string, int> _chunks = new();

    public void Start(string file, int chunks) => _chunks[file] = chunks;

    private async IAsyncEnumerable<string> FinishedAsync(int limit)
    {
        foreach (var entry in _chunks) // MAY: A1
        {
            await Task.Yield();
            if (entry.Value <= limit)
                yield return entry.Key;
        }
    }

    public async Task PruneAsync(int limit)
    {
        await foreach (var file in FinishedAsync(limit)) // MAY: A1
        {
            _chunks.Remove(file); // BUG: A1
        }
    }

    public async Task PruneFixedAsync(int limit)
    {
        var done = new List<string>();
        await foreach (var file in FinishedAsync(limit))
            done.Add(file);
        foreach (var file in done)
            _chunks.Remove(file);
    }
}
