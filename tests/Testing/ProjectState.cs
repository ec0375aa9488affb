using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace DictionaryAnalyzers.Testing;

/// <summary>A project of a test.</summary>
public class ProjectState
{
    /// <summary>Creates an empty project.</summary>
    public ProjectState(string name, string language, string defaultPrefix, string defaultExtension)
    {
        Name = name;
        Language = language;
        Sources = new SourceFileList(defaultPrefix, defaultExtension);
    }

    /// <summary>The name.</summary>
    public string Name { get; }

    /// <summary>The name of the assembly.</summary>
    public string AssemblyName => Name;

    /// <summary>The language.</summary>
    public string Language { get; }

    /// <summary>The reference set; null takes that of the test.</summary>
    public ReferenceAssemblies? ReferenceAssemblies { get; set; }

    /// <summary>What is built; null is a library, or a program when a source has top-level statements.</summary>
    public OutputKind? OutputKind { get; set; }

    /// <summary>How documentation comments are read; null parses them and warns of nothing, as builds do by default.</summary>
    public DocumentationMode? DocumentationMode { get; set; }

    /// <summary>The sources.</summary>
    public SourceFileList Sources { get; }

    /// <summary>Files that analyzers can read.</summary>
    public SourceFileCollection AdditionalFiles { get; } = [];

    /// <summary>Editorconfig and globalconfig files. A path like <c>/.editorconfig</c> reaches every source.</summary>
    public SourceFileCollection AnalyzerConfigFiles { get; } = [];

    /// <summary>References besides the reference set.</summary>
    public MetadataReferenceCollection AdditionalReferences { get; } = [];

    /// <summary>The names of the projects that this one references. The first project of a test has the name <c>TestProject</c>.</summary>
    public List<string> AdditionalProjectReferences { get; } = [];

    /// <summary>Takes over from <paramref name="other"/> what this state leaves open.</summary>
    internal void Fill(ProjectState other)
    {
        ReferenceAssemblies ??= other.ReferenceAssemblies;
        OutputKind ??= other.OutputKind;
        DocumentationMode ??= other.DocumentationMode;
        AddWhenEmpty(Sources, other.Sources);
        AddWhenEmpty(AdditionalFiles, other.AdditionalFiles);
        AddWhenEmpty(AnalyzerConfigFiles, other.AnalyzerConfigFiles);
        AddWhenEmpty(AdditionalReferences, other.AdditionalReferences);
        AddWhenEmpty(AdditionalProjectReferences, other.AdditionalProjectReferences);
    }

    private protected static void AddWhenEmpty<T>(List<T> to, List<T> from)
    {
        if (to.Count == 0)
        {
            to.AddRange(from);
        }
    }
}
