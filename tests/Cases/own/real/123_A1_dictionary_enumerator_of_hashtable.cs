// source: own, after the description: IDictionaryEnumerator of a Hashtable, removal through a helper of the same class
// class: A1
using System;
using System.Collections;

namespace Corpus.Own.R123;

public sealed class LegacySessionTable
{
    private readonly Hashtable _sessions = new();

    public void Open(string id, DateTime seen) => _sessions[id] = seen;

    private void Kill(object id) => _sessions.Remove(id);

    public void Reap(DateTime limit)
    {
        IDictionaryEnumerator e = _sessions.GetEnumerator(); // MAY: A1
        while (e.MoveNext()) // MAY: A1
        {
            if ((DateTime)e.Value! < limit)
                Kill(e.Key); // BUG: A1
        }
    }

    public void ReapFixed(DateTime limit)
    {
        foreach (var id in new ArrayList(_sessions.Keys))
        {
            if ((DateTime)_sessions[id!]! < limit)
                Kill(id!);
        }
    }
}
