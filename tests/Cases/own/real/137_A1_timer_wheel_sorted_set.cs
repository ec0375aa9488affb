// source: own, after the description: SortedSet enumerated, a method of an other class takes the element out and puts it back
// class: A1
using System.Collections.Generic;
using System.Linq;

namespace Corpus.Own.R137;

public sealed class Wheel
{
    internal SortedSet<(long Due, int Id)> Slots { get; } = new();

    public void Arm(int id, long due) => Slots.Add((due, id));

    internal void Move((long Due, int Id) slot, long due)
    {
        Slots.Remove(slot);
        Arm(slot.Id, due);
    }
}

public sealed class WheelDriver
{
    private readonly Wheel _wheel;

    public WheelDriver(Wheel wheel) => _wheel = wheel;

    public void Postpone(long now, long by)
    {
        foreach (var slot in _wheel.Slots) // MAY: A1
        {
            if (slot.Due <= now)
                _wheel.Move(slot, now + by); // BUG: A1
        }
    }

    public void PostponeFixed(long now, long by)
    {
        foreach (var slot in _wheel.Slots.ToArray())
        {
            if (slot.Due <= now)
                _wheel.Move(slot, now + by);
        }
    }
}
