// source: idiom: a scope object opened and disposed in each round touches a table of its own
// class: A1
using System;
using System.Collections.Generic;

namespace Corpus.Own.C619;

public sealed class Tracer
{
    private readonly SortedDictionary<int, string> _open = new();
    private int _next;

    public IDisposable Begin(string name)
    {
        var id = _next++;
        _open.Add(id, name);
        return new Scope(this, id);
    }

    private sealed class Scope(Tracer tracer, int id) : IDisposable
    {
        public void Dispose() => tracer._open.Remove(id);
    }
}

public sealed class Worker(Tracer tracer)
{
    private readonly SortedDictionary<int, string> _open = new();

    public void Run()
    {
        foreach (var (id, name) in _open)
        {
            using (tracer.Begin(name))
                Console.WriteLine(id);
            using var scope = tracer.Begin("again " + name);
        }
    }
}
