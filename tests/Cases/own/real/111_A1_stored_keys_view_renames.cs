// source: own, after the description: a Keys view is stored in a local before the loop and is still live
// class: A1
using System;
using System.Collections.Generic;

namespace Corpus.Own.R111;

public sealed class ColumnSchema
{
    private readonly Dictionary<string, Type> _columns = new();

    public void Define(string name, Type type) => _columns[name] = type;

    public void Rename(string from, string to)
    {
        if (_columns.Remove(from, out var type))
            _columns[to] = type;
    }

    public void Quote()
    {
        var names = _columns.Keys; // MAY: A1
        foreach (var name in names) // MAY: A1
        {
            if (name.Contains(' '))
                Rename(name, "[" + name + "]"); // BUG: A1
        }
    }

    public void QuoteFixed()
    {
        var names = new List<string>(_columns.Keys);
        foreach (var name in names)
        {
            if (name.Contains(' '))
                Rename(name, "[" + name + "]");
        }
    }
}
