using System;

namespace DictionaryAnalyzers.Flow;

/// <summary>How long an object that a container makes lives, and so who shares it.</summary>
[Flags]
internal enum Lifetimes
{
    /// <summary>It is not registered.</summary>
    None = 0,

    /// <summary>One for each request, scope or user: not shared.</summary>
    Short = 1,

    /// <summary>One for the whole process.</summary>
    Singleton = 2,

    /// <summary>One, which the host runs beside everything else.</summary>
    Hosted = 4,

    /// <summary>One, which all requests go through.</summary>
    Middleware = 8,
}
