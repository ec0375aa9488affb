// source: own, after the description: ListDictionary whose own loop key is overwritten (this collection counts it as a change)
// class: A1
using System;
using System.Collections;
using System.Collections.Specialized;

namespace Corpus.Own.R141;

public sealed class RequestProperties
{
    private readonly ListDictionary _values = new();

    public void Set(string name, object? value) => _values[name] = value;

    public void MaskSecrets()
    {
        foreach (DictionaryEntry entry in _values) // MAY: A1
        {
            if (((string)entry.Key).EndsWith("Secret", StringComparison.Ordinal))
                _values[entry.Key] = "***"; // BUG: A1
        }
    }

    public void MaskSecretsFixed()
    {
        var names = new string[_values.Count];
        _values.Keys.CopyTo(names, 0);
        foreach (var name in names)
        {
            if (name.EndsWith("Secret", StringComparison.Ordinal))
                _values[name] = "***";
        }
    }
}
