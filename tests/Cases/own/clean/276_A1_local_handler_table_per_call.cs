// source: own, after the description: the callback table is a fresh local of each call, re-entry makes another one
// class: A1
using System;
using System.Collections.Generic;

namespace Corpus.Own.C276;

public sealed class TemplateEngine
{
    private readonly Dictionary<string, string> _partials = new();

    public void Partial(string name, string text) => _partials[name] = text;

    public string Render(string text, int depth = 0)
    {
        var used = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, body) in _partials)
        {
            if (depth < 3 && text.Contains("{" + name + "}"))
                used[name] = Render(body, depth + 1);
        }

        foreach (var (name, body) in used)
            text = text.Replace("{" + name + "}", body);
        return text;
    }
}
