namespace DictionaryAnalyzers.Flow;

/// <summary>When the code of a delegate runs, seen from the code that hands it over.</summary>
internal enum DelegateConcurrency
{
    /// <summary>It is not known whether, when or on which thread.</summary>
    Unknown,

    /// <summary>Before the call that is given it returns, on the same thread.</summary>
    OnTheSpot,

    /// <summary>At the same time as the code that goes on after the call; one run at a time.</summary>
    WithCreator,

    /// <summary>Several runs at the same time.</summary>
    WithItself,
}
