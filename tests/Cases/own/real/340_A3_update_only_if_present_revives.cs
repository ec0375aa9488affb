// source: own, after the description: throws when the key is unknown, else overwrites: a removal in between is undone
// class: A3
using System.Collections.Concurrent;
using System.Collections.Generic;

namespace Corpus.Own.R340;

public sealed class DeviceStates
{
    private readonly ConcurrentDictionary<int, string> _states = new();

    public void Attach(int device) => _states.TryAdd(device, "new");

    public void Detach(int device) => _states.TryRemove(device, out _);

    public bool IsAttached(int device) => _states.ContainsKey(device);

    public void Report(int device, string state)
    {
        if (!_states.ContainsKey(device)) // MAY: A3
            throw new KeyNotFoundException($"device {device}");
        _states[device] = state; // BUG: A3
    }

    public void ReportFixed(int device, string state)
    {
        while (_states.TryGetValue(device, out var old))
        {
            if (_states.TryUpdate(device, state, old))
                return;
        }

        throw new KeyNotFoundException($"device {device}");
    }
}
