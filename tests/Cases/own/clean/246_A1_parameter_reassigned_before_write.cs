// source: own, after the description: the parameter is enumerated, reassigned to a copy and only then written
// class: A1
using System.Collections.Generic;

namespace Corpus.Own.C246;

public static class HeaderFolding
{
    public static SortedDictionary<string, string> Fold(SortedDictionary<string, string> headers)
    {
        var original = headers;
        foreach (var (name, value) in original)
        {
            if (value.IndexOf('\n') < 0)
                continue;
            headers = new SortedDictionary<string, string>(headers);
            headers[name] = value.Replace("\n", " ");
            headers.Remove(name + "-raw");
        }

        return headers;
    }
}
