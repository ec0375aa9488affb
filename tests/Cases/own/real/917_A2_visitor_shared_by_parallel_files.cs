// source: structure of code metrics tools (one visitor for all files, Parallel.ForEach over files)
// class: A2
// note: base class calls the abstract method; the derived visitor keeps the table
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Threading.Tasks;

namespace Corpus.Own.R917;

public abstract class LineVisitor
{
    public void Visit(string path)
    {
        foreach (var line in File.ReadLines(path))
            OnLine(line);
    }

    protected abstract void OnLine(string line);
}

public sealed class WordVisitor : LineVisitor
{
    public IDictionary<string, int> Words { get; } = new Dictionary<string, int>(); // MAY: A2

    protected override void OnLine(string line)
    {
        foreach (var word in line.Split(' '))
        {
            if (Words.ContainsKey(word)) // MAY: A2
                Words[word]++; // BUG: A2
            else
                Words.Add(word, 1); // MAY: A2
        }
    }
}

public sealed class WordVisitorFixed : LineVisitor
{
    public ConcurrentDictionary<string, int> Words { get; } = new();

    protected override void OnLine(string line)
    {
        foreach (var word in line.Split(' '))
            Words.AddOrUpdate(word, 1, static (_, n) => n + 1);
    }
}

public static class Metrics
{
    public static int Count(string[] paths)
    {
        var visitor = new WordVisitor();
        var right = new WordVisitorFixed();
        Parallel.ForEach(paths, path => // MAY: A2
        {
            visitor.Visit(path); // MAY: A2
            right.Visit(path);
        });
        return visitor.Words.Count + right.Words.Count;
    }
}
