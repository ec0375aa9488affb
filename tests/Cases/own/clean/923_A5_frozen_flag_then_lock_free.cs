// source: structure of options that freeze (locked while they are built, read without a lock once frozen)
// class: A5
using System;
using System.Collections.Generic;

namespace Corpus.Own.C923;

public sealed class Conventions
{
    private readonly object _gate = new();
    private readonly Dictionary<Type, string> _names = new();
    private volatile bool _frozen;

    public void Add(Type type, string name)
    {
        lock (_gate)
        {
            if (_frozen)
                throw new InvalidOperationException("frozen");
            _names[type] = name;
        }
    }

    public void Freeze()
    {
        lock (_gate)
            _frozen = true;
    }

    public string? Find(Type type)
    {
        if (_frozen)
            return _names.GetValueOrDefault(type);

        lock (_gate)
            return _names.GetValueOrDefault(type);
    }
}
