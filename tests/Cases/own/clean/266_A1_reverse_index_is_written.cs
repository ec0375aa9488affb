// source: own, after the description: another field of the same type is rebuilt in the loop
// class: A1
using System;
using System.Collections.Generic;

namespace Corpus.Own.C266;

public sealed class BiMap
{
    private readonly SortedDictionary<string, string> _forward = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, string> _backward = new(StringComparer.Ordinal);

    public void Put(string left, string right) => _forward[left] = right;

    private void Index(string right, string left)
    {
        if (!_backward.TryAdd(right, left))
            _backward.Remove(right);
    }

    public int Rebuild()
    {
        _backward.Clear();
        foreach (var (left, right) in _forward)
            Index(right, left);
        return _backward.Count;
    }
}
