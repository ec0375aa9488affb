// source: own, after the description: the table is filled as a local, and then assigned whole
// class: A2
using System.Collections.Generic;
using System.Threading;

namespace Corpus.Own.C441;

public static class Countries
{
    private static volatile Dictionary<string, string>? _names;

    public static string? NameOf(string code)
    {
        var names = _names;
        if (names == null)
        {
            names = new Dictionary<string, string>();
            names["de"] = "Deutschland";
            names["fr"] = "France";
            _names = names;
        }

        return names.TryGetValue(code, out var name) ? name : null;
    }

    public static void Reload(IEnumerable<string> lines)
    {
        var fresh = new Dictionary<string, string>();
        foreach (var line in lines)
            fresh[line.Substring(0, 2)] = line.Substring(3);
        Interlocked.Exchange(ref _names, fresh);
    }
}
