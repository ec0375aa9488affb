// source: own, after the description: an iterator walks the field; its consumer in another class mutates while it pulls
// class: A1
using System.Collections.Generic;
using System.Linq;

namespace Corpus.Own.R134;

public sealed class EntityWorld
{
    private readonly Dictionary<int, string> _entities = new();

    public int Create(string kind)
    {
        var id = _entities.Count + 1;
        _entities.Add(id, kind);
        return id;
    }

    public IEnumerable<int> OfKind(string kind)
    {
        foreach (var (id, k) in _entities) // MAY: A1
        {
            if (k == kind)
                yield return id;
        }
    }
}

public static class SpawnSystem
{
    public static void Run(EntityWorld world)
    {
        foreach (var _ in world.OfKind("spawner")) // MAY: A1
            world.Create("monster"); // BUG: A1
    }

    public static void RunFixed(EntityWorld world)
    {
        foreach (var _ in world.OfKind("spawner").ToList())
            world.Create("monster");
    }
}
