// source: dotnet/msbuild PR #11212, microsoft/ApplicationInsights-dotnet-server issue #1288
// class: A4
// note: Count takes all locks, and stands on the path of every insertion
using System.Collections.Concurrent;
using System.Threading;

namespace Corpus.Own.R719;

public sealed class RequestTracker
{
    private const int Max = 100_000;
    private readonly ConcurrentDictionary<string, bool> _requests = new();
    private int _count;

    public void Track(string id)
    {
        if (_requests.Count >= Max) // BUG: A4
            _requests.Clear();
        _requests.TryAdd(id, true);
    }

    public void TrackFixed(string id)
    {
        if (Volatile.Read(ref _count) >= Max)
        {
            _requests.Clear();
            Interlocked.Exchange(ref _count, 0);
        }

        if (_requests.TryAdd(id, true))
            Interlocked.Increment(ref _count);
    }
}
