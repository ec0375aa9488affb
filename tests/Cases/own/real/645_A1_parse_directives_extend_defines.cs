// source: structure of preprocessors (defines expand to further defines)
// class: A1
// note: switch expression with a method call in one arm, top-level lambda variable; the key is computed
using System;
using System.Collections.Generic;
using System.Linq;

namespace Corpus.Own.R645;

public sealed class Defines
{
    private readonly Dictionary<string, string> _defines = new(StringComparer.Ordinal);

    public int Expand()
    {
        Func<string, string, int> define = (name, value) =>
        {
            _defines[name] = value;
            return 1;
        };
        var added = 0;
        foreach (var (name, value) in _defines) // MAY: A1
        {
            added += value switch
            {
                "" => 0,
                ['@', ..] => define(name + "_REF", value[1..]), // BUG: A1
                _ => 0,
            };
        }

        return added;
    }

    public int ExpandFixed()
    {
        Func<string, string, int> define = (name, value) =>
        {
            _defines[name] = value;
            return 1;
        };
        var added = 0;
        foreach (var (name, value) in _defines.ToArray())
            added += value is ['@', ..] ? define(name + "_REF", value[1..]) : 0;
        return added;
    }
}
