// source: structure of conversions that test the node first
// class: B1
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Corpus.Own.R567;

public static class NodeMaps
{
    public static IDictionary<string, object?>? ToMap<T>(T value)
    {
        var node = JsonSerializer.SerializeToNode(value);
        if (node is not JsonObject members)
            return null;
        return members.ToDictionary(m => m.Key, m => (object?)m.Value?.ToString()); // BUG: B1
    }

    public static IDictionary<string, object?> ToMapFixed(Track value) => new Dictionary<string, object?> { ["Artist"] = value.Artist };
}

public sealed record Track(string Artist);
