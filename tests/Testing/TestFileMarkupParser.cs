using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.Text;

namespace DictionaryAnalyzers.Testing;

/// <summary>
/// Reads the marks in a source: <c>[|..|]</c> is a span without a name, <c>{|name:..|}</c> one with a name, <c>$$</c> a position.
/// Spans can be nested.
/// </summary>
public static partial class TestFileMarkupParser
{
    /// <summary>Separates a source from its marks. The name of a span without a name is empty.</summary>
    public static void GetPositionsAndSpans(
        string input,
        out string output,
        out ImmutableArray<int> positions,
        out ImmutableDictionary<string, ImmutableArray<TextSpan>> spans)
    {
        Parse(input, Marks(), out output, out positions, out spans);
    }

    /// <summary>Separates a source from its spans; <c>$$</c> stays code where that is asked for.</summary>
    public static void GetSpans(
        string input,
        bool treatPositionIndicatorsAsCode,
        out string output,
        out ImmutableDictionary<string, ImmutableArray<TextSpan>> spans)
    {
        Parse(input, treatPositionIndicatorsAsCode ? MarksWithoutPositions() : Marks(), out output, out _, out spans);
    }

    private static void Parse(
        string input,
        Regex marks,
        out string output,
        out ImmutableArray<int> positions,
        out ImmutableDictionary<string, ImmutableArray<TextSpan>> spans)
    {
        var text = new StringBuilder(input.Length);
        var foundPositions = ImmutableArray.CreateBuilder<int>();
        var foundSpans = new List<(string Name, TextSpan Span)>();
        var open = new Stack<(string Name, int Start, bool Braces)>();
        var copied = 0;
        foreach (Match mark in marks.Matches(input))
        {
            text.Append(input, copied, mark.Index - copied);
            copied = mark.Index + mark.Length;
            switch (mark.Value)
            {
                case "$$":
                    foundPositions.Add(text.Length);
                    break;
                case "[|":
                    open.Push(("", text.Length, Braces: false));
                    break;
                case "|]" or "|}":
                    if (!open.TryPop(out var start) || start.Braces != (mark.Value == "|}"))
                    {
                        throw new VerificationException($"The mark '{mark.Value}' at offset {mark.Index} closes nothing that was opened. Marks are [|..|] and {{|ID:..|}}.");
                    }

                    foundSpans.Add((start.Name, TextSpan.FromBounds(start.Start, text.Length)));
                    break;
                default:
                    open.Push((mark.Groups["name"].Value, text.Length, Braces: true));
                    break;
            }
        }

        if (open.TryPeek(out var unclosed))
        {
            throw new VerificationException($"A mark '{(unclosed.Braces ? "{|" + unclosed.Name + ":" : "[|")}' is not closed.");
        }

        text.Append(input, copied, input.Length - copied);
        output = text.ToString();
        positions = foundPositions.ToImmutable();
        spans = foundSpans
            .GroupBy(found => found.Name, found => found.Span, StringComparer.Ordinal)
            .ToImmutableDictionary(group => group.Key, group => group.OrderBy(span => span.Start).ToImmutableArray());
    }

    [GeneratedRegex(@"\$\$|\[\||\|\]|\|\}|\{\|(?<name>[-+_.A-Za-z0-9#]*):", RegexOptions.ExplicitCapture)]
    private static partial Regex Marks();

    [GeneratedRegex(@"\[\||\|\]|\|\}|\{\|(?<name>[-+_.A-Za-z0-9#]*):", RegexOptions.ExplicitCapture)]
    private static partial Regex MarksWithoutPositions();
}
