// source: structure of visitors over symbol tables
// class: A1
// note: hard: the table accepts a visitor object and walks itself; the visitor adds to the table it was made with
using System.Collections.Generic;
using System.Linq;

namespace Corpus.Own.R636;

public interface IEntryVisitor
{
    void Visit(string key, int value);
}

public sealed class EntryTable
{
    private readonly Dictionary<string, int> _entries = new();

    public void Put(string key, int value) => _entries[key] = value;

    public void Accept(IEntryVisitor visitor)
    {
        foreach (var (key, value) in _entries)
            visitor.Visit(key, value);
    }

    public void AcceptFixed(IEntryVisitor visitor)
    {
        foreach (var (key, value) in _entries.ToArray())
            visitor.Visit(key, value);
    }
}

public sealed class Mirror(EntryTable table) : IEntryVisitor
{
    public void Visit(string key, int value) => table.Put("mirror." + key, value);
}

public static class Mirroring
{
    public static void Run(EntryTable table) => table.Accept(new Mirror(table)); // BUG: A1

    public static void RunFixed(EntryTable table) => table.AcceptFixed(new Mirror(table));
}
