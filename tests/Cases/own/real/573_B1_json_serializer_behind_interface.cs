// source: structure of applications with an own ISerializer
// class: B1
// note: the interface has one implementation
using System.Collections.Generic;
using System.Text.Json;

namespace Corpus.Own.R573;

public interface ISerializer
{
    string Write<T>(T value);
    T? Read<T>(string text);
}

public sealed class TextJson : ISerializer
{
    public string Write<T>(T value) => JsonSerializer.Serialize(value);
    public T? Read<T>(string text) => JsonSerializer.Deserialize<T>(text);
}

public sealed class EventEnricher(ISerializer serializer)
{
    public Dictionary<string, object> Enrich(OrderPlaced placed, string user)
    {
        var values = serializer.Read<Dictionary<string, object>>(serializer.Write(placed))!; // BUG: B1
        values["user"] = user;
        return values;
    }

    public Dictionary<string, object> EnrichFixed(OrderPlaced placed, string user) => new(2) { ["OrderId"] = placed.OrderId, ["user"] = user };
}

public sealed record OrderPlaced(int OrderId);
