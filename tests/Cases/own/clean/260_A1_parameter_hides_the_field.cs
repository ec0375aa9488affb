// source: own, after the description: the parameter has the name of the field and is another dictionary
// class: A1
using System.Collections.Generic;

namespace Corpus.Own.C260;

public sealed class IndexMerger
{
    private readonly SortedDictionary<string, int> index = new();

    public void Add(string key, int position) => index[key] = position;

    private static void Write(SortedDictionary<string, int> index, string key, int position)
    {
        index.Remove("~" + key);
        index[key] = position;
    }

    public SortedDictionary<string, int> Shift(int by)
    {
        var shifted = new SortedDictionary<string, int>();
        foreach (var (key, position) in index)
            Write(shifted, key, position + by);
        return shifted;
    }
}
