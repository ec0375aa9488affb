// source: structure of GridProtectionAlliance/gsf issue #50 (ExceptWith of an own set type)
// class: A1
// note: the own ExceptWith enumerates its argument, which is a lazy query over the same set; Sorted keeps failure on net10
using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;

namespace Corpus.Own.R608;

public sealed class BackedSet : IEnumerable<string>
{
    private readonly SortedDictionary<string, bool> _lookup = new(StringComparer.Ordinal);

    public void Add(string item) => _lookup[item] = true;

    public void ExceptWith(IEnumerable<string> other)
    {
        ArgumentNullException.ThrowIfNull(other);
        foreach (var item in other)
            _lookup.Remove(item);
    }

    public IEnumerator<string> GetEnumerator() => _lookup.Keys.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

public sealed class Recents
{
    private readonly BackedSet _paths = new();

    public void DropTemporary() => _paths.ExceptWith(_paths.Where(p => p.EndsWith(".tmp"))); // BUG: A1

    public void DropTemporaryFixed() => _paths.ExceptWith(_paths.Where(p => p.EndsWith(".tmp")).ToArray());
}
