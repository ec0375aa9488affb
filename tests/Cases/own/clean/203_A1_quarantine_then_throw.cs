// source: own, after the description: the change is followed by a throw
// class: A1
using System;
using System.Collections.Generic;

namespace Corpus.Own.C203;

public sealed class PackageFeed
{
    private readonly SortedDictionary<string, bool> _verified = new(StringComparer.Ordinal);

    public void Add(string package, bool verified) => _verified[package] = verified;

    public void Verify()
    {
        foreach (var (package, verified) in _verified)
        {
            if (verified)
                continue;
            _verified.Remove(package);
            throw new NotSupportedException("not verified: " + package);
        }
    }
}
