// source: structure of default settings and feature tables
// class: B1
using System;
using System.Collections.Generic;
using System.Linq;

namespace Corpus.Own.C542;

public sealed class Settings
{
    private static readonly Lazy<Dictionary<string, object?>> Defaults = new(() => ValuesOf(new Settings()));

    private Dictionary<string, object?>? own;

    static Settings()
    {
        foreach (var property in typeof(Settings).GetProperties())
        {
            Initial[property.Name] = property.GetValue(new Settings());
        }
    }

    public static Dictionary<string, object?> Initial { get; } = new();

    public int Retries { get; set; } = 3;

    public Dictionary<string, object?> Own() => own ??= ValuesOf(this);

    public object? Default(string name) => Defaults.Value.GetValueOrDefault(name);

    private static Dictionary<string, object?> ValuesOf(Settings settings) =>
        typeof(Settings).GetProperties().Where(property => property.PropertyType == typeof(int)).ToDictionary(property => property.Name, property => property.GetValue(settings));
}
