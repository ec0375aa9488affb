// source: own, after the description: the constructor fills the table before anybody else can see it
// class: A3
using System;
using System.Collections.Concurrent;
using System.Collections.Generic;

namespace Corpus.Own.C415;

public sealed class Synonyms
{
    private readonly ConcurrentDictionary<string, string> _words = new(StringComparer.OrdinalIgnoreCase);

    public Synonyms(IEnumerable<(string Word, string Synonym)> pairs)
    {
        foreach (var (word, synonym) in pairs)
        {
            if (_words.TryGetValue(word, out var old))
                _words[word] = old + "," + synonym;
            else
                _words[word] = synonym;
        }
    }

    public string? Of(string word) => _words.TryGetValue(word, out var synonyms) ? synonyms : null;

    public void Learn(string word, string synonym) => _words.TryAdd(word, synonym);
}
