// source: structure of import filters
// class: A3
// note: the check stands in a lazy Where of the loop, the act in its body
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;

namespace Corpus.Own.R712;

public sealed record Document(string Id, string Text);

public sealed class Indexer
{
    private readonly ConcurrentDictionary<string, int> _lengths = new();

    public int Index(IEnumerable<Document> documents)
    {
        var added = 0;
        foreach (var document in documents.Where(d => !_lengths.ContainsKey(d.Id))) // MAY: A3
        {
            _lengths[document.Id] = document.Text.Length; // BUG: A3
            added++;
        }

        return added;
    }

    public int IndexFixed(IEnumerable<Document> documents) => documents.Count(d => _lengths.TryAdd(d.Id, d.Text.Length));
}
