namespace DictionaryAnalyzers.Flow;

/// <summary>What a body does with an object where it names it.</summary>
internal enum ObjectUse
{
    /// <summary>Gives it another name in the same body, or makes it: nothing looks into it.</summary>
    Names,

    /// <summary>Reads or changes it, and keeps nothing of it.</summary>
    Touches,

    /// <summary>Gives it to an async method of the compilation that uses it after its first <c>await</c>, and keeps nothing of it afterwards.</summary>
    LendsToTask,

    /// <summary>Hands it on: stores it, returns it, passes it to code that is not known.</summary>
    HandsOn,
}
