// source: own, after the description: the list is complete before it is published, and only read afterwards
// class: A4
using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;

namespace Corpus.Own.C451;

public sealed class Menus
{
    private readonly ConcurrentDictionary<string, List<string>> _menus = new(StringComparer.OrdinalIgnoreCase);

    public IReadOnlyList<string> Of(string language) => _menus.GetOrAdd(language, static key =>
    {
        var items = new List<string> { key };
        items.Add("file");
        items.Add("edit");
        return items;
    });

    public bool Has(string language, string item) => _menus.TryGetValue(language, out var items) && items.Any(known => known == item);
}
