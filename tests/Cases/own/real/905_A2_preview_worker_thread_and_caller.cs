// source: d2phap/ImageGlass PR #366
// class: A2
// note: a worker thread started in the constructor takes entries out, callers put them in; the queue beside it is concurrent
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Threading;

namespace Corpus.Own.R905;

public sealed class PreviewLoader
{
    private readonly Dictionary<string, bool> _processing = new(); // MAY: A2
    private readonly BlockingCollection<string> _queue = new();
    private readonly Thread _worker;

    public PreviewLoader()
    {
        _worker = new Thread(Work) { IsBackground = true };
        _worker.Start();
    }

    public void Add(string path)
    {
        if (_processing.ContainsKey(path)) // MAY: A2
            return;
        _processing.Add(path, false); // BUG: A2
        _queue.Add(path);
    }

    private void Work()
    {
        foreach (var path in _queue.GetConsumingEnumerable())
            Finish(path);
    }

    private void Finish(string path)
    {
        _processing.Remove(path); // MAY: A2
    }
}

public sealed class PreviewLoaderFixed
{
    private readonly ConcurrentDictionary<string, bool> _processing = new();
    private readonly BlockingCollection<string> _queue = new();
    private readonly Thread _worker;

    public PreviewLoaderFixed()
    {
        _worker = new Thread(Work) { IsBackground = true };
        _worker.Start();
    }

    public void Add(string path)
    {
        if (_processing.TryAdd(path, false))
            _queue.Add(path);
    }

    private void Work()
    {
        foreach (var path in _queue.GetConsumingEnumerable())
            _processing.TryRemove(path, out _);
    }
}
