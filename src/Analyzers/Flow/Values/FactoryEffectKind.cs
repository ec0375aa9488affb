namespace DictionaryAnalyzers.Flow;

/// <summary>What a value factory does beside computing a value.</summary>
internal enum FactoryEffectKind
{
    /// <summary>Creates an object that somebody has to dispose.</summary>
    Disposable,

    /// <summary>Leaves a task, thread or timer running.</summary>
    Starts,

    /// <summary>Reads or writes files, sockets, databases.</summary>
    IO,

    /// <summary>Changes what outlives the call, or tells others that it ran.</summary>
    Writes,

    /// <summary>Is no factory but the value itself, made anew for each call, which somebody has to dispose.</summary>
    Each,
}
