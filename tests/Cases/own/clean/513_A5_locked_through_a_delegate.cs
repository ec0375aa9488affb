// source: structure of a settings store whose methods run lambdas under its lock
// class: A5
using System;
using System.Collections.Generic;
using System.Linq;

namespace Corpus.Own.C513;

public sealed class Settings
{
    private readonly object _gate = new();
    private readonly Dictionary<string, string> _values = new();

    public void Set(string name, string value) => Locked(() => { _values[name] = value; return true; });

    public string[] Names() => Locked(() => _values.Keys.ToArray());

    public bool Has(string name)
    {
        lock (_gate)
            return new[] { name }.Any(each => _values.ContainsKey(each));
    }

    private T Locked<T>(Func<T> action)
    {
        lock (_gate)
            return action();
    }
}
