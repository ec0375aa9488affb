using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace DictionaryAnalyzers.Testing;

/// <summary>All files of a test at one time, before or after a code fix, and the diagnostics that are expected in them.</summary>
public class SolutionState : ProjectState
{
    private readonly string _defaultPrefix;
    private readonly string _defaultExtension;

    /// <summary>Creates an empty state.</summary>
    public SolutionState(string name, string language, string defaultPrefix, string defaultExtension)
        : base(name, language, defaultPrefix, defaultExtension)
    {
        _defaultPrefix = defaultPrefix;
        _defaultExtension = defaultExtension;
        AdditionalProjects = new ProjectCollection(language, defaultExtension);
    }

    /// <summary>What an unset part of this state takes over; null decides by whether this state has contents of its own.</summary>
    public StateInheritanceMode? InheritanceMode { get; set; }

    /// <summary>What marks mean in this state; null is <see cref="MarkupMode.Allow"/>.</summary>
    public MarkupMode? MarkupHandling { get; set; }

    /// <summary>The projects besides the first.</summary>
    public ProjectCollection AdditionalProjects { get; }

    /// <summary>Diagnostics that are expected besides those that are marked in the sources.</summary>
    public List<DiagnosticResult> ExpectedDiagnostics { get; } = [];

    /// <summary>Whether the test said anything about this state.</summary>
    internal bool IsSpecified =>
        Sources.Count > 0 || AdditionalProjects.Count > 0 || AdditionalFiles.Count > 0 || AnalyzerConfigFiles.Count > 0 || ExpectedDiagnostics.Count > 0;

    /// <summary>This state with what it leaves open taken from <paramref name="before"/>.</summary>
    internal SolutionState InheritFrom(SolutionState before, ImmutableArray<string> fixableIds)
    {
        var mode = InheritanceMode ?? (IsSpecified ? StateInheritanceMode.AutoInherit : StateInheritanceMode.AutoInheritAll);
        var result = new SolutionState(Name, Language, _defaultPrefix, _defaultExtension)
        {
            InheritanceMode = StateInheritanceMode.Explicit,
            MarkupHandling = MarkupHandling ?? (IsSpecified ? MarkupMode.Allow : before.MarkupHandling),
        };
        result.Fill(this);
        result.ExpectedDiagnostics.AddRange(ExpectedDiagnostics);
        foreach (var (name, project) in AdditionalProjects)
        {
            result.AdditionalProjects[name].Fill(project);
        }

        if (mode == StateInheritanceMode.Explicit)
        {
            return result;
        }

        result.Fill(before);
        foreach (var (name, project) in before.AdditionalProjects)
        {
            result.AdditionalProjects[name].Fill(project);
        }

        if (ExpectedDiagnostics.Count == 0)
        {
            result.ExpectedDiagnostics.AddRange(before.ExpectedDiagnostics.Where(
                expected => mode == StateInheritanceMode.AutoInheritAll || !fixableIds.Contains(expected.Id)));
        }

        return result;
    }
}
