// source: Flow-Launcher/Flow.Launcher issue #1039
// class: A4
using System.Collections.Concurrent;
using System.Linq;

namespace Corpus.Own.R360;

public sealed class ImageUsage
{
    public byte[] Data { get; init; } = [];

    public int Usage { get; set; }
}

public sealed class ImageCache
{
    private const int MaxCached = 50;
    private readonly ConcurrentDictionary<string, ImageUsage> _data = new();

    public void Put(string path, ImageUsage image) => _data[path] = image;

    public void Trim()
    {
        var surplus = _data.Skip(0).Count() - MaxCached;
        foreach (var key in _data.OrderBy(image => image.Value.Usage).Take(surplus).Select(image => image.Key).ToArray()) // BUG: A4
            _data.TryRemove(key, out _);
    }

    public void TrimFixed()
    {
        var images = _data.ToArray();
        foreach (var image in images.OrderBy(image => image.Value.Usage).Take(images.Length - MaxCached))
            _data.TryRemove(image.Key, out _);
    }
}
