// source: structure of checks on serialized events
// class: B1
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;

namespace Corpus.Own.C552;

public sealed class EventInspector
{
    private readonly Dictionary<string, int> _seen = [];

    public void Inspect(object message)
    {
        var element = JsonSerializer.SerializeToElement(message);
        foreach (var member in element.EnumerateObject())
            _seen[member.Name] = _seen.GetValueOrDefault(member.Name) + 1;
    }

    public Dictionary<string, int> Sizes(object message) =>
        JsonSerializer.SerializeToElement(message).EnumerateObject().ToDictionary(m => m.Name, m => m.Value.GetRawText().Length);
}
