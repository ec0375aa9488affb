// source: own, after the description: HashSet.Add of a new element inside the loop over the set
// class: A1
using System.Collections.Generic;

namespace Corpus.Own.R136;

public static class ReferenceClosure
{
    public static void Expand(HashSet<string> reached, IReadOnlyDictionary<string, string[]> uses)
    {
        foreach (var module in reached) // MAY: A1
        {
            if (!uses.TryGetValue(module, out var targets))
                continue;
            foreach (var target in targets)
                reached.Add(target); // BUG: A1
        }
    }

    public static void ExpandFixed(HashSet<string> reached, IReadOnlyDictionary<string, string[]> uses)
    {
        var work = new Queue<string>(reached);
        while (work.TryDequeue(out var module))
        {
            if (!uses.TryGetValue(module, out var targets))
                continue;
            foreach (var target in targets)
            {
                if (reached.Add(target))
                    work.Enqueue(target);
            }
        }
    }
}
