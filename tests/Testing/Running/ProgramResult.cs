using System;
using System.Text.RegularExpressions;

namespace DictionaryAnalyzers.Testing.Running;

/// <summary>What a program did.</summary>
/// <param name="StandardOutput">What it printed, with <c>\n</c> line ends.</param>
/// <param name="StandardError">What it printed as errors, an unhandled exception too, with <c>\n</c> line ends.</param>
/// <param name="ExitCode">How it ended; null when it had to be ended.</param>
/// <param name="Duration">How long it ran, its start included.</param>
public sealed record ProgramResult(string StandardOutput, string StandardError, int? ExitCode, TimeSpan Duration)
{
    /// <summary>Whether it had not ended when the time was over.</summary>
    public bool TimedOut => ExitCode is null;

    /// <summary>Whether it ended by itself, with exit code 0.</summary>
    public bool Succeeded => ExitCode == 0;

    /// <summary>Whether an unhandled exception of this type ended it, directly or inside another.</summary>
    public bool EndedWith<TException>()
        where TException : Exception => EndedWith(typeof(TException));

    /// <summary>Whether an unhandled exception of this type ended it, directly or inside another.</summary>
    public bool EndedWith(Type exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        if (Succeeded || TimedOut)
        {
            return false;
        }

        // The runtime has texts of its own for the two that leave it no room for an exception.
        return exception == typeof(StackOverflowException) && StandardError.Contains("Stack overflow", StringComparison.Ordinal)
            || exception == typeof(OutOfMemoryException) && StandardError.Contains("Out of memory", StringComparison.Ordinal)
            || Regex.IsMatch(StandardError, $@"(^|[\s(]){Regex.Escape(exception.FullName!.Replace('+', '.'))}($|[\s:)])", RegexOptions.Multiline)
            || Regex.IsMatch(StandardError, $@"(^|[\s(]){Regex.Escape(exception.FullName)}($|[\s:)])", RegexOptions.Multiline);
    }

    /// <inheritdoc />
    public override string ToString() =>
        $"{(TimedOut ? "had not ended" : $"ended with exit code {ExitCode}")} after {Duration.TotalSeconds:0.0} s\n"
        + $"standard output:\n{Indent(StandardOutput)}\nstandard error:\n{Indent(StandardError)}";

    private static string Indent(string text) =>
        text.Length == 0 ? "  (nothing)" : "  " + (text.Length > 4000 ? text[..4000] + "\n.." : text).TrimEnd('\n').Replace("\n", "\n  ", StringComparison.Ordinal);
}
