// source: structure of member walkers with a callback (dotnet/runtime DiagnosticSourceEventSource-like)
// class: B1
using System;
using System.Collections.Generic;
using System.Reflection;

namespace Corpus.Own.R548;

public static class MemberWalker
{
    public static void Visit(object target, Action<string, object?> visitor)
    {
        foreach (var property in target.GetType().GetProperties(BindingFlags.Instance | BindingFlags.Public)) // MAY: B1
        {
            if (property.GetIndexParameters().Length > 0)
                continue;
            visitor(property.Name, property.GetValue(target)); // BUG: B1
        }
    }
}

public sealed class DiagnosticRecorder
{
    private readonly List<Dictionary<string, object?>> _events = [];

    public void OnNext(KeyValuePair<string, object?> payload)
    {
        var entry = new Dictionary<string, object?> { ["event"] = payload.Key };
        if (payload.Value is not null)
            MemberWalker.Visit(payload.Value, (name, value) => entry[name] = value);
        _events.Add(entry);
    }

    public void OnNextFixed(string name, IReadOnlyDictionary<string, object?> payload)
    {
        var entry = new Dictionary<string, object?>(payload) { ["event"] = name };
        _events.Add(entry);
    }

    public int Count => _events.Count;
}
