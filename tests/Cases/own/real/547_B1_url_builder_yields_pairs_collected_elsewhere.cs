// source: tmenier/Flurl CommonExtensions.ToKeyValuePairs
// class: B1
using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;

namespace Corpus.Own.R547;

public sealed class UrlBuilder(string root)
{
    private readonly Dictionary<string, object?> _query = new(StringComparer.OrdinalIgnoreCase);

    public UrlBuilder SetQuery(object values)
    {
        foreach (var (name, value) in PairsOf(values))
            _query[name] = value;
        return this;
    }

    public UrlBuilder SetQueryFixed(IReadOnlyDictionary<string, object?> values)
    {
        foreach (var (name, value) in values)
            _query[name] = value;
        return this;
    }

    private static IEnumerable<(string Key, object? Value)> PairsOf(object source) => source switch
    {
        string text => text.Split('&').Select(p => p.Split('=', 2)).Select(p => (p[0], (object?)p[1])),
        IDictionary map => map.Keys.Cast<object>().Select(k => (k.ToString()!, map[k])),
        _ => FromMembers(source),
    };

    private static IEnumerable<(string, object?)> FromMembers(object source) =>
        from property in source.GetType().GetProperties() // MAY: B1
        let getter = property.GetGetMethod(false)
        where getter is not null
        select (property.Name, getter.Invoke(source, null)); // BUG: B1

    public override string ToString() => root + "?" + string.Join("&", _query.Select(p => $"{p.Key}={p.Value}"));
}
