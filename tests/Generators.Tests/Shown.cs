using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace DictionaryAnalyzers.Generators.Tests;

/// <summary>Values as text that tells a dictionary, a list, a string and a number apart: <c>{Id: 1, Name: "a", Lines: [2]}</c>.</summary>
internal static class Shown
{
    public static string Of(object? value) => value switch
    {
        null => "null",
        string text => $"\"{text}\"",
        IDictionary map => $"{{{string.Join(", ", map.Keys.Cast<object>().Select(key => $"{key}: {Of(map[key])}"))}}}",
        IEnumerable<KeyValuePair<string, object?>> pairs => $"{{{string.Join(", ", pairs.Select(pair => $"{pair.Key}: {Of(pair.Value)}"))}}}",
        IEnumerable list => $"[{string.Join(", ", list.Cast<object?>().Select(Of))}]",
        Exception exception => $"{exception.GetType().Name}: {exception.Message}",
        IFormattable formattable when value.GetType().IsEnum is false => formattable.ToString(null, CultureInfo.InvariantCulture),
        Enum => $"{value.GetType().Name}.{value}",
        _ => value.ToString() ?? "",
    };
}
