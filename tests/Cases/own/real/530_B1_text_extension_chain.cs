// source: CodeEndeavors.Distributed.Cache.Client (ConversionExtensions.ToDictionary), shape of ToJson(..).ToObject<..>()
// class: B1
// note: writer and reader are extension methods of another class, the writer answers null where it fails
using System;
using System.Collections.Generic;
using System.Text.Json;

namespace Corpus.Own.R530;

public static class TextExtensions
{
    public static string? ToText(this object value)
    {
        try
        {
            return JsonSerializer.Serialize(value);
        }
        catch (NotSupportedException)
        {
            return null;
        }
    }

    public static T? FromText<T>(this string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return default;
        }

        return JsonSerializer.Deserialize<T>(text);
    }
}

public sealed class Listener
{
    public string Name { get; set; } = "";

    public int Port { get; set; }
}

public sealed class CacheEvents
{
    private readonly List<Dictionary<string, object>> sent = new();

    public void Raise(Listener listener)
    {
        var values = listener.ToText().FromText<Dictionary<string, object>>(); // BUG: B1
        if (values is not null)
        {
            sent.Add(values);
        }
    }

    public void RaiseFixed(Listener listener) =>
        sent.Add(new Dictionary<string, object>(2) { ["Name"] = listener.Name, ["Port"] = listener.Port });
}
