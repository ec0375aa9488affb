// source: own, after the description: a local function that adds is called from the loop
// class: A1
using System.Collections.Generic;
using System.Linq;

namespace Corpus.Own.R126;

public static class StringTable
{
    public static int Compact(Dictionary<string, int> table)
    {
        var next = table.Count;
        foreach (var text in table.Keys) // MAY: A1
        {
            if (text.Contains('.'))
                Intern(text.Substring(0, text.IndexOf('.'))); // BUG: A1
        }

        return next;

        void Intern(string part)
        {
            if (!table.ContainsKey(part))
                table.Add(part, next++);
        }
    }

    public static int CompactFixed(Dictionary<string, int> table)
    {
        var next = table.Count;
        foreach (var text in table.Keys.ToList())
        {
            if (text.Contains('.'))
                Intern(text.Substring(0, text.IndexOf('.')));
        }

        return next;

        void Intern(string part)
        {
            if (!table.ContainsKey(part))
                table.Add(part, next++);
        }
    }
}
