// source: structure of request tables (cancel all pending requests, each completes and removes itself)
// class: A1
// note: the callback given to a completion type of the same assembly runs inside Cancel; Sorted keeps failure on net10
using System;
using System.Collections.Generic;
using System.Linq;

namespace Corpus.Own.R634;

public sealed class Pending
{
    private Action<Pending>? _completed;

    public int Id { get; init; }

    public Pending OnCompleted(Action<Pending> completed)
    {
        _completed += completed;
        return this;
    }

    public void Cancel()
    {
        var completed = _completed;
        _completed = null;
        completed?.Invoke(this);
    }
}

public sealed class RpcClient
{
    private readonly SortedDictionary<int, Pending> _pending = new();
    private int _next;

    public Pending Send()
    {
        var request = new Pending { Id = ++_next }.OnCompleted(p => _pending.Remove(p.Id));
        _pending.Add(request.Id, request);
        return request;
    }

    public void CancelAll()
    {
        foreach (var request in _pending.Values) // MAY: A1
            request.Cancel(); // BUG: A1
    }

    public void CancelAllFixed()
    {
        foreach (var request in _pending.Values.ToArray())
            request.Cancel();
    }
}
