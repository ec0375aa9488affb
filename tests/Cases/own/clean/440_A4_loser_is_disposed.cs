// source: own, after the description: the resource is made outside, and disposed when somebody else was first
// class: A4
using System.Collections.Concurrent;
using System.IO;

namespace Corpus.Own.C440;

public sealed class Logs
{
    private readonly ConcurrentDictionary<string, StringWriter> _logs = new();

    public StringWriter Open(string name)
    {
        if (_logs.TryGetValue(name, out var log))
            return log;

        var fresh = new StringWriter();
        log = _logs.GetOrAdd(name, fresh);
        if (!ReferenceEquals(log, fresh))
            fresh.Dispose();
        return log;
    }
}
