// source: own, after the description: an own extension is called Without/Add but returns a new dictionary
// class: A1
using System.Collections.Generic;
using System.Linq;

namespace Corpus.Own.C262;

public static class PureDictionaryExtensions
{
    public static SortedDictionary<string, int> Without(this SortedDictionary<string, int> source, string key)
    {
        var copy = new SortedDictionary<string, int>(source);
        copy.Remove(key);
        return copy;
    }

    public static IReadOnlyDictionary<string, int> Add(this IReadOnlyDictionary<string, int> source, string key) =>
        source.Append(KeyValuePair.Create(key, 0)).ToDictionary();
}

public static class Variants
{
    public static List<int> LeaveOneOut(SortedDictionary<string, int> sizes)
    {
        var sums = new List<int>();
        foreach (var name in sizes.Keys)
        {
            sums.Add(sizes.Without(name).Values.Sum());
            sums.Add(((IReadOnlyDictionary<string, int>)sizes).Add(name + "'").Count);
        }

        return sums;
    }
}
