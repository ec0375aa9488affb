// source: structure of extension methods on object (ToJson, FromJson, ConvertTo)
// class: B1
using System.Collections.Generic;
using System.Text.Json;

namespace Corpus.Own.R556;

public static class JsonExtensions
{
    public static string ToJson(this object value) => JsonSerializer.Serialize(value);

    public static T? FromJson<T>(this string json) => JsonSerializer.Deserialize<T>(json);

    public static T? ConvertTo<T>(this object value) => value.ToJson().FromJson<T>(); // MAY: B1
}

public sealed class RuleEngine
{
    public bool Matches(object model, string field, string expected)
    {
        var values = model.ConvertTo<Dictionary<string, object>>(); // BUG: B1
        return values is not null && values.TryGetValue(field, out var found) && found?.ToString() == expected;
    }

    public bool MatchesFixed(IReadOnlyDictionary<string, object> values, string field, string expected) =>
        values.TryGetValue(field, out var found) && found?.ToString() == expected;
}
