// source: own, after the description: the factory writes, but only into the object that it has just created
// class: A4
using System.Collections.Concurrent;
using System.Collections.Generic;

namespace Corpus.Own.C435;

public sealed class Stopwords
{
    private readonly ConcurrentDictionary<string, HashSet<string>> _byLanguage = new();

    public bool Contains(string language, string word) => _byLanguage.GetOrAdd(language, Build).Contains(word);

    private static HashSet<string> Build(string language)
    {
        var words = new HashSet<string>();
        words.Add(language == "de" ? "und" : "and");
        words.Add(language == "de" ? "oder" : "or");
        for (var letter = 'a'; letter <= 'z'; letter++)
            words.Add(letter.ToString());
        return words;
    }
}
