using System;
using System.Collections.Generic;
using Microsoft.CodeAnalysis.Text;

namespace DictionaryAnalyzers.Options;

/// <summary>A line of an .editorconfig or .globalconfig file that sets an option of this package.</summary>
/// <param name="Key">The key as it is written.</param>
/// <param name="Value">The value as it is written, trimmed.</param>
/// <param name="Span">Where the line stands, without leading and trailing space.</param>
internal readonly record struct ConfigurationLine(string Key, string Value, TextSpan Span)
{
    /// <summary>The lines in <paramref name="text"/> whose key begins like an option of this package.</summary>
    public static IEnumerable<ConfigurationLine> In(SourceText text)
    {
        foreach (var line in text.Lines)
        {
            var written = line.ToString();
            var start = written.Length - written.TrimStart().Length;
            var trimmed = written.Trim();
            var separator = trimmed.IndexOf('=');
            if (separator > 0 && trimmed.StartsWith(PackageOptions.Prefix, StringComparison.OrdinalIgnoreCase))
            {
                yield return new ConfigurationLine(
                    trimmed.Substring(0, separator).TrimEnd(),
                    trimmed.Substring(separator + 1).TrimStart(),
                    new TextSpan(line.Start + start, trimmed.Length));
            }
        }
    }
}
