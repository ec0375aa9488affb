// source: structure of thumbnail loaders (fire and forget in a loop)
// class: A2
// note: async void calls in a loop, each writes after its await; no synchronization context because of ConfigureAwait(false)
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Threading.Tasks;

namespace Corpus.Own.R910;

public sealed class Thumbnails
{
    private readonly Dictionary<string, byte[]> _images = new(); // MAY: A2

    public void LoadAll(string folder)
    {
        foreach (var path in Directory.EnumerateFiles(folder))
            Load(path); // MAY: A2
    }

    private async void Load(string path)
    {
        var bytes = await File.ReadAllBytesAsync(path).ConfigureAwait(false);
        _images[path] = bytes; // BUG: A2
    }
}

public sealed class ThumbnailsFixed
{
    private readonly ConcurrentDictionary<string, byte[]> _images = new();

    public void LoadAll(string folder)
    {
        foreach (var path in Directory.EnumerateFiles(folder))
            Load(path);
    }

    private async void Load(string path)
    {
        var bytes = await File.ReadAllBytesAsync(path).ConfigureAwait(false);
        _images[path] = bytes;
    }
}
