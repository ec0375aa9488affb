using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace DictionaryAnalyzers.Testing.Engine;

/// <summary>Diagnostics as a reader of a failed test wants to see them: place, id, message, the line and what of it is meant.</summary>
internal static class DiagnosticText
{
    public static string List(IEnumerable<Diagnostic> diagnostics) =>
        string.Concat(diagnostics.Select(diagnostic => "  " + One(diagnostic).Replace("\n", "\n  ", StringComparison.Ordinal) + "\n"));

    public static string One(Diagnostic diagnostic)
    {
        var place = diagnostic.Location.GetLineSpan();
        var text = string.Create(
            CultureInfo.InvariantCulture,
            $"{(diagnostic.Location == Location.None ? "(no location)" : Place(place))}: {diagnostic.Severity.ToString().ToLowerInvariant()} {diagnostic.Id}: {diagnostic.GetMessage(CultureInfo.InvariantCulture)}");
        if (diagnostic.IsSuppressed)
        {
            text += " (suppressed)";
        }

        return diagnostic.Location.SourceTree is { } tree ? text + Excerpt(tree.GetText(), diagnostic.Location.SourceSpan) : text;
    }

    public static string Place(FileLinePositionSpan span) => string.Create(
        CultureInfo.InvariantCulture,
        $"{span.Path}({span.StartLinePosition.Line + 1},{span.StartLinePosition.Character + 1})-({span.EndLinePosition.Line + 1},{span.EndLinePosition.Character + 1})");

    /// <summary>The source as a test would have to write it for these diagnostics.</summary>
    public static string AsMarkup(SourceText text, IEnumerable<Diagnostic> diagnostics)
    {
        // An inner span closes before the outer one, and opens after it.
        var inserts = new List<(int Position, int Order, int Width, string Mark)>();
        foreach (var diagnostic in diagnostics)
        {
            var span = diagnostic.Location.SourceSpan;
            inserts.Add((span.Start, 1, -span.Length, $"{{|{diagnostic.Id}:"));
            inserts.Add((span.End, span.Length == 0 ? 2 : 0, span.Length, "|}"));
        }

        var marked = new StringBuilder();
        var copied = 0;
        var code = text.ToString();
        foreach (var (position, _, _, mark) in inserts.OrderBy(insert => insert.Position).ThenBy(insert => insert.Order).ThenBy(insert => insert.Width))
        {
            marked.Append(code, copied, position - copied).Append(mark);
            copied = position;
        }

        return marked.Append(code, copied, code.Length - copied).ToString();
    }

    private static string Excerpt(SourceText text, TextSpan span)
    {
        if (span.End > text.Length)
        {
            return "";
        }

        var line = text.Lines.GetLineFromPosition(span.Start);
        var code = line.ToString();
        var start = span.Start - line.Start;
        var length = Math.Max(1, Math.Min(span.End, line.End) - span.Start);
        var padding = string.Concat(code.Take(start).Select(character => character == '\t' ? '\t' : ' '));
        return $"\n    {code}\n    {padding}{new string('~', length)}";
    }
}
