namespace DictionaryAnalyzers.Flow;

/// <summary>What goes wrong when another thread comes between a check and the act that relies on it.</summary>
internal enum ActFault
{
    /// <summary>A value is computed from the one that was read: the other thread's update is lost.</summary>
    LostUpdate,

    /// <summary>Each thread finds the key absent, or the value replaceable, and writes its own: all but the last are lost.</summary>
    SecondValue,

    /// <summary>The key was found; removed in between, it comes back.</summary>
    Resurrects,

    /// <summary>The key was absent; added in between, <c>Add</c> throws.</summary>
    AddThrows,

    /// <summary>The key was found; removed in between, the indexer throws.</summary>
    ReadThrows,

    /// <summary>The key was found; removed in between, <c>TryGetValue</c> or <c>TryRemove</c> gives nothing, and nobody asks.</summary>
    GivesNothing,

    /// <summary><c>TryUpdate</c> fails unnoticed, and what was computed from the value that was read is written nowhere.</summary>
    GivesUp,

    /// <summary><c>TryAdd</c> fails unnoticed, and the thread goes on with a value that the dictionary does not hold.</summary>
    KeepsOwnValue,

    /// <summary>Who finds the key is refused, or leaves out what is done once; two threads that come at once are not, and do not.</summary>
    PassesTwice,

    /// <summary>Nothing: the act finds out by itself what was checked, and what is lost is equal to what is kept.</summary>
    Harmless,
}
