// source: structure of generic cache wrappers
// class: A4
// note: the lambda goes through a wrapper of the compilation into GetOrAdd
using System;
using System.Collections.Concurrent;
using System.IO;

namespace Corpus.Own.R714;

public sealed class Memo<TKey, TValue>
    where TKey : notnull
{
    private readonly ConcurrentDictionary<TKey, TValue> _values = new();
    private readonly ConcurrentDictionary<TKey, Lazy<TValue>> _lazy = new();

    public TValue Get(TKey key, Func<TKey, TValue> create) => _values.GetOrAdd(key, create); // MAY: A4

    public TValue GetOnce(TKey key, Func<TKey, TValue> create) =>
        _lazy.GetOrAdd(key, k => new Lazy<TValue>(() => create(k))).Value;
}

public sealed class Segments
{
    private readonly Memo<int, FileStream> _files = new();

    public FileStream Segment(int number) =>
        _files.Get(number, static n => new FileStream($"{n}.seg", FileMode.OpenOrCreate)); // BUG: A4

    public FileStream SegmentFixed(int number) =>
        _files.GetOnce(number, static n => new FileStream($"{n}.seg", FileMode.OpenOrCreate));
}
