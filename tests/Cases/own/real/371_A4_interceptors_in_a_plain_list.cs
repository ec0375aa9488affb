// source: hardkoded/puppeteer-sharp PR #2231 (review of the changed form)
// class: A4
using System.Collections.Concurrent;
using System.Collections.Generic;

namespace Corpus.Own.R371;

public sealed class Interceptors
{
    private readonly ConcurrentDictionary<string, List<string>> _bySession = new();

    public void Add(string session, string interceptor)
    {
        _bySession.GetOrAdd(session, static _ => new List<string>()).Add(interceptor); // BUG: A4
    }

    public void AddFixed(string session, string interceptor)
    {
        var interceptors = _bySession.GetOrAdd(session, static _ => new List<string>());
        lock (interceptors)
            interceptors.Add(interceptor);
    }

    public int CountOf(string session)
    {
        if (!_bySession.TryGetValue(session, out var interceptors))
            return 0;
        lock (interceptors)
            return interceptors.Count;
    }
}
