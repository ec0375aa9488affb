namespace DictionaryAnalyzers.Flow;

/// <summary>When in the life of an object some of its code runs.</summary>
internal enum LifePhase
{
    /// <summary>Before others have the object: in a constructor, an initializer, or what only these call.</summary>
    Construction,

    /// <summary>While others have it.</summary>
    Life,

    /// <summary>When it is given up: in its <c>Dispose</c> or finalizer, or what only these call.</summary>
    Ending,
}
