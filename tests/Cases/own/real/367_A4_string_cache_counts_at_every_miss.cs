// source: dotnet/msbuild PR #11212
// class: A4
using System.Collections.Concurrent;
using System.Threading;

namespace Corpus.Own.R367;

public sealed class StringCache
{
    private const int Limit = 1000;
    private readonly ConcurrentDictionary<int, string> _strings = new();
    private int _count;

    public string Intern(string text)
    {
        var code = text.GetHashCode();
        if (_strings.TryGetValue(code, out var known) && known == text) // MAY: A3
            return known;

        _strings.TryAdd(code, text); // MAY: A3
        if (_strings.Count > Limit) // BUG: A4
            _strings.Clear();
        return text;
    }

    public string InternFixed(string text)
    {
        var code = text.GetHashCode();
        if (_strings.TryGetValue(code, out var known) && known == text)
            return known;

        if (_strings.TryAdd(code, text) && Interlocked.Increment(ref _count) > Limit)
        {
            Volatile.Write(ref _count, 0);
            _strings.Clear();
        }

        return text;
    }
}
