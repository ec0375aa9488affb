// source: hardkoded/puppeteer-sharp PR #2231 (before the change)
// class: A3
// note: the values are bags here, so that only the insert is at fault
using System.Collections.Concurrent;

namespace Corpus.Own.R315;

public sealed class TargetManager
{
    private readonly ConcurrentDictionary<string, ConcurrentBag<string>> _interceptors = new();

    public int CountOf(string session) => _interceptors.TryGetValue(session, out var bag) ? bag.Count : 0;

    public void Add(string session, string interceptor)
    {
        _interceptors.TryGetValue(session, out var interceptors); // MAY: A3
        if (interceptors == null)
        {
            interceptors = new ConcurrentBag<string>();
            _interceptors.TryAdd(session, interceptors); // BUG: A3
        }

        interceptors.Add(interceptor);
    }

    public void AddFixed(string session, string interceptor) =>
        _interceptors.GetOrAdd(session, static _ => new ConcurrentBag<string>()).Add(interceptor);
}
