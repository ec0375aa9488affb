// source: own, after the description: GetOrAdd decides, the comparison tells who was first
// class: A3
using System;
using System.Collections.Concurrent;

namespace Corpus.Own.C426;

public sealed class Group(string name)
{
    public string Name { get; } = name;
}

public sealed class Groups
{
    private readonly ConcurrentDictionary<string, Group> _groups = new();

    public event Action<Group>? Created;

    public Group Join(string name)
    {
        if (_groups.TryGetValue(name, out var known))
            return known;
        var fresh = new Group(name);
        var group = _groups.GetOrAdd(name, fresh);
        if (group == fresh)
            Created?.Invoke(group);
        return group;
    }
}
