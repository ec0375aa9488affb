// source: own, after the description: a goto to the end of the body and a continue both lead to another step
// class: A1
using System.Collections.Generic;
using System.Linq;

namespace Corpus.Own.R131;

public static class MacroTable
{
    public static int Expand(Dictionary<string, string> macros)
    {
        var visited = 0;
        foreach (var (name, body) in macros) // MAY: A1
        {
            if (body.Length == 0)
                continue;
            if (body[0] == '@')
            {
                macros.Add(name + "!", body.Substring(1)); // BUG: A1
                goto next;
            }

            if (body[0] == '#')
                return -1;
            next:
            visited++;
        }

        return visited;
    }

    public static int ExpandFixed(Dictionary<string, string> macros)
    {
        var visited = 0;
        foreach (var (name, body) in macros.ToArray())
        {
            if (body.Length == 0)
                continue;
            if (body[0] == '@')
            {
                macros.Add(name + "!", body.Substring(1));
                goto next;
            }

            if (body[0] == '#')
                return -1;
            next:
            visited++;
        }

        return visited;
    }
}
