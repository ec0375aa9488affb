// source: own, after the description: a keyed singleton; the write is in the setter of an indexer of a partial class
// class: A2
using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using Microsoft.Extensions.DependencyInjection;

namespace Corpus.Own.R423;

public sealed partial class HeaderMap
{
    private readonly Dictionary<string, string> _values = new(StringComparer.OrdinalIgnoreCase); // MAY: A2
    private readonly ConcurrentDictionary<string, string> _valuesFixed = new(StringComparer.OrdinalIgnoreCase);

    public int Count => _values.Count; // MAY: A2

    public int CountFixed => _valuesFixed.Count;
}

public sealed partial class HeaderMap
{
    public string this[string name]
    {
        get => _values[name]; // MAY: A2
        set => _values[name] = value; // BUG: A2
    }

    public void SetFixed(string name, string value) => _valuesFixed[name] = value;
}

public static class Setup
{
    public static void Register(IServiceCollection services) => services.AddKeyedSingleton<HeaderMap>("outgoing");
}
