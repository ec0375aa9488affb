// source: own, after the description: loop calls a virtual method, its base implementation raises an event that the owner itself handles
// class: A1
using System;
using System.Collections.Generic;
using System.Linq;

namespace Corpus.Own.R161;

public class Tower
{
    public event Action<Tower>? Destroyed;

    public int Health { get; private set; } = 10;

    public string Cell { get; init; } = "";

    public virtual void Hit(int damage)
    {
        Health -= damage;
        if (Health <= 0)
            Destroyed?.Invoke(this);
    }
}

public sealed class ArmoredTower : Tower
{
    public override void Hit(int damage) => base.Hit(damage / 2);
}

public sealed class Battlefield
{
    private readonly SortedDictionary<string, Tower> _towers = new(StringComparer.Ordinal);

    public void Build(Tower tower)
    {
        tower.Destroyed += Collapse;
        _towers.Add(tower.Cell, tower);
    }

    private void Collapse(Tower tower)
    {
        tower.Destroyed -= Collapse;
        _towers.Remove(tower.Cell);
    }

    public void Bombard(int damage)
    {
        foreach (var tower in _towers.Values) // MAY: A1
            tower.Hit(damage); // BUG: A1
    }

    public void BombardFixed(int damage)
    {
        foreach (var tower in _towers.Values.ToArray())
            tower.Hit(damage);
    }
}
