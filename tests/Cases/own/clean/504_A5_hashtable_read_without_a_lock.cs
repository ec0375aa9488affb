// source: structure of a type cache of .NET Framework days (Hashtable allows readers beside one writer)
// class: A5
using System;
using System.Collections;

namespace Corpus.Own.C504;

public static class AccessorCache
{
    private static readonly Hashtable Accessors = new();

    public static object Get(Type type)
    {
        var found = Accessors[type];
        if (found != null)
            return found;
        lock (Accessors.SyncRoot)
        {
            found = Accessors[type];
            if (found == null)
            {
                found = new object();
                Accessors[type] = found;
            }

            return found;
        }
    }
}
