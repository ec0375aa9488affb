// source: own, after the description: += through a property that exposes the concurrent dictionary of another object
// class: A3
using System.Collections.Concurrent;

namespace Corpus.Own.R325;

public sealed class Meter
{
    public ConcurrentDictionary<int, long> Bytes { get; } = new();

    public Meter()
    {
        for (var port = 0; port < 16; port++)
            Bytes[port] = 0;
    }
}

public sealed class Router(Meter meter)
{
    public void Forward(int port, int size)
    {
        meter.Bytes[port] += size; // BUG: A3
    }

    public void ForwardFixed(int port, int size) =>
        meter.Bytes.AddOrUpdate(port, static (_, added) => added, static (_, bytes, added) => bytes + added, (long)size);
}
