// source: structure of settings pages that group members by a prefix
// class: B1
using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;

namespace Corpus.Own.R550;

[AttributeUsage(AttributeTargets.Property)] public sealed class SectionAttribute(string name) : Attribute { public string Name { get; } = name; }

public sealed class SettingsPage
{
    public ILookup<string, object?> Load(object settings) =>
        settings.GetType()
            .GetProperties() // MAY: B1
            .Where(p => p.CanRead && p.GetIndexParameters().Length == 0)
            .ToLookup(p => p.Name, p => p.GetValue(settings)); // BUG: B1

    public Dictionary<string, Dictionary<string, object?>> Sections(object settings)
    {
        var sections = new Dictionary<string, Dictionary<string, object?>>();
        foreach (var group in settings.GetType().GetProperties().GroupBy(p => p.GetCustomAttribute<SectionAttribute>()?.Name ?? "general")) // MAY: B1
            sections[group.Key] = group.ToDictionary(p => p.Name, p => p.GetValue(settings)); // BUG: B1
        return sections;
    }

    public Dictionary<string, object?> LoadFixed(MailSettings settings) => new() { ["Host"] = settings.Host, ["Port"] = settings.Port };
}

public sealed class MailSettings { [Section("mail")] public string Host { get; set; } = ""; public int Port { get; set; } }
