// source: structure of own bags with an indexer
// class: B1
using System;
using System.Collections.Generic;

namespace Corpus.Own.R564;

public sealed class Bag
{
    private readonly Dictionary<string, object?> _items = new(StringComparer.OrdinalIgnoreCase);

    public object? this[string name]
    {
        get => _items.TryGetValue(name, out var value) ? value : null;
        set => _items[name] = value;
    }
}

public sealed class PageModelBinder
{
    public Bag Bind(object model)
    {
        var bag = new Bag();
        foreach (var property in model.GetType().GetProperties()) // MAY: B1
            bag[property.Name] = property.GetValue(model); // BUG: B1
        return bag;
    }

    public Bag BindFixed(Profile model)
    {
        var bag = new Bag();
        bag[nameof(Profile.Email)] = model.Email;
        return bag;
    }
}

public sealed record Profile(string Email);
