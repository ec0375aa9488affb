using System.Collections.Generic;
using System.Reflection;
using Microsoft.CodeAnalysis;

namespace DictionaryAnalyzers.Testing;

/// <summary>References that a project has besides its <see cref="ReferenceAssemblies"/>.</summary>
public class MetadataReferenceCollection : List<MetadataReference>
{
    /// <summary>Adds an assembly of the running process.</summary>
    public void Add(Assembly assembly) => Add(ReferenceFiles.Get(assembly.Location));

    /// <summary>Adds an assembly file.</summary>
    public void Add(string path) => Add(ReferenceFiles.Get(path));
}
