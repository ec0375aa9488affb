// source: structure of a symbol table with a reader's and a writer's protocol
// class: A5
using System.Collections.Generic;

namespace Corpus.Own.C511;

public sealed class SymbolTable
{
    private readonly object _left = new();
    private readonly object _right = new();
    private readonly Dictionary<string, int> _symbols = new();

    public void Define(string name, int value)
    {
        lock (_left)
        {
            lock (_right)
                _symbols[name] = value;
        }
    }

    public int FromTheLeft(string name)
    {
        lock (_left)
            return _symbols.TryGetValue(name, out var value) ? value : 0;
    }

    public int FromTheRight(string name)
    {
        lock (_right)
            return _symbols.TryGetValue(name, out var value) ? value : 0;
    }
}
