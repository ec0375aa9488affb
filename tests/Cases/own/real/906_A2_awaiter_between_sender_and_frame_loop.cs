// source: apache/pulsar-dotpulsar issue #22
// class: A2
// note: the map is in a small generic helper; the connection calls it from its senders and from its receive loop
using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Threading.Tasks;

namespace Corpus.Own.R906;

public sealed class Awaiter<TKey, TResult> where TKey : notnull
{
    private readonly Dictionary<TKey, TaskCompletionSource<TResult>> _items = new(); // MAY: A2

    public Task<TResult> CreateTask(TKey key)
    {
        var source = new TaskCompletionSource<TResult>(TaskCreationOptions.RunContinuationsAsynchronously);
        _items.Add(key, source); // BUG: A2
        return source.Task;
    }

    public void SetResult(TKey key, TResult result)
    {
        if (_items.Remove(key, out var source)) // MAY: A2
            source.SetResult(result);
    }
}

public sealed class AwaiterFixed<TKey, TResult> where TKey : notnull
{
    private readonly ConcurrentDictionary<TKey, TaskCompletionSource<TResult>> _items = new();

    public Task<TResult> CreateTask(TKey key) =>
        _items.GetOrAdd(key, static _ => new TaskCompletionSource<TResult>()).Task;

    public void SetResult(TKey key, TResult result)
    {
        if (_items.TryRemove(key, out var source))
            source.SetResult(result);
    }
}

public interface IFrames
{
    Task<(ulong Id, string Body)> ReadAsync();

    Task WriteAsync(ulong id, string body);
}

public sealed class Connection
{
    private readonly Awaiter<ulong, string> _responses = new(); // MAY: A2
    private readonly AwaiterFixed<ulong, string> _responsesFixed = new();
    private readonly IFrames _frames;

    public Connection(IFrames frames)
    {
        _frames = frames;
        _ = Task.Run(ProcessIncomingFrames);
    }

    public async Task<string> Send(ulong id, string body)
    {
        var response = _responses.CreateTask(id); // MAY: A2
        _ = _responsesFixed.CreateTask(id);
        await _frames.WriteAsync(id, body);
        return await response;
    }

    private async Task ProcessIncomingFrames()
    {
        while (true)
        {
            var (id, body) = await _frames.ReadAsync();
            _responses.SetResult(id, body); // MAY: A2
            _responsesFixed.SetResult(id, body);
        }
    }
}
