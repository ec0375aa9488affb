// source: structure of sorting by column name
// class: B1
using System;
using System.Collections.Generic;
using System.Linq;

namespace Corpus.Own.C546;

public sealed class Sorter<T>
{
    private readonly Dictionary<string, Func<T, object?>> _getters = new(StringComparer.OrdinalIgnoreCase);

    public Sorter()
    {
        foreach (var property in typeof(T).GetProperties())
        {
            var getter = property.GetMethod!.IsStatic ? null : property;
            if (getter is not null)
                _getters[property.Name] = item => getter.GetValue(item);
        }
    }

    public IEnumerable<T> Sort(IEnumerable<T> items, string column) =>
        _getters.TryGetValue(column, out var getter) ? items.OrderBy(getter) : items;
}
