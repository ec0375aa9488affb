// source: structure of bags that implement IEnumerable explicitly
// class: A1
// note: foreach over the own type cast to an interface, explicit implementation of GetEnumerator; Sorted keeps failure on net10
using System.Collections;
using System.Collections.Generic;
using System.Linq;

namespace Corpus.Own.R643;

public sealed class Bag : IEnumerable<KeyValuePair<string, string>>
{
    private readonly SortedDictionary<string, string> _items = new();

    public void Set(string key, string value) => _items[key] = value;

    public void Unset(string key) => _items.Remove(key);

    IEnumerator<KeyValuePair<string, string>> IEnumerable<KeyValuePair<string, string>>.GetEnumerator() => _items.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _items.GetEnumerator();
}

public static class Cleaner
{
    public static void Clean(Bag bag)
    {
        foreach (var item in bag) // MAY: A1
        {
            if (item.Value.Length == 0)
                bag.Unset(item.Key); // BUG: A1
        }
    }

    public static void CleanFixed(Bag bag)
    {
        foreach (var item in bag.ToList())
        {
            if (item.Value.Length == 0)
                bag.Unset(item.Key);
        }
    }
}
