// source: own, after the description: a Lazy that would add is created in the loop and forced after it
// class: A1
using System;
using System.Collections.Generic;

namespace Corpus.Own.C271;

public sealed class ReportCatalog
{
    private readonly SortedDictionary<string, int> _pages = new(StringComparer.Ordinal);

    public void Add(string report, int pages) => _pages[report] = pages;

    private int AddAppendix(string report)
    {
        _pages[report + " appendix"] = 1;
        return _pages.Count;
    }

    public int Prepare()
    {
        var appendices = new List<Lazy<int>>();
        foreach (var report in _pages.Keys)
            appendices.Add(new Lazy<int>(() => AddAppendix(report)));
        return appendices.Count == 0 ? 0 : appendices[0].Value;
    }
}
