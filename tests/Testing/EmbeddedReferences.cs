using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace DictionaryAnalyzers.Testing;

/// <summary>Reference assemblies that are resources of this assembly.</summary>
internal static class EmbeddedReferences
{
    /// <summary>All whose resource name starts with <paramref name="prefix"/>.</summary>
    public static IEnumerable<MetadataReference> Load(string prefix)
    {
        var assembly = typeof(EmbeddedReferences).Assembly;
        return assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(prefix, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name =>
            {
                using var stream = assembly.GetManifestResourceStream(name) ?? throw new FileNotFoundException(name);
                return MetadataReference.CreateFromStream(stream, filePath: Path.GetFileName(name));
            });
    }
}
