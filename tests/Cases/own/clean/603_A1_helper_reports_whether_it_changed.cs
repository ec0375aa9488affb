// source: idiom: the loop is left when the helper says that it changed the table
// class: A1
using System.Collections.Generic;

namespace Corpus.Own.C603;

public sealed class Slots
{
    private readonly SortedDictionary<int, string> _slots = new();

    private bool TryEvict(int slot)
    {
        if (_slots[slot].Length > 0)
            return false;
        _slots.Remove(slot);
        return true;
    }

    public bool EvictOne()
    {
        foreach (var slot in _slots.Keys)
        {
            if (TryEvict(slot))
                return true;
        }

        return false;
    }

    public void EvictFirst()
    {
        foreach (var slot in _slots.Keys)
        {
            if (!TryEvict(slot))
                continue;
            break;
        }
    }
}
