// source: own, after the description: `??=` on the indexer of slots that were registered empty
// class: A3
using System.Collections.Concurrent;
using System.Collections.Generic;

namespace Corpus.Own.R328;

public sealed class Slot
{
    public ConcurrentQueue<string> Jobs { get; } = new();
}

public sealed class SlotTable
{
    private readonly ConcurrentDictionary<int, Slot?> _slots = new();

    public SlotTable(IEnumerable<int> numbers)
    {
        foreach (var number in numbers)
            _slots.TryAdd(number, null);
    }

    public Slot Open(int number)
    {
        return _slots[number] ??= new Slot(); // BUG: A3
    }

    public Slot OpenFixed(int number)
    {
        var fresh = new Slot();
        return _slots.TryUpdate(number, fresh, null) ? fresh : _slots[number]!;
    }
}
