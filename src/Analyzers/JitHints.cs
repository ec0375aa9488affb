using System.Runtime.CompilerServices;

namespace DictionaryAnalyzers;

/// <summary>What the runtime may be told of a method and netstandard2.0 has no name for.</summary>
internal static class JitHints
{
    /// <summary>For loops over whole texts: a build is over before the runtime would have seen that they are worth optimizing.</summary>
    public const MethodImplOptions AggressiveOptimization = (MethodImplOptions)512;
}
