// source: own, after the description: the live keys are the second argument of Except, which reads them all before its first element
// class: A1
using System.Collections.Generic;
using System.Linq;

namespace Corpus.Own.C283;

public sealed class Provisioning
{
    private readonly SortedDictionary<string, int> _accounts = new();

    public void Create(string name) => _accounts.Add(name, _accounts.Count);

    public void CreateMissing(IReadOnlyCollection<string> wanted)
    {
        foreach (var name in wanted.Except(_accounts.Keys))
            Create(name);
    }
}
