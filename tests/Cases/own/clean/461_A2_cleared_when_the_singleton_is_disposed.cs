// source: own, after the description: written by the constructor and cleared by Dispose
// class: A2
using System;
using System.Collections.Generic;

namespace Corpus.Own.C461;

public sealed class Drivers : IDisposable
{
    private readonly Dictionary<string, IDisposable> _open = new();

    public Drivers()
    {
        _open["console"] = Console.Out;
    }

    public static Drivers Current { get; } = new();

    public bool Has(string name) => _open.ContainsKey(name);

    public void Dispose()
    {
        foreach (var driver in _open.Values)
            driver.Dispose();
        _open.Clear();
    }
}
