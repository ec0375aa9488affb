// source: own, after the description: events of a file watcher come on threads of the pool
// class: A2
using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;

namespace Corpus.Own.R418;

public sealed class ConfigFiles : IDisposable
{
    private readonly Dictionary<string, string> _contents = new(); // MAY: A2
    private readonly FileSystemWatcher _watcher;

    public ConfigFiles(string folder)
    {
        _watcher = new FileSystemWatcher(folder);
        _watcher.Changed += OnChanged;
        _watcher.EnableRaisingEvents = true;
    }

    public string? Read(string file) => _contents.TryGetValue(file, out var text) ? text : null; // MAY: A2

    public void Dispose() => _watcher.Dispose();

    private void OnChanged(object sender, FileSystemEventArgs e) => Load(e.FullPath);

    private void Load(string path)
    {
        _contents[path] = File.ReadAllText(path); // BUG: A2
    }
}

public sealed class ConfigFilesFixed : IDisposable
{
    private readonly ConcurrentDictionary<string, string> _contents = new();
    private readonly FileSystemWatcher _watcher;

    public ConfigFilesFixed(string folder)
    {
        _watcher = new FileSystemWatcher(folder);
        _watcher.Changed += OnChanged;
    }

    public string? Read(string file) => _contents.TryGetValue(file, out var text) ? text : null;

    public void Dispose() => _watcher.Dispose();

    private void OnChanged(object sender, FileSystemEventArgs e) => _contents[e.FullPath] = File.ReadAllText(e.FullPath);
}
