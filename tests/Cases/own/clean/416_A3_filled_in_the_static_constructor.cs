// source: own, after the description: a static constructor runs once, and everybody waits for it
// class: A3
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Reflection;

namespace Corpus.Own.C416;

public static class Commands
{
    private static readonly ConcurrentDictionary<string, string> s_types = new();

    static Commands()
    {
        foreach (var type in typeof(Commands).Assembly.GetTypes())
        {
            var name = type.Name.ToUpperInvariant();
            if (!s_types.ContainsKey(name))
                s_types[name] = type.FullName ?? type.Name;
        }
    }

    public static string? Find(string name) => s_types.TryGetValue(name, out var type) ? type : null;

    public static bool Register(string name, string type) => s_types.TryAdd(name, type);
}
