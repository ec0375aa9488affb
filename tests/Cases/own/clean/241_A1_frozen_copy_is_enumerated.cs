// source: own, after the description: the frozen copy is enumerated while its source is changed
// class: A1
using System;
using System.Collections.Frozen;
using System.Collections.Generic;

namespace Corpus.Own.C241;

public sealed class CommandTable
{
    private readonly Dictionary<string, string> _commands = new(StringComparer.OrdinalIgnoreCase);
    private FrozenDictionary<string, string> _published = FrozenDictionary<string, string>.Empty;

    public void Define(string name, string text) => _commands[name] = text;

    public void Publish() => _published = _commands.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    public void DefineShortForms()
    {
        Publish();
        foreach (var (name, text) in _published)
            Define(name.Substring(0, 1), text);
    }
}
