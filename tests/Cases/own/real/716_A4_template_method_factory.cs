// source: structure of provider bases with a virtual Create
// class: A4
// note: the factory is an abstract method; an override starts a process
using System.Collections.Concurrent;
using System.Diagnostics;
using System;

namespace Corpus.Own.R716;

public abstract class Provider<T>
{
    private readonly ConcurrentDictionary<string, T> _items = new();
    private readonly ConcurrentDictionary<string, Lazy<T>> _lazy = new();

    public T Get(string name) => _items.GetOrAdd(name, Create); // BUG: A4

    public T GetFixed(string name) => _lazy.GetOrAdd(name, n => new Lazy<T>(() => Create(n))).Value;

    protected abstract T Create(string name);
}

public sealed class ToolProvider : Provider<Process>
{
    protected override Process Create(string name)
    {
        var process = new Process { StartInfo = new ProcessStartInfo(name) };
        process.Start();
        return process;
    }
}
