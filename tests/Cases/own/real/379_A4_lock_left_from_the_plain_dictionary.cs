// source: structure of cseelhoff/RimThreaded PR #28
// class: A4
using System.Collections.Concurrent;

namespace Corpus.Own.R379;

public sealed class TickTable
{
    private readonly ConcurrentDictionary<int, long> _ticks = new();

    public void Tick(int thing, long now) => _ticks[thing] = now;

    public void Forget(int thing)
    {
        lock (_ticks) // BUG: A4
        {
            _ticks.TryRemove(thing, out _);
        }
    }

    public void ForgetFixed(int thing) => _ticks.TryRemove(thing, out _);
}
