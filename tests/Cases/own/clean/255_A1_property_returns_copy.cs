// source: own, after the description: the property returns a copy, the consumer removes through another method
// class: A1
using System.Collections.Generic;
using System.Linq;

namespace Corpus.Own.C255;

public sealed class DownloadManager
{
    private readonly SortedDictionary<int, bool> _downloads = new();

    public IReadOnlyList<int> Finished => _downloads.Where(d => d.Value).Select(d => d.Key).ToList();

    public void Set(int id, bool done) => _downloads[id] = done;

    public void Remove(int id) => _downloads.Remove(id);
}

public static class DownloadPanel
{
    public static void Clear(DownloadManager manager)
    {
        foreach (var id in manager.Finished)
            manager.Remove(id);
    }
}
