// source: structure of stores with a WithLock(Action) helper
// class: A2
using System;
using System.Collections.Generic;
using System.Linq;

namespace Corpus.Own.C904;

public sealed class SettingStore
{
    public static readonly SettingStore Default = new();
    private readonly object _gate = new();
    private readonly Dictionary<string, string> _values = new();

    private SettingStore()
    {
    }

    public void Set(string key, string value) => Locked(() => _values[key] = value);

    public void Remove(string key) => Locked(() => { _values.Remove(key); });

    public string? Get(string key) => Locked(() => _values.GetValueOrDefault(key));

    public string[] Keys() => Locked(() => _values.Keys.ToArray());

    private void Locked(Action action)
    {
        lock (_gate)
            action();
    }

    private T Locked<T>(Func<T> function)
    {
        lock (_gate)
        {
            return function();
        }
    }
}
