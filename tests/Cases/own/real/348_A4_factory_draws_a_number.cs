// source: structure of dotnet/runtime issue #62919; the counter is a plain field here, so two keys can get one number
// class: A4
using System;
using System.Collections.Concurrent;
using System.Threading;

namespace Corpus.Own.R348;

public sealed class Numbering
{
    private readonly ConcurrentDictionary<string, int> _numbers = new();
    private readonly ConcurrentDictionary<string, Lazy<int>> _numbersFixed = new();
    private int _last;

    public int Of(string name)
    {
        return _numbers.GetOrAdd(name, _ => ++_last); // BUG: A4
    }

    public int OfFixed(string name) => _numbersFixed.GetOrAdd(name, _ => new Lazy<int>(() => Interlocked.Increment(ref _last))).Value;
}
