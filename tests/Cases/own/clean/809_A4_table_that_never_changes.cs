// source: structure of static maps built once
// class: A4
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;

namespace Corpus.Own.C809;

public static class MimeTypes
{
    private static readonly ConcurrentDictionary<string, string> ByExtension = new(new Dictionary<string, string>
    {
        [".txt"] = "text/plain",
        [".html"] = "text/html",
    });

    public static List<KeyValuePair<string, string>> All() => ByExtension.OrderBy(m => m.Key).ToList();

    public static string? Of(string extension) => ByExtension.GetValueOrDefault(extension);
}
