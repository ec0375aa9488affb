// source: own, after the description: a type that derives from Dictionary enumerates `this` and calls its own helper that adds
// class: A1
using System;
using System.Collections.Generic;
using System.Linq;

namespace Corpus.Own.R109;

public sealed class EnvironmentSettings : Dictionary<string, string>
{
    public EnvironmentSettings() : base(StringComparer.OrdinalIgnoreCase)
    {
    }

    private void Mirror(string name, string value)
    {
        this[name.Replace("__", ":")] = value;
    }

    public void ExpandSections()
    {
        foreach (var pair in this) // MAY: A1
        {
            if (pair.Key.Contains("__"))
                Mirror(pair.Key, pair.Value); // BUG: A1
        }
    }

    public void ExpandSectionsFixed()
    {
        foreach (var pair in this.ToArray())
        {
            if (pair.Key.Contains("__"))
                Mirror(pair.Key, pair.Value);
        }
    }
}
