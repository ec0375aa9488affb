// source: own, after the description: base and derived class have a private field of the same name; the override changes the derived one
// class: A1
using System.Collections.Generic;

namespace Corpus.Own.C261;

public class Validator
{
    private readonly SortedDictionary<string, int> _rules = new();

    public void Rule(string name, int weight) => _rules[name] = weight;

    protected virtual void Checked(string name)
    {
    }

    public int Run()
    {
        var sum = 0;
        foreach (var (name, weight) in _rules)
        {
            Checked(name);
            sum += weight;
        }

        return sum;
    }
}

public sealed class CountingValidator : Validator
{
    private readonly SortedDictionary<string, int> _rules = new();

    protected override void Checked(string name)
    {
        _rules.Remove("last");
        _rules[name] = _rules.Count;
    }
}
