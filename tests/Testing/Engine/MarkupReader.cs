using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace DictionaryAnalyzers.Testing.Engine;

/// <summary>Turns a state with marks into files without and the diagnostics that the marks expect.</summary>
internal sealed class MarkupReader(
    ImmutableArray<DiagnosticDescriptor> descriptors,
    DiagnosticDescriptor? defaultDescriptor,
    ImmutableArray<string> fixableIds,
    MarkupOptions options,
    ReferenceAssemblies defaultReferences)
{
    private readonly List<DiagnosticResult> _expected = [];
    private readonly Dictionary<string, FileLinePositionSpan> _keys = new(StringComparer.Ordinal);
    private MarkupMode _mode;

    public TestSolution Read(SolutionState state)
    {
        _expected.Clear();
        _keys.Clear();
        _mode = state.MarkupHandling ?? MarkupMode.Allow;
        var projects = state.AdditionalProjects.Values.Prepend(state).Select(ReadProject).ToImmutableArray();
        _expected.AddRange(state.ExpectedDiagnostics.Select(PlaceAtMarks));
        return new TestSolution(projects, [.. _expected]);
    }

    private TestProject ReadProject(ProjectState project)
    {
        var directory = project is SolutionState ? "/0/" : $"/{project.Name}/";
        return new TestProject(
            project.Name,
            project.ReferenceAssemblies ?? defaultReferences,
            project.OutputKind,
            project.DocumentationMode,
            ReadFiles(project.Sources, directory),
            ReadFiles(project.AdditionalFiles, directory),
            [.. project.AnalyzerConfigFiles.Select(file => new TestFile(TestPaths.Root(file.filename, directory), file.content))],
            [.. project.AdditionalReferences],
            [.. project.AdditionalProjectReferences]);
    }

    private ImmutableArray<TestFile> ReadFiles(SourceFileCollection files, string directory) =>
        [.. files.Select(file => ReadFile(TestPaths.Root(file.filename, directory), file.content))];

    private TestFile ReadFile(string path, SourceText marked)
    {
        if (_mode == MarkupMode.None)
        {
            return new TestFile(path, marked);
        }

        string code;
        ImmutableArray<int> positions = [];
        ImmutableDictionary<string, ImmutableArray<TextSpan>> spans;
        if (options.HasFlag(MarkupOptions.TreatPositionIndicatorsAsCode))
        {
            TestFileMarkupParser.GetSpans(marked.ToString(), treatPositionIndicatorsAsCode: true, out code, out spans);
        }
        else
        {
            TestFileMarkupParser.GetPositionsAndSpans(marked.ToString(), out code, out positions, out spans);
        }

        var text = SourceText.From(code, marked.Encoding ?? Encoding.UTF8);
        foreach (var position in positions)
        {
            Expect("", expected => expected.WithLocation(path, text.Lines.GetLinePosition(position)));
        }

        foreach (var (name, places) in spans.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            foreach (var place in places)
            {
                var span = new FileLinePositionSpan(path, text.Lines.GetLinePositionSpan(place));
                if (!name.StartsWith('#'))
                {
                    Expect(name, expected => expected.WithSpan(span));
                }
                else if (!_keys.TryAdd(name, span))
                {
                    throw new VerificationException($"The mark '{{|{name}:' stands twice. Give each place a number of its own.");
                }
            }
        }

        return new TestFile(path, text);
    }

    private void Expect(string id, Func<DiagnosticResult, DiagnosticResult> place)
    {
        if (_mode == MarkupMode.Ignore)
        {
            return;
        }

        var descriptor = id.Length == 0 ? DefaultDescriptor() : descriptors.FirstOrDefault(descriptor => descriptor.Id == id);
        if (_mode == MarkupMode.IgnoreFixable && fixableIds.Contains(descriptor?.Id ?? id))
        {
            return;
        }

        // A mark says where; a test that wants to see the message or the level uses {|#0:..|} and ExpectedDiagnostics.
        var expected = descriptor is not null
            ? new DiagnosticResult(descriptor).WithOptions(DiagnosticOptions.IgnoreAdditionalLocations | DiagnosticOptions.IgnoreSeverity)
            : DiagnosticResult.CompilerError(id).WithOptions(DiagnosticOptions.IgnoreAdditionalLocations | DiagnosticOptions.IgnoreSeverity);
        _expected.Add(place(expected.WithMessage(null)));
    }

    private DiagnosticDescriptor DefaultDescriptor() => defaultDescriptor
        ?? throw new VerificationException(
            "[|..|] does not say which diagnostic is meant, because the analyzer has not exactly one. "
            + $"Write {{|ID:..|}} (of {string.Join(", ", descriptors.Select(descriptor => descriptor.Id).Distinct())}) or set MarkupOptions.UseFirstDescriptor.");

    private DiagnosticResult PlaceAtMarks(DiagnosticResult expected) => expected.At([.. expected.Spans.Select(PlaceAtMark)]);

    private DiagnosticLocation PlaceAtMark(DiagnosticLocation location)
    {
        if (!location.Options.HasFlag(DiagnosticLocationOptions.InterpretAsMarkupKey))
        {
            return location;
        }

        var name = "#" + location.Span.StartLinePosition.Line;
        return _keys.TryGetValue(name, out var span)
            ? new DiagnosticLocation(span, location.Options & ~DiagnosticLocationOptions.InterpretAsMarkupKey)
            : throw new VerificationException($"A diagnostic is expected at the mark {{|{name}:..|}}, and no source has that mark.");
    }
}
