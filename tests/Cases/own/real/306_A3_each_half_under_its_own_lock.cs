// source: structure of danielgerlag/workflow-core issue #778 and PR #732; the table is a concurrent one here
// class: A3
using System.Collections.Concurrent;
using System.Threading;

namespace Corpus.Own.R306;

public sealed class QueueConsumer
{
    private readonly object _gate = new();
    private readonly ConcurrentDictionary<string, EventWaitHandle> _active = new();
    private int _started;

    public int Started => _started;

    public void Take(string item)
    {
        bool isActive;
        lock (_gate)
            isActive = _active.ContainsKey(item); // MAY: A3

        if (isActive)
            return;

        var handle = new ManualResetEvent(false);
        lock (_gate)
            _active[item] = handle; // BUG: A3

        Interlocked.Increment(ref _started);
    }

    public void TakeFixed(string item)
    {
        var handle = new ManualResetEvent(false);
        if (_active.TryAdd(item, handle))
            Interlocked.Increment(ref _started);
        else
            handle.Dispose();
    }

    public void Done(string item)
    {
        if (_active.TryRemove(item, out var handle))
            handle.Set();
    }
}
