// source: structure of merge patches
// class: B1
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Corpus.Own.C547;

public sealed class PatchBuilder
{
    public JsonObject Diff(object before, object after)
    {
        var left = JsonSerializer.SerializeToNode(before)!.AsObject();
        var right = JsonSerializer.SerializeToNode(after)!.AsObject();
        var patch = new JsonObject();
        foreach (var (name, value) in right)
            if (!JsonNode.DeepEquals(left[name], value))
                patch[name] = value?.DeepClone();
        return patch;
    }

    public int Size(object value) => JsonSerializer.SerializeToElement(value).EnumerateObject().Count();

    public Dictionary<string, int> Kinds(object value) =>
        JsonSerializer.SerializeToElement(value).EnumerateObject().GroupBy(p => p.Value.ValueKind).ToDictionary(g => g.Key.ToString(), g => g.Count());
}
