// source: structure seen in dependency closures of build tools
// class: A1
using System.Collections.Generic;
using System.Linq;

namespace Corpus.Own.R610;

public sealed class ProjectGraph
{
    private readonly Dictionary<string, string[]> _references = new();

    public HashSet<string> Closure(string root)
    {
        var reachable = new HashSet<string> { root };
        int before;
        do
        {
            before = reachable.Count;
            reachable.UnionWith(reachable.SelectMany(p => _references[p])); // BUG: A1
        }
        while (reachable.Count != before);
        return reachable;
    }

    public HashSet<string> ClosureFixed(string root)
    {
        var reachable = new HashSet<string> { root };
        int before;
        do
        {
            before = reachable.Count;
            reachable.UnionWith(reachable.SelectMany(p => _references[p]).ToArray());
        }
        while (reachable.Count != before);
        return reachable;
    }
}
