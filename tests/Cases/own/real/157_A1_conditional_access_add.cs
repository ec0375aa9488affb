// source: own, after the description: the dictionary is nullable, the write goes through ?.
// class: A1
using System.Collections.Generic;
using System.Linq;

namespace Corpus.Own.R157;

public sealed class DiagnosticBag
{
    private Dictionary<string, int>? _byCode;

    public void Report(string code) => (_byCode ??= new())[code] = 1;

    public void AddSummaries()
    {
        if (_byCode is null)
            return;
        foreach (var (code, count) in _byCode) // MAY: A1
        {
            if (code.Length == 6)
                _byCode?.Add(code.Substring(0, 2) + "xxxx" + count, 0); // BUG: A1
        }
    }

    public void AddSummariesFixed()
    {
        if (_byCode is null)
            return;
        foreach (var (code, count) in _byCode.ToArray())
        {
            if (code.Length == 6)
                _byCode?.Add(code.Substring(0, 2) + "xxxx" + count, 0);
        }
    }
}
