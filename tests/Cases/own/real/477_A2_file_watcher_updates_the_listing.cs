// source: own, after the description: events of a watcher change what a property counts and a method walks
// class: A2
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace Corpus.Own.R477;

public sealed class Listing
{
    private readonly Dictionary<string, long> _sizes = new(); // MAY: A2
    private readonly FileSystemWatcher _watcher;

    public Listing(string folder)
    {
        _watcher = new FileSystemWatcher(folder);
        _watcher.Created += OnCreated;
        _watcher.EnableRaisingEvents = true;
    }

    public long Total() => _sizes.Values.Sum(); // MAY: A2

    private void OnCreated(object sender, FileSystemEventArgs e) => _sizes[e.FullPath] = new FileInfo(e.FullPath).Length; // BUG: A2
}

public sealed class ListingFixed
{
    private readonly ConcurrentDictionary<string, long> _sizes = new();
    private readonly FileSystemWatcher _watcher;

    public ListingFixed(string folder)
    {
        _watcher = new FileSystemWatcher(folder);
        _watcher.Created += OnCreated;
        _watcher.EnableRaisingEvents = true;
    }

    public long Total() => _sizes.Sum(size => size.Value);

    private void OnCreated(object sender, FileSystemEventArgs e) => _sizes[e.FullPath] = new FileInfo(e.FullPath).Length;
}
