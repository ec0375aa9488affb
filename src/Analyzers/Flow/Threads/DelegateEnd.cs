namespace DictionaryAnalyzers.Flow;

/// <summary>How the code that hands a delegate over knows that all its runs have ended.</summary>
internal enum DelegateEnd
{
    /// <summary>It is not known how.</summary>
    Unknown,

    /// <summary>The call has returned: <c>Parallel.For</c>.</summary>
    Call,

    /// <summary>The task, tasks or thread that the call gave have been waited for: <c>await Task.Run(..)</c>.</summary>
    Result,

    /// <summary>It never knows: a timer, an event, a queued work item.</summary>
    Never,
}
