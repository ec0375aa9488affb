using System.Collections.Generic;
using System.Linq;

namespace DictionaryAnalyzers.Cases;

/// <summary>How well the rules of one class of defects do on marked cases.</summary>
public sealed record Score(string Class, int Must, int Found, IReadOnlyList<string> Missed, IReadOnlyList<string> False)
{
    /// <summary>The part of the marked lines that was reported.</summary>
    public double Recall => Must == 0 ? 1 : (double)Found / Must;

    /// <summary>Scores what was reported, as lines by file, against the marks. Hard cases do not count against recall.</summary>
    public static Score Of(string @class, IEnumerable<CaseFile> cases, ILookup<string, int> reported)
    {
        var missed = new List<string>();
        var falseReports = new List<string>();
        var must = 0;
        foreach (var file in cases)
        {
            var lines = reported[file.Path].ToHashSet();
            foreach (var line in file.Must)
            {
                // A report on the other half of the same defect counts where the file has only one.
                var isFound = lines.Contains(line) || (file.Must.Count == 1 && lines.Overlaps(file.May));
                must += file.IsHard ? 0 : 1;
                if (!isFound && !file.IsHard)
                {
                    missed.Add($"{System.IO.Path.GetFileName(file.Path)}:{line}");
                }
            }

            falseReports.AddRange(lines.Except(file.Must).Except(file.May).Select(line => $"{System.IO.Path.GetFileName(file.Path)}:{line}"));
        }

        return new Score(@class, must, must - missed.Count, missed, falseReports);
    }

    public override string ToString() =>
        $"{Class}: recall {Recall:0.00} ({Found}/{Must}), false {False.Count}"
        + (Missed.Count > 0 ? $"; missed {string.Join(", ", Missed)}" : "")
        + (False.Count > 0 ? $"; false {string.Join(", ", False)}" : "");
}
