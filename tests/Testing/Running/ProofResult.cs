using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;

namespace DictionaryAnalyzers.Testing.Running;

/// <summary>What a program did before and after a code fix.</summary>
/// <param name="Before">What it did before.</param>
/// <param name="After">What it did after.</param>
/// <param name="FixedCode">The first source file after the fix.</param>
public sealed record ProofResult(ProgramResult Before, ProgramResult After, string FixedCode)
{
    /// <summary>Whether it printed the same before and after, but for lines that match a regular expression.</summary>
    public bool SameOutputApartFrom(string linePattern) => Lines(Before, linePattern).SequenceEqual(Lines(After, linePattern), StringComparer.Ordinal);

    /// <inheritdoc />
    public override string ToString() => $"Before the fix it {Before}\n\nAfter the fix it {After}\n\nThe fixed program:\n{FixedCode}";

    private static IEnumerable<string> Lines(ProgramResult result, string without) =>
        result.StandardOutput.Split('\n').Where(line => !Regex.IsMatch(line, without));
}
