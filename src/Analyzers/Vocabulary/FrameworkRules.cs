namespace DictionaryAnalyzers.Vocabulary;

/// <summary>
/// The three generations of what hash tables allow while they are enumerated, oldest first.
/// </summary>
internal enum FrameworkRules
{
    /// <summary>.NET Framework, .NET Core before 3.0, and .NET Standard 2.0, whose host may be one of them: nothing is legal.</summary>
    Oldest,

    /// <summary>.NET Core 3.0 and .NET Standard 2.1: removing and clearing are legal.</summary>
    NetCore30,

    /// <summary>.NET 5 and later: overwriting the value of a present key is legal as well.</summary>
    Net50,
}
