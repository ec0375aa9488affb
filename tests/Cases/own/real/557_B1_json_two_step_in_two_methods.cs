// source: structure of view components that keep the text in a local helper
// class: B1
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;

namespace Corpus.Own.R557;

public sealed class TagHelperRenderer
{
    public string Render(object attributes)
    {
        var json = Describe(attributes);
        var pairs = Parse(json); // BUG: B1
        return string.Concat(pairs.Select(p => $" {p.Key}=\"{p.Value}\""));
    }

    private static string Describe(object attributes) => JsonSerializer.Serialize(attributes);

    private static IDictionary<string, object?> Parse(string json) =>
        JsonSerializer.Deserialize<Dictionary<string, object?>>(json)!; // MAY: B1

    public string RenderFixed(IDictionary<string, object?> attributes) => string.Concat(attributes.Select(p => $" {p.Key}=\"{p.Value}\""));
}
