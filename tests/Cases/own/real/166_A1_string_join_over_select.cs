// source: own, after the description: string.Join drives a lazy Select whose lambda interns new symbols
// class: A1
using System.Collections.Generic;
using System.Linq;

namespace Corpus.Own.R166;

public sealed class SymbolPrinter
{
    private readonly Dictionary<string, int> _symbols = new();

    public int Intern(string text)
    {
        if (!_symbols.TryGetValue(text, out var id))
            _symbols.Add(text, id = _symbols.Count);
        return id;
    }

    private string Describe(string text) => text + "=" + Intern("'" + text);

    public string Dump()
    {
        var parts = _symbols.Keys.Where(k => k[0] != '\'').Select(k => Describe(k)); // BUG: A1
        return string.Join(", ", parts); // MAY: A1
    }

    public string DumpFixed()
    {
        var parts = _symbols.Keys.Where(k => k[0] != '\'').ToList().Select(k => Describe(k));
        return string.Join(", ", parts);
    }
}
