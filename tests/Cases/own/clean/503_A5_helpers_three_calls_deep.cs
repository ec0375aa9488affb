// source: structure of an index whose private methods all run under the lock of the public ones
// class: A5
using System.Collections.Generic;

namespace Corpus.Own.C503;

public sealed class TermIndex
{
    private readonly object _sync = new();
    private readonly Dictionary<string, HashSet<int>> _postings = new();

    public void Add(int document, string text)
    {
        lock (_sync)
        {
            foreach (var word in text.Split(' '))
                AddWord(document, word);
        }
    }

    public bool Remove(int document, string word)
    {
        lock (_sync)
        {
            var set = Postings(word);
            return set.Remove(document) && Shrink(word, set);
        }
    }

    private void AddWord(int document, string word) => Postings(word).Add(document);

    private HashSet<int> Postings(string word)
    {
        if (!_postings.TryGetValue(word, out var set))
            _postings[word] = set = Create();
        return set;
    }

    private bool Shrink(string word, HashSet<int> set) => set.Count == 0 && _postings.Remove(word);

    private static HashSet<int> Create() => new();
}
