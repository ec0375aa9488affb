// source: own, after the description: a static table is created when it is first needed and filled afterwards, where others already see it
// class: A2
using System.Collections.Generic;

namespace Corpus.Own.R403;

public static class MimeTypes
{
    private static Dictionary<string, string>? _byExtension; // MAY: A2
    private static Dictionary<string, string>? _byExtensionFixed;

    public static string? Of(string extension)
    {
        if (_byExtension == null)
        {
            _byExtension = new Dictionary<string, string>(); // MAY: A2
            foreach (var line in Lines())
                _byExtension[line.Split(' ')[1]] = line.Split(' ')[0]; // BUG: A2
        }

        return _byExtension.TryGetValue(extension, out var type) ? type : null; // MAY: A2
    }

    public static string? OfFixed(string extension)
    {
        var table = _byExtensionFixed;
        if (table == null)
        {
            table = new Dictionary<string, string>();
            foreach (var line in Lines())
                table[line.Split(' ')[1]] = line.Split(' ')[0];
            _byExtensionFixed = table;
        }

        return table.TryGetValue(extension, out var type) ? type : null;
    }

    private static string[] Lines() => ["text/plain .txt", "image/png .png"];
}
