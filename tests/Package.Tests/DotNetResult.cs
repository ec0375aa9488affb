using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using Xunit;

namespace DictionaryAnalyzers.Package.Tests;

/// <summary>What a dotnet command printed, and the diagnostics in it.</summary>
internal sealed partial record DotNetResult(string Command, int ExitCode, string Output)
{
    /// <summary>All diagnostics, each once.</summary>
    public IReadOnlyList<LoggedDiagnostic> All { get; } = [.. Line().Matches(Output).Select(Read).Distinct()];

    /// <summary>The package's own diagnostics, each once.</summary>
    public IReadOnlyList<LoggedDiagnostic> Diagnostics =>
        [.. All.Where(logged => logged.Id.StartsWith("DICT", StringComparison.Ordinal))];

    /// <summary>The diagnostics of one project.</summary>
    public IEnumerable<LoggedDiagnostic> In(string project) => Diagnostics.Where(logged => logged.Project == project);

    /// <summary>Fails with everything that was printed unless the command succeeded.</summary>
    public DotNetResult MustSucceed()
    {
        Assert.True(ExitCode == 0, $"{Command} ended with {ExitCode}:\n{Output}");
        return this;
    }

    /// <summary>Fails with everything that was printed unless the command failed.</summary>
    public DotNetResult MustFail()
    {
        Assert.True(ExitCode != 0, $"{Command} succeeded:\n{Output}");
        return this;
    }

    private static LoggedDiagnostic Read(Match match) => new(
        Path.GetFileNameWithoutExtension(match.Groups["project"].Success ? match.Groups["project"].Value : match.Groups["file"].Value),
        Path.GetFileName(match.Groups["file"].Value),
        match.Groups["line"].Success ? int.Parse(match.Groups["line"].Value, CultureInfo.InvariantCulture) : 0,
        match.Groups["severity"].Value,
        match.Groups["id"].Value,
        match.Groups["message"].Value);

    // Path(line,column): warning ID: message [project]; without a position: Path : warning ID: message
    [GeneratedRegex(
        @"^\s*(?<file>[^\r\n(]+?)(\((?<line>\d+)(,\d+)*\))?\s*: (?<severity>warning|error) (?<id>\w+): (?<message>[^\r\n]*?)( \[(?<project>[^\]\r\n:]+)(::[^\]\r\n]*)?\])?\r?$",
        RegexOptions.Multiline)]
    private static partial Regex Line();
}
