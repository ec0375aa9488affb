// source: own, after the description: the static table is declared as IDictionary, check and Add in an extension method
// class: A2
using System;
using System.Collections.Generic;

namespace Corpus.Own.R401;

public static class EnumNames
{
    private static readonly IDictionary<Enum, string> Names = new Dictionary<Enum, string>(); // MAY: A2
    private static readonly object Gate = new();
    private static readonly IDictionary<Enum, string> NamesFixed = new Dictionary<Enum, string>();

    public static string Display(this Enum value)
    {
        if (!Names.ContainsKey(value)) // MAY: A2
        {
            Names.Add(value, value.ToString("G")); // BUG: A2
        }

        return Names[value]; // MAY: A2
    }

    public static string DisplayFixed(this Enum value)
    {
        lock (Gate)
        {
            if (!NamesFixed.ContainsKey(value))
                NamesFixed.Add(value, value.ToString("G"));

            return NamesFixed[value];
        }
    }
}
