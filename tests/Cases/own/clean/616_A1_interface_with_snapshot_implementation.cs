// source: idiom: the interface's view is a copy in every implementation
// class: A1
using System.Collections.Generic;
using System.Linq;

namespace Corpus.Own.C616;

public interface IDeviceList
{
    IEnumerable<string> Online { get; }
    void Disconnect(string device);
}

public sealed class DeviceList : IDeviceList
{
    private readonly SortedDictionary<string, bool> _devices = new();

    public IEnumerable<string> Online => _devices.Where(d => d.Value).Select(d => d.Key).ToArray();

    public void Disconnect(string device) => _devices.Remove(device);
}

public sealed class TestDeviceList : IDeviceList
{
    public List<string> Log { get; } = new();

    public IEnumerable<string> Online => new[] { "a", "b" };

    public void Disconnect(string device) => Log.Add(device);
}

public sealed class Shutdown(IDeviceList devices)
{
    public void Run()
    {
        foreach (var device in devices.Online)
            devices.Disconnect(device);
    }
}
