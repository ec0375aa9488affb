// source: structure of own pair types that a map is built of
// class: B1
using System;
using System.Collections.Generic;
using System.Linq;

namespace Corpus.Own.R554;

public readonly record struct Tag(string Key, object? Value);

public sealed class TagList
{
    private readonly Dictionary<string, object?> _tags = [];

    public void AddRange(IEnumerable<Tag> tags)
    {
        foreach (var tag in tags)
            _tags[tag.Key] = tag.Value;
    }

    public object? this[string key] => _tags.GetValueOrDefault(key);
}

public sealed class Tracer
{
    public TagList Start(string name, object attributes)
    {
        var tags = new TagList();
        tags.AddRange([new Tag("name", name)]);
        tags.AddRange(attributes.GetType().GetProperties() // MAY: B1
            .Select(p => new Tag(p.Name, p.GetValue(attributes)))); // BUG: B1
        return tags;
    }

    public TagList StartFixed(string name, ReadOnlySpan<Tag> attributes)
    {
        var tags = new TagList();
        tags.AddRange([new Tag("name", name), .. attributes]);
        return tags;
    }
}
