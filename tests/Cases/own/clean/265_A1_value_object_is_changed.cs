// source: own, after the description: the value object changes, the sorted dictionary does not
// class: A1
using System.Collections.Generic;

namespace Corpus.Own.C265;

public sealed class Inventory
{
    public sealed class Line
    {
        public int Count { get; set; }
        public Dictionary<string, string> Notes { get; } = new();
    }

    private readonly SortedDictionary<string, Line> _lines = new();

    public Line this[string sku] => _lines.TryGetValue(sku, out var line) ? line : _lines[sku] = new Line();

    public void Recount()
    {
        foreach (var pair in _lines)
        {
            pair.Value.Count++;
            pair.Value.Notes["recounted"] = "yes";
            pair.Value.Notes.Remove("stale");
        }
    }
}
