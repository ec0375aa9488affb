// source: Lombiq/Helpful-Libraries issue #185
// class: A1
// note: an extension method on ICollection removes while a lazy Where over it is walked; a list is behind it
using System;
using System.Collections.Generic;
using System.Linq;

namespace Corpus.Own.R642;

public static class CollectionHelpers
{
    public static void RemoveAll<T>(this List<T> collection, Func<T, int, bool> predicate)
    {
        var index = 0;
        foreach (var item in collection.Where(item => predicate(item, index++))) // MAY: A1
            collection.Remove(item); // BUG: A1
    }

    public static void RemoveAllFixed<T>(this List<T> collection, Func<T, int, bool> predicate)
    {
        var index = 0;
        foreach (var item in collection.Where(item => predicate(item, index++)).ToList())
            collection.Remove(item);
    }
}
