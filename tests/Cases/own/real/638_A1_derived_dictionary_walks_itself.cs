// source: structure of registries that derive from a dictionary
// class: A1
// note: the type is the dictionary; foreach over this, a virtual hook removes by base; Sorted keeps failure on net10
using System.Collections.Generic;
using System.Linq;

namespace Corpus.Own.R638;

public class Slots : SortedDictionary<int, string>
{
    public void Purge()
    {
        foreach (var slot in this) // MAY: A1
            OnPurge(slot.Key, slot.Value); // BUG: A1
    }

    public void PurgeFixed()
    {
        foreach (var slot in this.ToArray())
            OnPurge(slot.Key, slot.Value);
    }

    protected virtual void OnPurge(int key, string value)
    {
        if (value.Length == 0)
            base.Remove(key);
    }
}
