// source: structure of evilC/JoystickWrapper issue #7 (a polling thread walks what clients subscribe to)
// class: A5
using System;
using System.Collections.Generic;
using System.Threading;

namespace Corpus.Own.R507;

public sealed class StickMonitor
{
    private readonly object _subscriptionsLock = new();
    private readonly Dictionary<Guid, Action<int>> _subscriptions = new();
    private Thread? _thread;

    public void Start()
    {
        _thread = new Thread(Poll) { IsBackground = true };
        _thread.Start();
    }

    public void Subscribe(Guid device, Action<int> handler)
    {
        lock (_subscriptionsLock)
            _subscriptions[device] = handler;
    }

    public void Unsubscribe(Guid device)
    {
        lock (_subscriptionsLock)
            _subscriptions.Remove(device);
    }

    private void Poll()
    {
        while (true)
        {
            foreach (var pair in _subscriptions) // BUG: A5
                pair.Value(Environment.TickCount);
            Thread.Sleep(10);
        }
    }

    private void PollFixed()
    {
        while (true)
        {
            KeyValuePair<Guid, Action<int>>[] all;
            lock (_subscriptionsLock)
            {
                all = new KeyValuePair<Guid, Action<int>>[_subscriptions.Count];
                ((ICollection<KeyValuePair<Guid, Action<int>>>)_subscriptions).CopyTo(all, 0);
            }

            foreach (var pair in all)
                pair.Value(Environment.TickCount);
            Thread.Sleep(10);
        }
    }

    public void StartFixed() => new Thread(PollFixed) { IsBackground = true }.Start();
}
