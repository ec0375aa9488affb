// source: own, after the description: one of two tables that the same public method fills was forgotten
// class: A2
using System.Collections.Concurrent;
using System.Collections.Generic;

namespace Corpus.Own.R424;

public sealed class Topics
{
    private readonly ConcurrentDictionary<string, int> _subscribers = new();
    private readonly Dictionary<string, string> _titles = new(); // MAY: A2
    private readonly ConcurrentDictionary<string, string> _titlesFixed = new();

    public void Subscribe(string topic, string title)
    {
        _subscribers.AddOrUpdate(topic, 1, static (_, old) => old + 1);
        _titles[topic] = title; // BUG: A2
        _titlesFixed[topic] = title;
    }

    public string? TitleOf(string topic) => _titles.TryGetValue(topic, out var title) ? title : null; // MAY: A2

    public int CountOf(string topic) => _subscribers.TryGetValue(topic, out var count) ? count : 0;
}
