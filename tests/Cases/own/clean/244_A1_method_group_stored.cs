// source: own, after the description: a method group that removes is stored in the loop, not run
// class: A1
using System;
using System.Collections.Generic;

namespace Corpus.Own.C244;

public sealed class FileWatch
{
    public Action<string>? Deleted { get; set; }
}

public sealed class WatchTable
{
    private readonly SortedDictionary<string, FileWatch> _watches = new(StringComparer.Ordinal);

    public FileWatch Watch(string path) => _watches[path] = new FileWatch();

    private void Forget(string path) => _watches.Remove(path);

    public int Arm()
    {
        var armed = 0;
        foreach (var watch in _watches.Values)
        {
            watch.Deleted = Forget;
            armed++;
        }

        return armed;
    }
}
