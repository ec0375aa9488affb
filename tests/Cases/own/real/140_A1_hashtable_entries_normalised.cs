// source: own, after the description: Hashtable whose entries are re-added under another key in the loop
// class: A1
using System.Collections;

namespace Corpus.Own.R140;

public static class LegacyConfig
{
    public static void UpperKeys(Hashtable config)
    {
        foreach (DictionaryEntry entry in config) // MAY: A1
        {
            var key = (string)entry.Key;
            var upper = key.ToUpperInvariant();
            if (upper != key)
                config[upper] = entry.Value; // BUG: A1
        }
    }

    public static void UpperKeysFixed(Hashtable config)
    {
        foreach (DictionaryEntry entry in (Hashtable)config.Clone())
        {
            var key = (string)entry.Key;
            var upper = key.ToUpperInvariant();
            if (upper != key)
                config[upper] = entry.Value;
        }
    }
}
