// source: own, after the description: the two halves of a partial class: the loop in one, the mutator in the other
// class: A1
using System;
using System.Collections.Generic;
using System.Linq;

namespace Corpus.Own.R155;

public sealed partial class ModelMetadata
{
    public void BuildShortNames()
    {
        foreach (var name in _properties.Keys) // MAY: A1
        {
            if (name.StartsWith("Is", StringComparison.Ordinal))
                AddProperty(name[2..], _properties[name]); // BUG: A1
        }
    }

    public void BuildShortNamesFixed()
    {
        foreach (var (name, type) in _properties.ToArray())
        {
            if (name.StartsWith("Is", StringComparison.Ordinal))
                AddProperty(name[2..], type);
        }
    }
}

public sealed partial class ModelMetadata
{
    private readonly Dictionary<string, Type> _properties = new(StringComparer.Ordinal);

    public void AddProperty(string name, Type type)
    {
        ArgumentNullException.ThrowIfNull(type);
        _properties.Add(name, type);
    }
}
