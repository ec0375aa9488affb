// source: structure of conversions with named selectors
// class: B1
using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;

namespace Corpus.Own.R563;

public sealed class MetadataBuilder
{
    public IReadOnlyDictionary<string, object?> Build(object source)
    {
        return source.GetType().GetProperties().ToDictionary(KeyOf, ValueOf); // MAY: B1

        static string KeyOf(PropertyInfo property) => property.Name.ToLowerInvariant();

        object? ValueOf(PropertyInfo property) => property.GetValue(source); // BUG: B1
    }

    public IReadOnlyDictionary<string, object?> BuildFixed(Clip source) => new Dictionary<string, object?> { ["length"] = source.Length };
}

public sealed record Clip(TimeSpan Length);
