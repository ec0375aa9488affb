// source: structure of nreco/lambdaparser PR #7 (the first look-up takes no lock, the lock is the dictionary itself)
// class: A5
using System;
using System.Collections.Generic;

namespace Corpus.Own.R502;

public sealed class ExpressionCache
{
    private readonly IDictionary<string, Func<double, double>> _compiled = new Dictionary<string, Func<double, double>>();

    public bool UseCache { get; set; } = true;

    public Func<double, double> Parse(string text)
    {
        if (UseCache && _compiled.ContainsKey(text)) // BUG: A5
        {
            lock (_compiled)
            {
                if (_compiled.TryGetValue(text, out var found))
                    return found;
            }
        }

        Func<double, double> made = x => x * text.Length;
        if (UseCache)
        {
            lock (_compiled)
                _compiled[text] = made;
        }

        return made;
    }

    public void ForgetFixed(string text)
    {
        lock (_compiled)
            _compiled.Remove(text);
    }
}
