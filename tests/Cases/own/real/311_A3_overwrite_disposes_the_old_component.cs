// source: Azure/azure-powershell-common PR #436 (RegisterComponent)
// class: A3
using System;
using System.Collections.Concurrent;

namespace Corpus.Own.R311;

public readonly record struct ComponentKey(string Name, Type Type);

public sealed class ComponentRegistry
{
    private readonly ConcurrentDictionary<ComponentKey, object> _components = new();

    public void Remove<T>(string name) => _components.TryRemove(new ComponentKey(name, typeof(T)), out _);

    public void Register<T>(string name, Func<T> create, bool overwrite)
        where T : class
    {
        var key = new ComponentKey(name, typeof(T));
        if (overwrite && _components.ContainsKey(key)) // MAY: A3
        {
            var existing = _components[key]; // BUG: A3
            (existing as IDisposable)?.Dispose();
        }

        _components[key] = create(); // MAY: A3
    }

    public void RegisterFixed<T>(string name, Func<T> create, bool overwrite)
        where T : class
    {
        var key = new ComponentKey(name, typeof(T));
        if (overwrite && _components.TryRemove(key, out var existing))
            (existing as IDisposable)?.Dispose();
        _components.TryAdd(key, create());
    }
}
