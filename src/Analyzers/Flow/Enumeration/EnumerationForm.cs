namespace DictionaryAnalyzers.Flow;

/// <summary>How an enumeration is driven, which decides when it takes another step.</summary>
internal enum EnumerationForm
{
    /// <summary>A <c>foreach</c>: another step when control comes back to its head.</summary>
    Loop,

    /// <summary>An operator that runs a delegate for each element: another step when the delegate returns.</summary>
    Callback,

    /// <summary>A predicate: another step when it returns false.</summary>
    CallbackUntilTrue,

    /// <summary>A predicate: another step when it returns true.</summary>
    CallbackUntilFalse,

    /// <summary>A call of <c>GetEnumerator</c>: another step at each <c>MoveNext</c>.</summary>
    Enumerator,

    /// <summary>An operation of the collection that reads its own elements while it changes the collection: <c>set.ExceptWith(set.Where(..))</c>.</summary>
    Operation,
}
