using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace DictionaryAnalyzers.Testing;

/// <summary>The sources of a project; those that are added without a path get one.</summary>
public class SourceFileList : SourceFileCollection
{
    private readonly string _defaultPrefix;
    private readonly string _defaultExtension;

    /// <summary>Creates an empty list.</summary>
    public SourceFileList(string defaultPrefix, string defaultExtension)
    {
        _defaultPrefix = defaultPrefix;
        _defaultExtension = defaultExtension;
    }

    /// <summary>Adds a source without a path of its own.</summary>
    public void Add(string content) => Add(SourceText.From(content, Encoding.UTF8));

    /// <summary>Adds a source without a path of its own.</summary>
    public void Add(SourceText content) =>
        Add((string.Create(CultureInfo.InvariantCulture, $"{_defaultPrefix}{Count}.{_defaultExtension}"), content));
}
