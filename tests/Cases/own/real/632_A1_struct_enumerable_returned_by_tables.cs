// source: structure of ECS queries (a struct that hands out the enumerator of the table)
// class: A1
// note: own struct enumerable with a GetEnumerator of the field it was given; Sorted keeps failure on net10
using System.Collections.Generic;
using System.Linq;

namespace Corpus.Own.R632;

public readonly struct Query(SortedDictionary<int, float> health)
{
    private readonly SortedDictionary<int, float> _health = health;

    public SortedDictionary<int, float>.Enumerator GetEnumerator() => _health.GetEnumerator();
}

public sealed class Arena
{
    private readonly SortedDictionary<int, float> _health = new();

    public Query All() => new(_health);

    public void Spawn(int id) => _health[id] = 1f;

    private void Despawn(int id) => _health.Remove(id);

    public void Tick()
    {
        foreach (var (id, health) in All()) // MAY: A1
        {
            if (health <= 0)
                Despawn(id); // BUG: A1
        }
    }

    public void TickFixed()
    {
        foreach (var (id, health) in _health.ToArray())
        {
            if (health <= 0)
                Despawn(id);
        }
    }
}
