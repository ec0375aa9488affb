// source: dotnet/runtime PR #53762 (after the change)
// class: A4
using System;
using System.Collections.Concurrent;
using System.Threading;
using System.Threading.Tasks;

namespace Corpus.Own.C458;

public sealed record CacheEntry(DateTime Expires);

public sealed class ExpiryScan
{
    private readonly ConcurrentDictionary<object, CacheEntry> _entries = new();

    public void Set(object key, CacheEntry entry) => _entries[key] = entry;

    public async Task RunAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            var now = DateTime.UtcNow;
            foreach (var entry in _entries)
            {
                if (entry.Value.Expires <= now)
                    _entries.TryRemove(entry);
            }

            await Task.Delay(1000, CancellationToken.None);
        }
    }
}
