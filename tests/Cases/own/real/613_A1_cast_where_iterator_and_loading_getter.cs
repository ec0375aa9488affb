// source: Drake53/War3Api issue #18
// class: A1
// note: a generic iterator extension walks the dictionary; a property of the element loads a missing object into it
using System.Collections.Generic;
using System.Linq;

namespace Corpus.Own.R613;

internal static class DictionaryExtensions
{
    public static IEnumerable<TResult> CastWhere<TKey, TValue, TResult>(this Dictionary<TKey, TValue> source)
        where TKey : notnull
        where TResult : TValue
    {
        foreach (var pair in source)
        {
            if (pair.Value is TResult result)
                yield return result;
        }
    }
}

public abstract class GameObject;

public sealed class Ability(int id) : GameObject
{
    public int Id => id;
}

public sealed class Unit(ObjectDatabase database, int abilityId) : GameObject
{
    public Ability Ability => database.GetAbility(abilityId);
}

public sealed class ObjectDatabase
{
    private readonly Dictionary<int, GameObject> _objects = new();

    public void AddUnit(int id, int ability) => _objects.Add(id, new Unit(this, ability));

    public Ability GetAbility(int id)
    {
        if (!_objects.TryGetValue(id, out var found))
            _objects.Add(id, found = new Ability(id));
        return (Ability)found;
    }

    public int Check()
    {
        var total = 0;
        foreach (var unit in _objects.CastWhere<int, GameObject, Unit>()) // MAY: A1
            total += unit.Ability.Id; // BUG: A1
        return total;
    }

    public int CheckFixed()
    {
        var total = 0;
        foreach (var unit in _objects.CastWhere<int, GameObject, Unit>().ToArray())
            total += unit.Ability.Id;
        return total;
    }
}
