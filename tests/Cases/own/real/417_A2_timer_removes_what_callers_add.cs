// source: own, after the description: a timer that the constructor starts removes entries while callers add some
// class: A2
using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading;

namespace Corpus.Own.R417;

public sealed class TokenTable : IDisposable
{
    private readonly Dictionary<string, DateTime> _expiry = new(); // MAY: A2
    private readonly Timer _timer;

    public TokenTable() => _timer = new Timer(Tick, null, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(1));

    public void Issue(string token) => _expiry[token] = DateTime.UtcNow.AddHours(1); // BUG: A2

    public bool IsValid(string token) => _expiry.TryGetValue(token, out var at) && at > DateTime.UtcNow; // MAY: A2

    public void Dispose() => _timer.Dispose();

    private void Tick(object? state)
    {
        foreach (var pair in _expiry.ToArray()) // MAY: A2
        {
            if (pair.Value < DateTime.UtcNow)
                _expiry.Remove(pair.Key); // MAY: A2
        }
    }
}

public sealed class TokenTableFixed : IDisposable
{
    private readonly ConcurrentDictionary<string, DateTime> _expiry = new();
    private readonly Timer _timer;

    public TokenTableFixed() => _timer = new Timer(Tick, null, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(1));

    public void Issue(string token) => _expiry[token] = DateTime.UtcNow.AddHours(1);

    public void Dispose() => _timer.Dispose();

    private void Tick(object? state)
    {
        foreach (var pair in _expiry)
        {
            if (pair.Value < DateTime.UtcNow)
                _expiry.TryRemove(pair);
        }
    }
}
