// source: own, after the description: stored delegates of the same type, one of them registers another handler
// class: A1
using System;
using System.Collections.Generic;
using System.Linq;

namespace Corpus.Own.R124;

public sealed class Shell
{
    private readonly Dictionary<string, Action> _startup = new();

    public Shell()
    {
        _startup["prompt"] = ShowPrompt;
        _startup["aliases"] = LoadAliases;
    }

    public int Shown { get; private set; }

    private void ShowPrompt() => Shown++;

    private void LoadAliases()
    {
        foreach (var alias in new[] { "ll", "la" })
            _startup[alias] = ShowPrompt;
    }

    public void Boot()
    {
        foreach (var action in _startup.Values) // MAY: A1
            action(); // BUG: A1
    }

    public void BootFixed()
    {
        foreach (var action in _startup.Values.ToArray())
            action();
    }
}
