// source: own, after the description: the same field of a different instance of the same type is written
// class: A1
using System.Collections.Generic;

namespace Corpus.Own.C206;

public sealed class WordCount
{
    private readonly Dictionary<string, int> _counts = new();

    public void Add(string word, int by = 1)
    {
        _counts.TryGetValue(word, out var old);
        _counts[word] = old + by;
    }

    public static WordCount Join(WordCount left, WordCount right)
    {
        var result = new WordCount();
        foreach (var (word, count) in left._counts)
            result.Add(word, count);
        foreach (var (word, count) in right._counts)
            result.Add(word, count);
        return result;
    }
}
