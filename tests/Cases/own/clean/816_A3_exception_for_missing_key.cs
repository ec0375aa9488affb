// source: structure of lookups that explain what is missing
// class: A3
using System.Collections.Concurrent;
using System.Collections.Generic;

namespace Corpus.Own.C816;

public sealed class Templates
{
    private readonly ConcurrentDictionary<string, string> _templates = new();

    public string Find(string name)
    {
        try
        {
            return _templates[name];
        }
        catch (KeyNotFoundException)
        {
            throw new KeyNotFoundException($"There is no template {name}; there are {string.Join(", ", _templates.Keys)}");
        }
    }

    public void Set(string name, string text) => _templates[name] = text;
}
