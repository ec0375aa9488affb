namespace DictionaryAnalyzers.Generators.Model;

/// <summary>What a signature asks for.</summary>
internal enum MappingShape
{
    /// <summary><c>Dictionary&lt;string, T&gt; M(source)</c>.</summary>
    Dictionary,

    /// <summary><c>void M(source, IDictionary&lt;string, T&gt; target)</c>.</summary>
    CopyTo,

    /// <summary><c>IReadOnlyDictionary&lt;string, object?&gt; M(source)</c>: nothing is copied.</summary>
    View,

    /// <summary><c>T M(IReadOnlyDictionary&lt;string, object?&gt; values)</c>: the way back.</summary>
    FromDictionary,

    /// <summary><c>bool M(IReadOnlyDictionary&lt;string, object?&gt; values, out T result, out IReadOnlyList&lt;DictionaryMappingError&gt; errors)</c>.</summary>
    TryFromDictionary,
}
