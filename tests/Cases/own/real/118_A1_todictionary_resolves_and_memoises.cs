// source: own, after the description: the value lambda of ToDictionary calls a resolver that memoises into the source
// class: A1
using System;
using System.Collections.Generic;
using System.Linq;

namespace Corpus.Own.R118;

public sealed class AliasTable
{
    private readonly Dictionary<string, string> _aliases = new(StringComparer.Ordinal);

    public void Define(string alias, string target) => _aliases[alias] = target;

    private string Resolve(string name)
    {
        if (!_aliases.TryGetValue(name, out var target))
        {
            _aliases[name] = name;
            return name;
        }

        return target == name ? name : Resolve(target);
    }

    public Dictionary<string, string> Flatten()
    {
        return _aliases.ToDictionary( // MAY: A1
            a => a.Key,
            a => Resolve(a.Value)); // BUG: A1
    }

    public Dictionary<string, string> FlattenFixed()
    {
        return _aliases.ToArray().ToDictionary(
            a => a.Key,
            a => Resolve(a.Value));
    }
}
