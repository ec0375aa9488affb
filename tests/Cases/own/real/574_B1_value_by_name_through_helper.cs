// source: structure of common helpers
// class: B1
using System.Collections.Generic;

namespace Corpus.Own.R574;

public static class Lookup
{
    public static object? ValueOf(object o, string name) => o.GetType().GetProperty(name)?.GetValue(o); // MAY: B1

    public static Dictionary<string, object?> Pick(object o, IEnumerable<string> names)
    {
        var picked = new Dictionary<string, object?>();
        foreach (var name in names)
            picked[name] = ValueOf(o, name); // BUG: B1
        return picked;
    }
}
