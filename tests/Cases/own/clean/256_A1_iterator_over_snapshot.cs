// source: own, after the description: the iterator walks a copy of the field while its consumer adds
// class: A1
using System.Collections.Generic;
using System.Linq;

namespace Corpus.Own.C256;

public sealed class Glossary
{
    private readonly Dictionary<string, string> _terms = new();

    public void Add(string term, string text) => _terms.TryAdd(term, text);

    public IEnumerable<string> Terms()
    {
        foreach (var term in _terms.Keys.ToArray())
            yield return term;
    }

    public void AddPlurals()
    {
        foreach (var term in Terms())
            Add(term + "s", "see " + term);
    }
}
