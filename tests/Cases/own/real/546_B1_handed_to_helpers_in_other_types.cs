// source: structure of telemetry enrichers
// class: B1
// note: listing, reading and inserting stand in three types
using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;

namespace Corpus.Own.R546;

internal static class Metadata
{
    public static IEnumerable<PropertyInfo> ReadableOf(Type type) => type.GetRuntimeProperties().Where(property => property.CanRead);

    public static object? Read(MemberInfo member, object source) => member switch
    {
        PropertyInfo property => property.GetValue(source),
        FieldInfo field => field.GetValue(source),
        _ => null,
    };
}

internal static class Tags
{
    public static void Put<TValue>(this IDictionary<string, TValue> tags, string name, TValue value)
    {
        if (value is not null)
        {
            tags[name] = value;
        }
    }
}

public sealed class Enricher
{
    public void Enrich(object payload, IDictionary<string, object?> tags) =>
        Metadata.ReadableOf(payload.GetType()).ToList() // MAY: B1
            .ForEach(member => tags.Put(member.Name, Metadata.Read(member, payload))); // BUG: B1
}
