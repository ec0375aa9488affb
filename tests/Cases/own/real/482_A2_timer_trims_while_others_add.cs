// source: own, after the description: an interval timer removes old entries that a public method adds
// class: A2
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System;

namespace Corpus.Own.R482;

public sealed class RateLimiter
{
    private readonly Dictionary<string, DateTime> _lastCalls = new(); // MAY: A2
    private readonly System.Timers.Timer _timer = new(60_000);

    public RateLimiter()
    {
        _timer.Elapsed += (_, _) => Trim();
        _timer.Start();
    }

    public bool Allow(string client)
    {
        var isAllowed = !_lastCalls.TryGetValue(client, out var last) || DateTime.UtcNow - last > TimeSpan.FromSeconds(1); // MAY: A2
        _lastCalls[client] = DateTime.UtcNow; // MAY: A2
        return isAllowed;
    }

    private void Trim()
    {
        foreach (var client in _lastCalls.Where(call => DateTime.UtcNow - call.Value > TimeSpan.FromMinutes(5)).Select(call => call.Key).ToList()) // MAY: A2
            _lastCalls.Remove(client); // BUG: A2
    }
}

public sealed class RateLimiterFixed
{
    private readonly ConcurrentDictionary<string, DateTime> _lastCalls = new();
    private readonly System.Timers.Timer _timer = new(60_000);

    public RateLimiterFixed()
    {
        _timer.Elapsed += (_, _) => Trim();
        _timer.Start();
    }

    public void Seen(string client) => _lastCalls[client] = DateTime.UtcNow;

    private void Trim()
    {
        foreach (var client in _lastCalls.Where(call => DateTime.UtcNow - call.Value > TimeSpan.FromMinutes(5)).Select(call => call.Key).ToList())
            _lastCalls.TryRemove(client, out _);
    }
}
