using System;

namespace DictionaryAnalyzers.Flow;

/// <summary>What looks like a lock in a piece of syntax.</summary>
[Flags]
internal enum LockSigns
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary><c>lock</c> statements.</summary>
    Statements = 1,

    /// <summary>Names of methods that locks have.</summary>
    Calls = 2,

    /// <summary><c>using</c>, which may hold a guard.</summary>
    Usings = 4,
}
