// source: structure of configuration sources that flatten an options object by way of JSON
// class: B1
using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text.Json;

namespace Corpus.Own.R568;

public sealed class FlatSettings
{
    public Dictionary<string, string?> Flatten(object options)
    {
        var data = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        Visit("", JsonSerializer.SerializeToElement(options), data); // BUG: B1
        return data;
    }

    private static void Visit(string path, JsonElement element, Dictionary<string, string?> data)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var member in element.EnumerateObject()) // MAY: B1
                    Visit(path.Length == 0 ? member.Name : path + ":" + member.Name, member.Value, data);
                break;
            case JsonValueKind.Array:
                var index = 0;
                foreach (var item in element.EnumerateArray())
                    Visit(path + ":" + index++, item, data);
                break;
            default:
                data[path] = element.ToString(); // MAY: B1
                break;
        }
    }

    public Dictionary<string, string?> FlattenFixed(Limits options) => new() { ["Max"] = options.Max.ToString(CultureInfo.InvariantCulture) };
}

public sealed record Limits(int Max);
