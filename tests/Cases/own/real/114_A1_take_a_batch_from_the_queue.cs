// source: own, after the description: lazy Take over a sorted dictionary that is drained in the body
// class: A1
using System.Collections.Generic;
using System.Linq;

namespace Corpus.Own.R114;

public sealed class RetryQueue
{
    private readonly SortedDictionary<long, string> _messages = new();
    private long _sequence;

    public void Enqueue(string message) => _messages.Add(++_sequence, message);

    public List<string> Drain(int max)
    {
        var batch = new List<string>();
        foreach (var (sequence, message) in _messages.Take(max)) // MAY: A1
        {
            batch.Add(message);
            _messages.Remove(sequence); // BUG: A1
        }

        return batch;
    }

    public List<string> DrainFixed(int max)
    {
        var batch = new List<string>();
        foreach (var (sequence, message) in _messages.Take(max).ToList())
        {
            batch.Add(message);
            _messages.Remove(sequence);
        }

        return batch;
    }
}
