using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;

namespace DictionaryAnalyzers.Testing.Engine;

/// <summary>Are the reported diagnostics the expected ones?</summary>
internal static class DiagnosticMatcher
{
    public static async Task VerifyAsync(
        ImmutableArray<ProjectDiagnostic> reported,
        TestSolution test,
        Action<Diagnostic, DiagnosticResult, IVerifier>? further,
        IVerifier verifier)
    {
        var defaultPath = test.Projects[0].Sources.FirstOrDefault()?.Path ?? "";
        var open = reported.ToList();
        var missing = new List<DiagnosticResult>();

        // Those that say more choose first, so that a mark does not take what only they could match.
        foreach (var expected in test.Expected.OrderByDescending(expected => expected.Message is not null).ThenByDescending(expected => expected.Spans.Length))
        {
            var index = open.FindIndex(found => Mismatch(found.Diagnostic, expected, defaultPath) is null);
            if (index < 0)
            {
                missing.Add(expected);
                continue;
            }

            further?.Invoke(open[index].Diagnostic, expected, verifier);
            open.RemoveAt(index);
        }

        if (missing.Count > 0 || open.Count > 0)
        {
            verifier.Fail(await ExplainAsync(missing, open, reported, defaultPath).ConfigureAwait(false));
        }
    }

    private static async Task<string> ExplainAsync(
        List<DiagnosticResult> missing, List<ProjectDiagnostic> unexpected, ImmutableArray<ProjectDiagnostic> reported, string defaultPath)
    {
        var message = new StringBuilder("The reported diagnostics are not the expected ones.\n");
        if (missing.Count > 0)
        {
            message.Append("\nExpected and not reported:\n");
            foreach (var expected in missing)
            {
                message.Append("  ").Append(Describe(expected, defaultPath)).Append('\n');
                foreach (var close in unexpected.Where(found => found.Diagnostic.Id == expected.Id).Take(3))
                {
                    message.Append("    not the one at ").Append(DiagnosticText.Place(close.Diagnostic.Location.GetLineSpan()))
                        .Append(", because ").Append(Mismatch(close.Diagnostic, expected, defaultPath)).Append('\n');
                }
            }
        }

        if (unexpected.Count > 0)
        {
            message.Append("\nReported and not expected:\n").Append(DiagnosticText.List(unexpected.Select(found => found.Diagnostic)));
            if (unexpected.Any(found => found.IsFromCompiler))
            {
                message.Append("\nDiagnostics of the compiler (CS..) mean that the test source does not compile. Repair it, mark the place with {|CS0000:..|}, or set CompilerDiagnostics.\n");
            }
        }

        foreach (var file in reported.Where(found => found.Diagnostic.Location.SourceTree is not null).GroupBy(found => found.Diagnostic.Location.SourceTree!))
        {
            var text = await file.Key.GetTextAsync().ConfigureAwait(false);
            if (text.Lines.Count <= 80)
            {
                message.Append(CultureInfo.InvariantCulture, $"\nAll that is reported in {file.Key.FilePath}, as marks:\n")
                    .Append(DiagnosticText.AsMarkup(text, file.Select(found => found.Diagnostic))).Append('\n');
            }
        }

        return message.ToString();
    }

    private static string Describe(DiagnosticResult expected, string defaultPath) =>
        (expected.HasLocation ? string.Join(" and ", expected.Spans.Select(span => PlaceOf(span, defaultPath))) : "(no location)")
        + $": {(expected.Options.HasFlag(DiagnosticOptions.IgnoreSeverity) ? "" : expected.Severity.ToString().ToLowerInvariant() + " ")}{expected.Id}"
        + (expected.Message is { } text ? $": {text}" : "");

    private static string PlaceOf(DiagnosticLocation location, string defaultPath)
    {
        var span = location.Span.Path.Length == 0
            ? new FileLinePositionSpan(defaultPath, location.Span.StartLinePosition, location.Span.EndLinePosition)
            : location.Span;
        return DiagnosticText.Place(span);
    }

    /// <summary>Why a diagnostic is not the expected one, or null when it is.</summary>
    private static string? Mismatch(Diagnostic actual, DiagnosticResult expected, string defaultPath)
    {
        if (actual.Id != expected.Id)
        {
            return $"its id is {actual.Id}";
        }

        if (!expected.HasLocation)
        {
            if (actual.Location != Location.None)
            {
                return "it has a location, and none is expected";
            }
        }
        else
        {
            if (!IsAt(actual.Location, expected.Spans[0], defaultPath))
            {
                return "it is somewhere else";
            }

            if (!expected.Options.HasFlag(DiagnosticOptions.IgnoreAdditionalLocations)
                && (actual.AdditionalLocations.Count != expected.Spans.Length - 1
                    || actual.AdditionalLocations.Zip(expected.Spans.Skip(1)).Any(pair => !IsAt(pair.First, pair.Second, defaultPath))))
            {
                return $"its additional locations are [{string.Join(", ", actual.AdditionalLocations.Select(location => DiagnosticText.Place(location.GetLineSpan())))}]";
            }
        }

        if (!expected.Options.HasFlag(DiagnosticOptions.IgnoreSeverity) && actual.Severity != expected.Severity)
        {
            return $"its severity is {actual.Severity}";
        }

        if (actual.IsSuppressed != (expected.IsSuppressed ?? false))
        {
            return actual.IsSuppressed ? "it is suppressed (expect that with WithIsSuppressed(true))" : "it is not suppressed";
        }

        var message = actual.GetMessage(CultureInfo.InvariantCulture);
        if (expected.Message is { } text)
        {
            return message == text ? null : $"its message is '{message}'";
        }

        if (expected.MessageArguments is { } arguments)
        {
            var format = actual.Descriptor.MessageFormat.ToString(CultureInfo.InvariantCulture);
            try
            {
                return message == string.Format(CultureInfo.InvariantCulture, format, arguments) ? null : $"its message is '{message}'";
            }
            catch (FormatException)
            {
                return $"the message '{format}' takes more arguments than are expected";
            }
        }

        return null;
    }

    private static bool IsAt(Location actual, DiagnosticLocation expected, string defaultPath)
    {
        var span = actual.GetLineSpan();
        return TestPaths.Matches(expected.Span.Path, span.Path ?? "", defaultPath)
            && span.StartLinePosition == expected.Span.StartLinePosition
            && (expected.Options.HasFlag(DiagnosticLocationOptions.IgnoreLength) || span.EndLinePosition == expected.Span.EndLinePosition);
    }
}
