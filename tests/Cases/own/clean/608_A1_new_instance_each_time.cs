// source: idiom: the property makes a new table at every read
// class: A1
using System;
using System.Collections.Generic;
using System.Linq;

namespace Corpus.Own.C608;

public sealed class Profile
{
    private readonly SortedDictionary<string, string> _claims = new();

    public SortedDictionary<string, string> Claims => new(_claims);

    public IReadOnlyDictionary<string, string> Public
        => _claims.Where(c => !c.Key.StartsWith('_')).ToDictionary(c => c.Key, c => c.Value);

    public void Drop(string name) => _claims.Remove(name);

    public void DropAll(Func<string, bool> which)
    {
        foreach (var claim in Claims)
        {
            if (which(claim.Key))
                Drop(claim.Key);
        }

        foreach (var name in Public.Keys)
            Drop(name);
    }
}
