// source: thelinuxlich/artemis_CSharp issue #63
// class: A1
// note: hard: the loop stands in a base class; one override reaches the same system again through the world; the actives are added
using System.Collections.Generic;
using System.Linq;

namespace Corpus.Own.R606;

public sealed class World
{
    private readonly List<EntitySystem> _systems = new();
    private int _next;

    public void Register(EntitySystem system)
    {
        system.World = this;
        _systems.Add(system);
    }

    public int CreateEntity()
    {
        var id = ++_next;
        Refresh(id);
        return id;
    }

    private void Refresh(int id)
    {
        foreach (var system in _systems)
            system.OnChanged(id);
    }
}

public abstract class EntitySystem
{
    private readonly SortedDictionary<int, int> _actives = new();

    public World World { get; set; } = null!;

    public void OnChanged(int id) => _actives[id] = 0;

    public void Process()
    {
        foreach (var id in _actives.Keys) // MAY: A1
            Process(id); // BUG: A1
    }

    public void ProcessFixed()
    {
        foreach (var id in _actives.Keys.ToArray())
            Process(id);
    }

    protected abstract void Process(int id);
}

public sealed class MovementSystem : EntitySystem
{
    public int Moved { get; private set; }

    protected override void Process(int id) => Moved++;
}

public sealed class SpawnSystem : EntitySystem
{
    protected override void Process(int id)
    {
        if (id % 8 == 0)
            World.CreateEntity();
    }
}
