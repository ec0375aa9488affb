// source: dotnet/orleans PR #9740
// class: A4
using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;

namespace Corpus.Own.R362;

public sealed class ActivationCollector
{
    private readonly ConcurrentDictionary<DateTime, string> _buckets = new();

    public void Schedule(DateTime due, string activation) => _buckets.TryAdd(due, activation);

    public bool Cancel(DateTime due) => _buckets.TryRemove(due, out _);

    public List<string> DueInOrder(int count)
    {
        var due = new List<string>();
        foreach (var bucket in _buckets.OrderBy(bucket => bucket.Key)) // BUG: A4
        {
            if (due.Count == count)
                break;
            due.Add(bucket.Value);
        }

        return due;
    }

    public List<string> DueInOrderFixed(int count) =>
        _buckets.ToArray().OrderBy(bucket => bucket.Key).Take(count).Select(bucket => bucket.Value).ToList();
}
