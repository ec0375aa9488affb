// source: own, after the description: virtual call with several overrides, two of them reach the map through the argument `this`
// class: A1
using System.Collections.Generic;
using System.Linq;

namespace Corpus.Own.R103;

public sealed class Arena
{
    private readonly Dictionary<int, Effect> _effects = new();
    private int _next;

    public int Spawn(Effect effect)
    {
        effect.Id = ++_next;
        _effects.Add(effect.Id, effect);
        return effect.Id;
    }

    public void End(int id) => _effects.Remove(id);

    public void Tick()
    {
        foreach (var effect in _effects.Values) // MAY: A1
            effect.Apply(this); // BUG: A1
    }

    public void TickFixed()
    {
        foreach (var effect in _effects.Values.ToArray())
            effect.Apply(this);
    }
}

public abstract class Effect
{
    public int Id { get; set; }
    public abstract void Apply(Arena arena);
}

public sealed class Glow : Effect
{
    public int Frames { get; private set; }
    public override void Apply(Arena arena) => Frames++;
}

public sealed class Spark : Effect
{
    public override void Apply(Arena arena) => arena.End(Id);
}

public sealed class Bomb : Effect
{
    private int _fuse = 1;

    public override void Apply(Arena arena)
    {
        if (_fuse-- > 0)
            arena.Spawn(new Spark());
    }
}
