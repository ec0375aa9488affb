// source: own, after the description: overwriting the own key of the generic OrderedDictionary is legal
// class: A1
using System.Collections.Generic;

namespace Corpus.Own.C264;

public sealed class StepTimings
{
    private readonly OrderedDictionary<string, double> _timings = new();

    public void Record(string step, double ms) => _timings[step] = ms;

    public void Normalise(double total)
    {
        foreach (var (step, ms) in _timings)
            _timings[step] = ms / total;
    }
}
