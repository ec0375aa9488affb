// source: own, after the description: a factory that only creates an object without resources
// class: A4
using System.Collections.Concurrent;

namespace Corpus.Own.C433;

public sealed class Topics
{
    private readonly ConcurrentDictionary<string, ConcurrentQueue<string>> _topics = new();

    public void Publish(string topic, string message) =>
        _topics.GetOrAdd(topic, static _ => new ConcurrentQueue<string>()).Enqueue(message);

    public bool TryTake(string topic, out string? message)
    {
        message = null;
        return _topics.TryGetValue(topic, out var queue) && queue.TryDequeue(out message);
    }
}
