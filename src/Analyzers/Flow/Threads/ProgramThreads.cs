namespace DictionaryAnalyzers.Flow;

/// <summary>What is known of the threads of the program that a compilation becomes.</summary>
internal enum ProgramThreads
{
    /// <summary>Others decide: a library, or a program that runs several threads.</summary>
    Several,

    /// <summary>Nothing in the program runs beside its main thread.</summary>
    One,

    /// <summary>What runs it keeps to one thread: a test, a benchmark, a game's loop. Other threads there are only those that it starts.</summary>
    Driven,
}
