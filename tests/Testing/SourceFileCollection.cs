using System.Collections.Generic;
using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace DictionaryAnalyzers.Testing;

/// <summary>Files of a test, each with its path.</summary>
public class SourceFileCollection : List<(string filename, SourceText content)>
{
    /// <summary>Adds a file.</summary>
    public void Add((string filename, string content) file) => Add((file.filename, SourceText.From(file.content, Encoding.UTF8)));
}
