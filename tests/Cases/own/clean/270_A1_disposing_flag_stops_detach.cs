// source: own, after the description: the owner's flag makes the detach of the children do nothing during Dispose
// class: A1
// note: hard
using System;
using System.Collections.Generic;

namespace Corpus.Own.C270;

public sealed class DeviceHub : IDisposable
{
    private readonly SortedDictionary<string, Device> _devices = new(StringComparer.Ordinal);
    private bool _disposing;

    public Device Open(string name)
    {
        var device = new Device(this, name);
        _devices.Add(name, device);
        return device;
    }

    internal void Detach(string name)
    {
        if (_disposing)
            return;
        _devices.Remove(name);
    }

    public void Dispose()
    {
        _disposing = true;
        foreach (var device in _devices.Values)
            device.Dispose();
        _devices.Clear();
    }
}

public sealed class Device : IDisposable
{
    private readonly DeviceHub _hub;
    private readonly string _name;

    internal Device(DeviceHub hub, string name)
    {
        _hub = hub;
        _name = name;
    }

    public void Dispose() => _hub.Detach(_name);
}
