// source: own, after the description: the copy belongs to nobody else yet
// class: A2
using System.Collections.Generic;

namespace Corpus.Own.C462;

public sealed class Settings
{
    private readonly Dictionary<string, string> _values = new();

    public static Settings Default { get; } = new();

    public string? this[string name] => _values.TryGetValue(name, out var value) ? value : null;

    public Settings With(string name, string value)
    {
        var copy = new Settings();
        foreach (var pair in _values)
            copy._values[pair.Key] = pair.Value;
        copy._values[name] = value;
        return copy;
    }
}
