// source: own, after the description: TryAdd of the loop's own key never adds
// class: A1
using System.Collections.Generic;

namespace Corpus.Own.C224;

public sealed class DefaultsTable
{
    private readonly Dictionary<string, string?> _values = new();

    public void Set(string name, string? value) => _values[name] = value;

    public int CountDuplicates()
    {
        var duplicates = 0;
        foreach (var name in _values.Keys)
        {
            if (!_values.TryAdd(name, null))
                duplicates++;
        }

        return duplicates;
    }
}
