// source: own, after the description: CollectionsMarshal.GetValueRefOrAddDefault of another key inside the loop
// class: A1
using System.Collections.Generic;
using System.Linq;
using System.Runtime.InteropServices;

namespace Corpus.Own.R145;

public sealed class BigramModel
{
    private readonly Dictionary<string, int> _counts = new();

    public void Observe(string gram) => CollectionsMarshal.GetValueRefOrAddDefault(_counts, gram, out _)++;

    public void AddPrefixes()
    {
        foreach (var (gram, count) in _counts) // MAY: A1
        {
            if (gram.Length < 2)
                continue;
            ref var prefix = ref CollectionsMarshal.GetValueRefOrAddDefault(_counts, gram[..1], out _); // BUG: A1
            prefix += count;
        }
    }

    public void AddPrefixesFixed()
    {
        foreach (var (gram, count) in _counts.ToArray())
        {
            if (gram.Length < 2)
                continue;
            ref var prefix = ref CollectionsMarshal.GetValueRefOrAddDefault(_counts, gram[..1], out _);
            prefix += count;
        }
    }
}
