using System.Collections.Generic;

namespace DictionaryAnalyzers.Testing;

/// <summary>Projects by name; asking for one that is not there creates it.</summary>
public class ProjectCollection : SortedDictionary<string, ProjectState>
{
    private readonly string _language;
    private readonly string _defaultExtension;

    /// <summary>Creates an empty collection.</summary>
    public ProjectCollection(string defaultLanguage, string defaultExtension)
        : base(System.StringComparer.Ordinal)
    {
        _language = defaultLanguage;
        _defaultExtension = defaultExtension;
    }

    /// <summary>The project of this name, created when it is not there yet.</summary>
    public new ProjectState this[string projectName]
    {
        get
        {
            if (!TryGetValue(projectName, out var project))
            {
                project = new ProjectState(projectName, _language, $"/{projectName}/Test", _defaultExtension);
                Add(projectName, project);
            }

            return project;
        }
    }
}
