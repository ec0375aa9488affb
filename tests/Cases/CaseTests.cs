using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Xunit;
using Xunit.Abstractions;

namespace DictionaryAnalyzers.Cases;

/// <summary>
/// Bugs that code bases really had, re-created in small, and correct code that looks like them. Each class has the recall
/// that was reached as its floor; a false report is never accepted.
/// </summary>
public class CaseTests(ITestOutputHelper output)
{
    private static readonly ConcurrentDictionary<string, Lazy<Task<(IReadOnlyList<CaseFile> Cases, ILookup<(string Path, string Id), int> Reports)>>> Runs = new();

    [Theory]
    [InlineData("A1", 1.0, "DICT101")]
    [InlineData("A2", 1.0, "DICT201", "DICT202", "DICT209")]
    [InlineData("A3", 0.9, "DICT204", "DICT205")]
    [InlineData("A4", 1.0, "DICT206", "DICT207", "DICT208", "DICT210", "DICT211", "DICT212", "DICT216")]
    [InlineData("A5", 0.85, "DICT201", "DICT202", "DICT203")]
    [InlineData("B1", 1.0, "DICT301", "DICT302")]
    public Task Recreated(string @class, double floor, params string[] rules) => ScoreAsync(["real", "clean"], @class, floor, rules);

    [Theory]
    [InlineData("A1", 1.0, "DICT101")]
    [InlineData("A2", 1.0, "DICT201", "DICT202", "DICT209")]
    [InlineData("A3", 0.9, "DICT204", "DICT205")]
    [InlineData("A4", 1.0, "DICT206", "DICT207", "DICT208", "DICT210", "DICT211", "DICT212", "DICT216")]
    [InlineData("A5", 0.85, "DICT201", "DICT202", "DICT203")]
    [InlineData("B1", 1.0, "DICT301", "DICT302")]
    public Task Own(string @class, double floor, params string[] rules) => ScoreAsync(["own"], @class, floor, rules);

    /// <summary>No defect rule of the package, whatever its family, reports correct code.</summary>
    [Theory]
    [InlineData("real", "clean")]
    [InlineData("own")]
    public async Task Clean_IsSilentForEveryDefectRule(params string[] folders)
    {
        var (cases, reports) = await RunAsync(folders);
        var defects = Descriptors.All.Where(rule => rule.DefaultSeverity == DiagnosticSeverity.Warning).Select(rule => rule.Id);
        Assert.Empty(
            from file in cases
            where file.IsClean
            from id in defects
            from line in reports[(file.Path, id)]
            select $"{Path.GetFileName(file.Path)}:{line} {id}");
    }

    private static Task<(IReadOnlyList<CaseFile> Cases, ILookup<(string Path, string Id), int> Reports)> RunAsync(string[] folders) =>
        Runs.GetOrAdd(string.Join("+", folders), _ => new(async () =>
        {
            IReadOnlyList<CaseFile> cases = [.. folders.SelectMany(folder => CaseFile.In(Path.Combine(AppContext.BaseDirectory, folder)))];
            return (cases, await CaseCompilation.ReportsOnAsync(cases));
        })).Value;

    private async Task ScoreAsync(string[] folders, string @class, double floor, string[] rules)
    {
        var (cases, reports) = await RunAsync(folders);
        var ofClass = cases.Where(file => file.Class == @class).ToArray();
        Assert.NotEmpty(ofClass);
        Assert.DoesNotContain(reports, report => report.Key.Id == "AD0001");
        var lines = (from file in ofClass from rule in rules from line in reports[(file.Path, rule)] select (file.Path, line))
            .ToLookup(report => report.Path, report => report.line);
        var score = Score.Of(@class, ofClass, lines);
        output.WriteLine(score.ToString());
        Assert.True(score.Recall >= floor, score.ToString());
        Assert.Empty(score.False);
    }
}
