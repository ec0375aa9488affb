// source: scriban/scriban ScriptObject.Import
// class: B1
using System;
using System.Collections;
using System.Collections.Generic;
using System.Reflection;
using System.Text.Json;

namespace Corpus.Own.R558;

public class ScriptObject : IEnumerable<KeyValuePair<string, object?>>
{
    private readonly Dictionary<string, object?> _store = new(StringComparer.Ordinal);

    public object? this[string name] { get => _store.GetValueOrDefault(name); set => SetValue(name, value); }

    public virtual void SetValue(string name, object? value) => _store[name] = value;

    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator() => _store.GetEnumerator();
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

public static class ScriptObjectExtensions
{
    public static void Import(this ScriptObject script, object host, Func<MemberInfo, string>? renamer = null)
    {
        renamer ??= m => JsonNamingPolicy.SnakeCaseLower.ConvertName(m.Name);
        var type = host.GetType();
        foreach (var field in type.GetFields(BindingFlags.Public | BindingFlags.Instance)) // MAY: B1
            script.SetValue(renamer(field), field.GetValue(host)); // BUG: B1
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance)) // MAY: B1
            script.SetValue(renamer(property), property.GetValue(host)); // MAY: B1
    }

    public static void ImportFixed(this ScriptObject script, IEnumerable<KeyValuePair<string, object?>> values)
    {
        foreach (var (name, value) in values)
            script.SetValue(name, value);
    }
}
