// source: own, after the description: the synchronized wrapper of a Hashtable, and a synchronized method
// class: A2
using System.Collections;
using System.Collections.Generic;
using System.Runtime.CompilerServices;

namespace Corpus.Own.C459;

public static class Legacy
{
    private static readonly Hashtable Names = Hashtable.Synchronized(new Hashtable());
    private static readonly Dictionary<string, int> Ids = new();

    public static void Name(int id, string name) => Names[id] = name;

    [MethodImpl(MethodImplOptions.Synchronized)]
    public static int IdOf(string name)
    {
        if (!Ids.TryGetValue(name, out var id))
            Ids[name] = id = Ids.Count;
        return id;
    }
}
