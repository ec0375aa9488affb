// source: structure of table exports that keep headers and cells apart
// class: B1
using System.Collections.Generic;
using System.Linq;

namespace Corpus.Own.R549;

public sealed class RowExporter
{
    public IReadOnlyDictionary<string, object?> Row<T>(T item) where T : notnull
    {
        var properties = typeof(T).GetProperties(); // MAY: B1
        var headers = properties.Select(p => p.Name);
        var cells = properties.Select(p => p.GetValue(item)); // BUG: B1
        return headers.Zip(cells, (header, cell) => new KeyValuePair<string, object?>(header, cell)).ToDictionary(p => p.Key, p => p.Value);
    }

    public IReadOnlyDictionary<string, object?> RowFixed(Shipment item) => new Dictionary<string, object?>(2)
    {
        ["Id"] = item.Id,
        ["Weight"] = item.Weight,
    };
}

public sealed record Shipment(int Id, decimal Weight);
