// source: own, after the description: lazy Concat and Distinct over two tables, the body adds to the first
// class: A1
using System;
using System.Collections.Generic;
using System.Linq;

namespace Corpus.Own.R113;

public sealed class FeatureFlags
{
    private readonly Dictionary<string, bool> _defaults = new(StringComparer.Ordinal);
    private readonly Dictionary<string, bool> _overrides = new(StringComparer.Ordinal);

    public void Default(string name, bool on) => _defaults[name] = on;

    public void Override(string name, bool on) => _overrides[name] = on;

    public void Complete()
    {
        foreach (var name in _defaults.Keys.Concat(_overrides.Keys).Distinct()) // MAY: A1
        {
            if (!_overrides.ContainsKey(name))
                _overrides.Add(name, _defaults[name]);
            else
                Default(name + ".overridden", true); // BUG: A1
        }
    }

    public void CompleteFixed()
    {
        foreach (var name in _defaults.Keys.Concat(_overrides.Keys).Distinct().ToArray())
        {
            if (!_overrides.ContainsKey(name))
                _overrides.Add(name, _defaults[name]);
            else
                Default(name + ".overridden", true);
        }
    }
}
