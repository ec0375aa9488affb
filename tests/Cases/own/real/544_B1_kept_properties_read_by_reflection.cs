// source: structure of micro-ORMs and message buses that keep PropertyInfo[] for each type
// class: B1
// note: the list is kept, every read goes through reflection all the same
using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;

namespace Corpus.Own.R544;

public sealed class Headers
{
    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> Known = new();

    public static Dictionary<string, object?> Of(object message)
    {
        var properties = Known.GetOrAdd(message.GetType(), type => type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.CanRead).ToArray());
        var headers = new Dictionary<string, object?>(properties.Length);
        for (var i = 0; i < properties.Length; i++) // MAY: B1
        {
            headers.Add(properties[i].Name, properties[i].GetValue(message)); // BUG: B1
        }

        return headers;
    }

    private static readonly ConcurrentDictionary<Type, (string Name, Func<object, object?> Get)[]> Compiled = new();

    public static Dictionary<string, object?> OfFixed(object message, Func<PropertyInfo, Func<object, object?>> compile)
    {
        var accessors = Compiled.GetOrAdd(message.GetType(), type => type.GetProperties().Select(p => (p.Name, compile(p))).ToArray());
        var headers = new Dictionary<string, object?>(accessors.Length);
        foreach (var (name, get) in accessors)
        {
            headers.Add(name, get(message));
        }

        return headers;
    }
}
