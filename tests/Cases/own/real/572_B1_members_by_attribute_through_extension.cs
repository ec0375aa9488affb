// source: structure of extension methods that list (attribute, value) pairs
// class: B1
using System;
using System.Collections.Generic;
using System.Reflection;

namespace Corpus.Own.R572;

[AttributeUsage(AttributeTargets.Property)] public sealed class ArgumentAttribute(string flag) : Attribute { public string Flag { get; } = flag; }

public static class AttributedMembers
{
    public static IEnumerable<(TAttribute Attribute, object? Value)> ValuesWith<TAttribute>(this object source) where TAttribute : Attribute
    {
        foreach (var property in source.GetType().GetProperties()) // MAY: B1
            if (property.GetCustomAttribute<TAttribute>() is { } attribute)
                yield return (attribute, property.GetValue(source)); // BUG: B1
    }
}

public sealed class ProcessArguments
{
    public Dictionary<string, object?> Of(object options)
    {
        var arguments = new Dictionary<string, object?>();
        foreach (var (attribute, value) in options.ValuesWith<ArgumentAttribute>())
            arguments[attribute.Flag] = value;
        return arguments;
    }

    public Dictionary<string, object?> OfFixed(BuildOptions options) => new() { ["-c"] = options.Configuration };
}

public sealed class BuildOptions { [Argument("-c")] public string Configuration { get; set; } = "Debug"; }
