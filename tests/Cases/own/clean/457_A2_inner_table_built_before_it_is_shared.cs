// source: own, after the description: the values of the concurrent table are filled before they are put into it
// class: A2
using System.Collections.Concurrent;
using System.Collections.Generic;

namespace Corpus.Own.C457;

public static class Indexes
{
    private static readonly ConcurrentDictionary<string, IReadOnlyDictionary<char, int>> ByText = new();

    public static IReadOnlyDictionary<char, int> Of(string text) => ByText.GetOrAdd(text, static key =>
    {
        var index = new Dictionary<char, int>();
        for (var i = 0; i < key.Length; i++)
            index[key[i]] = i;
        return index;
    });
}
