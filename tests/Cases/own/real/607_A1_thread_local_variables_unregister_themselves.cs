// source: Azure/DotNetty issue #523
// class: A1
// note: the set hangs on a map that is passed along; each abstract variable takes itself out of it; Sorted keeps failure on net10
using System.Collections.Generic;
using System.Linq;

namespace Corpus.Own.R607;

public sealed class SlotMap
{
    public SortedSet<FastLocal> ToRemove { get; } = new(Comparer<FastLocal>.Create((a, b) => a.Index.CompareTo(b.Index)));

    public object?[] Slots { get; } = new object?[32];
}

public abstract class FastLocal(int index)
{
    public int Index => index;

    public static void RemoveAll(SlotMap map)
    {
        foreach (var variable in map.ToRemove) // MAY: A1
            variable.Remove(map); // BUG: A1
    }

    public static void RemoveAllFixed(SlotMap map)
    {
        foreach (var variable in map.ToRemove.ToArray())
            variable.Remove(map);
    }

    protected static void RemoveFrom(SlotMap map, FastLocal variable) => map.ToRemove.Remove(variable);

    public abstract void Remove(SlotMap map);
}

public sealed class FastLocal<T>(int index) : FastLocal(index) where T : class
{
    public T? Get(SlotMap map) => map.Slots[Index] as T;

    public override void Remove(SlotMap map)
    {
        var old = map.Slots[Index];
        map.Slots[Index] = null;
        RemoveFrom(map, this);
        if (old is System.IDisposable disposable)
            disposable.Dispose();
    }
}
