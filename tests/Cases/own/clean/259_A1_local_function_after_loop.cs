// source: own, after the description: the local function that adds is called only after the loop
// class: A1
using System.Collections.Generic;

namespace Corpus.Own.C259;

public static class Thesaurus
{
    public static int Close(SortedDictionary<string, string> synonyms)
    {
        var missing = new List<string>();
        foreach (var (word, synonym) in synonyms)
        {
            if (IsOpen(synonym))
                missing.Add(synonym);
        }

        foreach (var word in missing)
            Define(word);
        return missing.Count;

        bool IsOpen(string word) => !synonyms.ContainsKey(word);
        void Define(string word) => synonyms[word] = word;
    }
}
