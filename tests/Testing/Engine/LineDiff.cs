using System;
using System.Globalization;
using System.Linq;
using System.Text;
using DiffPlex;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;

namespace DictionaryAnalyzers.Testing.Engine;

/// <summary>What differs between two texts, line by line, with white space made visible where nothing else differs.</summary>
internal static class LineDiff
{
    private const int Context = 3;

    public static string Between(string expected, string actual, string expectedName, string actualName)
    {
        // The differ takes line ends for equal; when only they differ they have to be seen.
        if (expected.ReplaceLineEndings("\n") == actual.ReplaceLineEndings("\n"))
        {
            expected = ShowLineEnds(expected);
            actual = ShowLineEnds(actual);
        }

        var lines = new InlineDiffBuilder(new Differ()).BuildDiffModel(expected, actual, ignoreWhitespace: false).Lines;
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"  - {expectedName}\n  + {actualName}\n");
        var omitted = false;
        for (var i = 0; i < lines.Count; i++)
        {
            var near = lines.Skip(Math.Max(0, i - Context)).Take(2 * Context + 1).Any(line => line.Type != ChangeType.Unchanged);
            if (!near)
            {
                omitted = true;
                continue;
            }

            if (omitted)
            {
                text.Append("    ..\n");
                omitted = false;
            }

            text.Append(lines[i].Type switch { ChangeType.Inserted => "  + ", ChangeType.Deleted => "  - ", _ => "    " })
                .Append(lines[i].Type == ChangeType.Unchanged ? lines[i].Text : ShowTrailingSpace(lines[i].Text))
                .Append('\n');
        }

        return text.ToString();
    }

    private static string ShowLineEnds(string text) =>
        text.Replace("\r\n", "\u240D\u240A\n", StringComparison.Ordinal).Replace("\r", "\u240D\n", StringComparison.Ordinal) is var shown
        && shown.Contains('\u240D', StringComparison.Ordinal) ? shown : text.Replace("\n", "\u240A\n", StringComparison.Ordinal);

    private static string ShowTrailingSpace(string line)
    {
        var trimmed = line.TrimEnd(' ', '\t');
        return trimmed.Length == line.Length ? line : trimmed + new string('\u00B7', line.Length - trimmed.Length);
    }
}
