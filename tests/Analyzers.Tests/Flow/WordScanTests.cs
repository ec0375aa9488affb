using System.Linq;
using DictionaryAnalyzers.Flow;
using Xunit;

namespace DictionaryAnalyzers.Tests.Flow;

/// <summary>Where words stand in a text, without Roslyn.</summary>
public class WordScanTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("Task", "Task@0")]
    [InlineData("Tasks MyTask Task1 _Task Ta", "")]
    [InlineData("Task.Run(Task)", "Task@0 Run@5 Task@9")]
    [InlineData("run RUN Run", "Run@8")]
    [InlineData("Run", "Run@0")]
    [InlineData("äRun Run", "Run@5")]
    [InlineData("(Parallel)", "Parallel@1")]
    [InlineData("ParallelParallelParallelParallel", "")]
    public void Finds_WholeWords(string text, string expected) => Assert.Equal(
        expected,
        string.Join(" ", new WordScan(["Task", "Run", "Parallel", "Task"]).In(text).Select(found => $"{found.Word}@{found.Position}")));

    [Theory]
    [InlineData(0, 20, "Run@4")]
    [InlineData(4, 20, "Run@4")]
    [InlineData(7, 20, "Task@14")]
    [InlineData(7, 14, "")]
    [InlineData(15, 20, "")]
    public void Next_LooksInAPart(int start, int end, string expected)
    {
        var found = new WordScan(["Task", "Run"]).Next("var Run = Ran Task;;", start, end);
        Assert.Equal(expected, found is var (word, position) ? $"{word}@{position}" : "");
    }
}
