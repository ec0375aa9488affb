namespace DictionaryAnalyzers.Flow;

/// <summary>Where a registration names its types, seen from the name that tells the lifetime.</summary>
internal enum RegistrationForm
{
    /// <summary>In the call of that name.</summary>
    Call,

    /// <summary>In the call of that name, or in the one that the name is an argument of.</summary>
    CallOrArgument,

    /// <summary>In the calls before it in the chain.</summary>
    Chain,
}
