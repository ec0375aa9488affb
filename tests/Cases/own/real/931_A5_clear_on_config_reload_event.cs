// source: structure of option caches (OnChange clears without the lock)
// class: A5
using System;
using System.Collections.Generic;

namespace Corpus.Own.R931;

public interface IMonitor
{
    IDisposable OnChange(Action listener);
}

public sealed class OptionCache : IDisposable
{
    private readonly object _lock = new();
    private readonly Dictionary<string, object> _values = new(StringComparer.OrdinalIgnoreCase);
    private readonly IDisposable _registration;

    public OptionCache(IMonitor monitor)
    {
        _registration = monitor.OnChange(Invalidate);
    }

    public object Get(string name, Func<object> make)
    {
        lock (_lock)
        {
            if (!_values.TryGetValue(name, out var value))
            {
                value = make();
                _values.Add(name, value);
            }

            return value;
        }
    }

    public void Remove(string name)
    {
        lock (_lock)
            _values.Remove(name);
    }

    private void Invalidate() => _values.Clear(); // BUG: A5

    public void InvalidateFixed()
    {
        lock (_lock)
            _values.Clear();
    }

    public void Dispose() => _registration.Dispose();
}
