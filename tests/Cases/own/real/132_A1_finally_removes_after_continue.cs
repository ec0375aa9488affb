// source: own, after the description: the removal stands in a finally block that every continue runs through
// class: A1
using System.Collections.Generic;
using System.Linq;

namespace Corpus.Own.R132;

public sealed class OutboxPump
{
    private readonly SortedDictionary<int, string> _outbox = new();

    public List<string> Sent { get; } = new();

    public void Queue(int id, string text) => _outbox.Add(id, text);

    public void Flush()
    {
        foreach (var (id, text) in _outbox) // MAY: A1
        {
            try
            {
                if (text.Length == 0)
                    continue;
                Sent.Add(text);
            }
            finally
            {
                _outbox.Remove(id); // BUG: A1
            }
        }
    }

    public void FlushFixed()
    {
        foreach (var (id, text) in _outbox.ToArray())
        {
            try
            {
                if (text.Length == 0)
                    continue;
                Sent.Add(text);
            }
            finally
            {
                _outbox.Remove(id);
            }
        }
    }
}
