using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DictionaryAnalyzers.Testing;

/// <summary>What a test can say here and cannot say with Microsoft.CodeAnalysis.Testing.</summary>
public sealed class TestExtras
{
    /// <summary>
    /// Options for the whole compilation, such as <c>build_property.TargetFramework</c>, given to every project as a globalconfig file.
    /// </summary>
    public Dictionary<string, string> GlobalOptions { get; } = [];

    /// <summary>The C# version of the sources.</summary>
    public LanguageVersion LanguageVersion { get; set; } = LanguageVersion.Latest;

    /// <summary>The nullable context of the sources.</summary>
    public NullableContextOptions NullableContextOptions { get; set; } = NullableContextOptions.Enable;

    /// <summary>Whether every project gets the global usings of the .NET SDK.</summary>
    public bool ImplicitUsings { get; set; }

    /// <summary>
    /// Whether each document is asked for on its own as well, as an editor does. A rule that reports only at the end of a
    /// compilation, or in another document than the one it looks at, fails.
    /// </summary>
    public bool LiveMode { get; set; } = true;

    /// <summary>How often the analyzers run at the same time; all runs must report the same. 1 compares nothing.</summary>
    public int ParallelRuns { get; set; } = 2;

    /// <summary>After how long the test fails: an analyzer or a code fix that loops must not hold up all the others.</summary>
    public TimeSpan TimeLimit { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>
    /// The equivalence keys that are offered, in order, for each diagnostic that the code fix can repair. Null does not look; empty means
    /// that nothing is offered.
    /// </summary>
    public IList<string>? OfferedEquivalenceKeys { get; set; }

    /// <summary>The titles that are offered, in order, for each diagnostic that the code fix can repair. Null does not look.</summary>
    public IList<string>? OfferedTitles { get; set; }

    /// <summary>The analyzers that a code fix must not give anything new to report, besides the one under test.</summary>
    public ImmutableArray<DiagnosticAnalyzer> Companions { get; set; } = CompanionAnalyzers.Default;

    /// <summary>The ids of reports that a code fix rightly brings up.</summary>
    public ICollection<string> NewReports { get; } = new HashSet<string>();

    /// <summary>Whether the code fix provider must be exported under its own name and shared, as an editor needs it.</summary>
    public bool CheckProvider { get; set; } = true;
}
