// source: own, after the description: the live keys are the second argument of a lazy Concat
// class: A1
using System.Collections.Generic;
using System.Linq;

namespace Corpus.Own.R176;

public sealed class SearchPath
{
    private readonly SortedDictionary<string, int> _directories = new();

    public void Add(string directory, int misses) => _directories[directory] = misses;

    private bool Probe(string directory)
    {
        if (directory.Length > 3)
            return true;
        _directories.Remove(directory);
        return false;
    }

    public string? Find(IEnumerable<string> preferred)
    {
        foreach (var directory in preferred.Concat(_directories.Keys)) // MAY: A1
        {
            if (Probe(directory)) // BUG: A1
                return directory;
        }

        return null;
    }

    public string? FindFixed(IEnumerable<string> preferred)
    {
        foreach (var directory in preferred.Concat(_directories.Keys.ToArray()))
        {
            if (Probe(directory))
                return directory;
        }

        return null;
    }
}
