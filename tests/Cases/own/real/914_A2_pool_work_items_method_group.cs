// source: structure of checksum tools (QueueUserWorkItem in a loop, CountdownEvent)
// class: A2
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Threading;

namespace Corpus.Own.R914;

public sealed class Checksums
{
    private Dictionary<string, int> _sums = new(); // MAY: A2
    private CountdownEvent _left = new(1);

    public IReadOnlyDictionary<string, int> Compute(string[] paths)
    {
        _sums = new Dictionary<string, int>();
        _left = new CountdownEvent(paths.Length);
        foreach (var path in paths)
            ThreadPool.QueueUserWorkItem(One, path); // MAY: A2
        _left.Wait();
        return _sums;
    }

    private void One(object? state)
    {
        var path = (string)state!;
        var sum = 0;
        foreach (var b in File.ReadAllBytes(path))
            sum += b;
        _sums[path] = sum; // BUG: A2
        _left.Signal();
    }
}

public sealed class ChecksumsFixed
{
    private readonly ConcurrentDictionary<string, int> _sums = new();

    public void Compute(string[] paths)
    {
        foreach (var path in paths)
            ThreadPool.QueueUserWorkItem(One, path);
    }

    private void One(object? state) => _sums[(string)state!] = File.ReadAllBytes((string)state!).Length;
}
