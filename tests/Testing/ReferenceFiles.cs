using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;

namespace DictionaryAnalyzers.Testing;

/// <summary>Assembly files as references, each read once for all tests.</summary>
internal static class ReferenceFiles
{
    private static readonly ConcurrentDictionary<string, MetadataReference> s_files = new();

    /// <summary>The reference to an assembly file.</summary>
    public static MetadataReference Get(string path) =>
        s_files.GetOrAdd(path, static path => MetadataReference.CreateFromFile(path));
}
