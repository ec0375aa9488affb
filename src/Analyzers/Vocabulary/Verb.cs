namespace DictionaryAnalyzers.Vocabulary;

/// <summary>What an operation does with a collection.</summary>
internal enum Verb
{
    None,

    /// <summary>Reads the value of a key.</summary>
    Lookup,

    /// <summary>Asks whether a key, value or element is there.</summary>
    Contains,

    /// <summary>Adds what is absent and leaves what is present: <c>TryAdd</c>, <c>GetOrAdd</c>, <c>HashSet.Add</c>, <c>UnionWith</c>.</summary>
    Insert,

    /// <summary>Adds, and throws where the key is present: <c>Add</c>. On a list: adds.</summary>
    InsertOrThrow,

    /// <summary>Replaces the value of a key that is present: <c>d[k] += x</c>, <c>TryUpdate</c>, <c>list[i] = x</c>.</summary>
    Overwrite,

    /// <summary>Adds or replaces: <c>d[k] = v</c>, <c>AddOrUpdate</c>.</summary>
    Upsert,

    /// <summary>Removes one or some entries.</summary>
    Remove,

    /// <summary>Removes all entries.</summary>
    Clear,

    /// <summary>Walks the entries.</summary>
    Enumerate,

    /// <summary>Gives the live view of the keys.</summary>
    EnumerateKeys,

    /// <summary>Gives the live view of the values.</summary>
    EnumerateValues,

    /// <summary>Copies the entries, the keys or the values.</summary>
    Snapshot,

    /// <summary>Asks for the number of entries, or whether there are any.</summary>
    Count,

    /// <summary>Changes the capacity.</summary>
    Resize,

    /// <summary>Changes the order.</summary>
    Reorder,
}
