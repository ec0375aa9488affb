// source: structure of hand written observables (dispose of the subscription inside OnCompleted)
// class: A1
// note: hard: observer -> subscription -> stored action that removes; Sorted keeps failure on net10
using System;
using System.Collections.Generic;
using System.Linq;

namespace Corpus.Own.R622;

internal sealed class Subscription(Action dispose) : IDisposable
{
    public void Dispose() => dispose();
}

public sealed class Feed : IObservable<int>
{
    private readonly SortedDictionary<int, IObserver<int>> _observers = new();
    private int _next;

    public IDisposable Subscribe(IObserver<int> observer)
    {
        var id = _next++;
        _observers.Add(id, observer);
        return new Subscription(() => _observers.Remove(id));
    }

    public void Complete()
    {
        foreach (var observer in _observers.Values) // MAY: A1
            observer.OnCompleted(); // BUG: A1
    }

    public void CompleteFixed()
    {
        foreach (var observer in _observers.Values.ToArray())
            observer.OnCompleted();
    }
}

public sealed class Monitor(IObservable<int> feed) : IObserver<int>
{
    private IDisposable? _subscription;

    public int Last { get; private set; }

    public void Start() => _subscription = feed.Subscribe(this);

    public void OnCompleted() => _subscription?.Dispose();

    public void OnError(Exception error) => _subscription?.Dispose();

    public void OnNext(int value) => Last = value;
}
