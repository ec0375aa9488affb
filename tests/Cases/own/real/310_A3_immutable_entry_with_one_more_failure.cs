// source: structure of tlbx-ai/tlbx issue #19; the entry is a record struct here
// class: A3
using System;
using System.Collections.Concurrent;

namespace Corpus.Own.R310;

public readonly record struct Attempts(int Failed, DateTime Last);

public sealed class LoginGuard
{
    private readonly ConcurrentDictionary<string, Attempts> _attempts = new(StringComparer.Ordinal);

    public bool IsBlocked(string address) => _attempts.TryGetValue(address, out var seen) && seen.Failed >= 5;

    public int FailedOf(string address) => _attempts.TryGetValue(address, out var seen) ? seen.Failed : 0;

    public void Fail(string address, DateTime now)
    {
        if (_attempts.TryGetValue(address, out var seen)) // MAY: A3
            _attempts[address] = seen with { Failed = seen.Failed + 1, Last = now }; // BUG: A3
        else
            _attempts.TryAdd(address, new Attempts(1, now)); // MAY: A3
    }

    public void FailFixed(string address, DateTime now) => _attempts.AddOrUpdate(
        address,
        static (_, time) => new Attempts(1, time),
        static (_, seen, time) => new Attempts(seen.Failed + 1, time),
        now);
}
