// source: dotnet runtime (Hashtable: readers without, writers under the lock, as documented)
// class: A2
using System;
using System.Collections;

namespace Corpus.Own.C913;

public static class Descriptors
{
    private static readonly Hashtable Table = new();
    private static readonly object Gate = new();

    public static object Get(Type type)
    {
        var found = Table[type];
        if (found == null)
        {
            lock (Gate)
            {
                found = Table[type];
                if (found == null)
                    Table[type] = found = new object();
            }
        }

        return found;
    }

    public static bool Knows(Type type) => Table.ContainsKey(type);
}
