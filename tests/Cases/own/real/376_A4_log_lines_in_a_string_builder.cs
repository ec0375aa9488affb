// source: own, after the description: a StringBuilder a request, several threads append to it
// class: A4
using System.Collections.Concurrent;
using System.Text;

namespace Corpus.Own.R376;

public sealed class RequestLog
{
    private readonly ConcurrentDictionary<string, StringBuilder> _logs = new();

    public int LengthOf(string request) => _logs.TryGetValue(request, out var log) ? log.Length : 0;

    public void Write(string request, string line)
    {
        _logs.GetOrAdd(request, static _ => new StringBuilder()).AppendLine(line); // BUG: A4
    }

    public void WriteFixed(string request, string line)
    {
        var log = _logs.GetOrAdd(request, static _ => new StringBuilder());
        lock (log)
            log.AppendLine(line);
    }
}
