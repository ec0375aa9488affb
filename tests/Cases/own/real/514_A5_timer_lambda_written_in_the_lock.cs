// source: structure of a throttle whose timers fire after the lock was given back
// class: A5
using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace Corpus.Own.R514;

public sealed class Throttle
{
    private readonly object _gate = new();
    private readonly HashSet<string> _blocked = new();

    public bool TryEnter(string client)
    {
        lock (_gate)
        {
            if (!_blocked.Add(client))
                return false;
            Task.Delay(1000).ContinueWith(_ => _blocked.Remove(client)); // BUG: A5
            return true;
        }
    }

    public bool TryEnterFixed(string client)
    {
        lock (_gate)
        {
            if (!_blocked.Add(client))
                return false;
            Task.Delay(1000).ContinueWith(_ =>
            {
                lock (_gate)
                    _blocked.Remove(client);
            });
            return true;
        }
    }
}
