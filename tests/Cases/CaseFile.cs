using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;

namespace DictionaryAnalyzers.Cases;

/// <summary>One marked case: what it is about, which lines must be reported and which may be.</summary>
public sealed partial class CaseFile
{
    private CaseFile(string path)
    {
        Path = path;
        Text = File.ReadAllText(path);
        var lines = Text.Split('\n');
        Class = lines[1].Split(": ")[1].Trim();
        IsHard = lines.Take(4).Any(line => line.Contains("note: hard"));
        Must = Numbered(lines, BugMark());
        May = Numbered(lines, MayMark());
    }

    public string Path { get; }

    public string Text { get; }

    /// <summary>The class of defect, such as A1.</summary>
    public string Class { get; }

    /// <summary>Whether it is correct code that only looks like a bug.</summary>
    public bool IsClean => System.IO.Path.GetFileName(System.IO.Path.GetDirectoryName(Path)) == "clean";

    /// <summary>Whether it needs knowledge that a static analyzer can seldom have.</summary>
    public bool IsHard { get; }

    /// <summary>The lines, counted from one, that an ideal analyzer reports.</summary>
    public IReadOnlySet<int> Must { get; }

    /// <summary>The lines that are the other half of a defect.</summary>
    public IReadOnlySet<int> May { get; }

    /// <summary>All cases in a folder and below.</summary>
    public static IReadOnlyList<CaseFile> In(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories).Order().Select(path => new CaseFile(path))];

    private static HashSet<int> Numbered(string[] lines, Regex mark) =>
        [.. Enumerable.Range(1, lines.Length).Where(number => mark.IsMatch(lines[number - 1]))];

    [GeneratedRegex(@"// BUG: [A-Z]\d")]
    private static partial Regex BugMark();

    [GeneratedRegex("// MAY: ")]
    private static partial Regex MayMark();
}
