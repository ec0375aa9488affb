// source: own, after the description: a child removes itself from a plain Dictionary, which is legal on this framework
// class: A1
using System.Collections.Generic;

namespace Corpus.Own.C214;

public sealed class ActorSystem
{
    private readonly Dictionary<string, Actor> _actors = new();

    public Actor Start(string name)
    {
        var actor = new Actor(name, this);
        _actors.Add(name, actor);
        return actor;
    }

    internal void Detach(Actor actor) => _actors.Remove(actor.Name);

    public void Terminate()
    {
        foreach (var actor in _actors.Values)
            actor.Stop();
    }
}

public sealed class Actor
{
    private readonly ActorSystem _system;

    internal Actor(string name, ActorSystem system)
    {
        Name = name;
        _system = system;
    }

    public string Name { get; }

    public void Stop() => _system.Detach(this);
}
