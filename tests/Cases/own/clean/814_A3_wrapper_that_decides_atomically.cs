// source: structure of registries whose Put is TryAdd
// class: A3
using System;
using System.Collections.Concurrent;

namespace Corpus.Own.C814;

public sealed class Registry
{
    private readonly ConcurrentDictionary<string, object> _items = new();

    public bool Has(string name) => _items.ContainsKey(name);

    public bool Put(string name, object item) => _items.TryAdd(name, item);

    public object GetOrPut(string name, Func<string, object> make) => _items.GetOrAdd(name, make);
}

public sealed class User
{
    private readonly Registry _registry = new();

    public void Register(string name)
    {
        if (_registry.Has(name))
            throw new InvalidOperationException(name);
        if (!_registry.Put(name, new object()))
            throw new InvalidOperationException(name);
    }

    public object Use(string name)
    {
        if (!_registry.Has(name))
            Console.WriteLine("making " + name);
        return _registry.GetOrPut(name, static n => n.Length);
    }
}
