// source: own, after the description: an iterator method that removes is called in the loop and enumerated after it
// class: A1
using System.Collections.Generic;

namespace Corpus.Own.C243;

public sealed class ArchiveRun
{
    private readonly SortedDictionary<int, string> _documents = new();

    public void Add(int id, string text) => _documents[id] = text;

    private IEnumerable<string> Archive(int id)
    {
        yield return "begin " + id;
        _documents.Remove(id);
        yield return "end " + id;
    }

    public List<string> Run()
    {
        var steps = new List<IEnumerable<string>>();
        foreach (var (id, text) in _documents)
        {
            if (text.Length == 0)
                steps.Add(Archive(id));
        }

        var log = new List<string>();
        foreach (var step in steps)
            log.AddRange(step);
        return log;
    }
}
