// source: structure of object comparers, copiers, option binders and table writers
// class: B1
using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Text;

namespace Corpus.Own.C541;

public static class Objects
{
    public static void Copy(object from, object to)
    {
        foreach (var property in from.GetType().GetProperties())
        {
            property.SetValue(to, property.GetValue(from));
        }
    }

    public static void Fill(object target, IReadOnlyDictionary<string, object> values)
    {
        foreach (var property in target.GetType().GetProperties())
        {
            if (values.TryGetValue(property.Name, out var value))
            {
                property.SetValue(target, value);
            }
        }
    }

    public static Dictionary<string, (object? Before, object? After)> Changes(object before, object after)
    {
        var changes = new Dictionary<string, (object?, object?)>();
        foreach (var property in before.GetType().GetProperties())
        {
            var (old, now) = (property.GetValue(before), property.GetValue(after));
            if (!Equals(old, now))
            {
                changes[property.Name] = (old, now);
            }
        }

        return changes;
    }

    public static string Describe(object source)
    {
        var text = new StringBuilder();
        foreach (var property in source.GetType().GetProperties())
        {
            text.Append(property.Name).Append('=').Append(property.GetValue(source)).AppendLine();
        }

        return text.ToString();
    }

    // A schema, and not the values of an object.
    public static Dictionary<string, Type> Schema(Type type) => type.GetProperties().ToDictionary(property => property.Name, property => property.PropertyType);

    // The constants of a type.
    public static Dictionary<string, object?> Constants(Type type) =>
        type.GetFields(BindingFlags.Public | BindingFlags.Static).Where(field => field.IsLiteral).ToDictionary(field => field.Name, field => field.GetValue(null));

    // One member.
    public static KeyValuePair<string, object?> Key(object source)
    {
        var key = source.GetType().GetProperty("Id")!;
        return new KeyValuePair<string, object?>(key.Name, key.GetValue(source));
    }
}
