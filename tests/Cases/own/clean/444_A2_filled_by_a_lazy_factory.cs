// source: own, after the description: a Lazy lets one thread in, and once
// class: A2
using System;
using System.Collections.Generic;

namespace Corpus.Own.C444;

public static class Units
{
    private static readonly Dictionary<string, double> Factors = new();
    private static readonly Lazy<bool> Filled = new(() =>
    {
        Fill("km", 1000);
        Fill("cm", 0.01);
        return true;
    });

    public static double Convert(string unit, double value) => Filled.Value && Factors.TryGetValue(unit, out var factor) ? value * factor : value;

    private static void Fill(string unit, double factor) => Factors.Add(unit, factor);
}
