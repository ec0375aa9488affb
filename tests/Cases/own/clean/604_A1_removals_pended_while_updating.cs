// source: idiom of game loops: structural changes wait while the table is being walked
// class: A1
using System.Collections.Generic;

namespace Corpus.Own.C604;

public interface IActor
{
    void Update(Stage stage);
}

public sealed class Stage
{
    private readonly SortedDictionary<int, IActor> _actors = new();
    private readonly List<int> _removed = new();
    private readonly List<(int, IActor)> _added = new();
    private bool _updating;

    public void Add(int id, IActor actor)
    {
        if (_updating)
            _added.Add((id, actor));
        else
            _actors.Add(id, actor);
    }

    public void Remove(int id)
    {
        if (_updating)
        {
            _removed.Add(id);
            return;
        }

        _actors.Remove(id);
    }

    public void Update()
    {
        _updating = true;
        try
        {
            foreach (var actor in _actors.Values)
                actor.Update(this);
        }
        finally
        {
            _updating = false;
        }

        foreach (var id in _removed)
            _actors.Remove(id);
        _removed.Clear();
        foreach (var (id, actor) in _added)
            _actors.Add(id, actor);
        _added.Clear();
    }
}

public sealed class Rocket(int id) : IActor
{
    private int _fuel = 3;

    public void Update(Stage stage)
    {
        if (--_fuel == 0)
        {
            stage.Remove(id);
            stage.Add(id + 1000, new Rocket(id + 1000));
        }
    }
}
