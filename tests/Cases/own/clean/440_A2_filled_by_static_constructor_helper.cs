// source: own, after the description: a private method that only the static constructor calls
// class: A2
using System.Collections.Generic;

namespace Corpus.Own.C440;

public static class Keywords
{
    private static readonly Dictionary<string, int> Codes = new();

    static Keywords()
    {
        Add("if");
        foreach (var word in new[] { "else", "while" })
            Add(word);
    }

    public static int? CodeOf(string word) => Codes.TryGetValue(word, out var code) ? code : null;

    private static void Add(string word) => Codes[word] = Codes.Count;
}
