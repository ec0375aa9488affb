// source: structure of a file watcher whose event adds to what the lock guards, through a private property
// class: A5
using System.Collections.Generic;
using System.IO;

namespace Corpus.Own.R518;

public sealed class ChangedFiles
{
    private readonly object _gate = new();
    private HashSet<string>? _changed;

    private HashSet<string> Changed => _changed ??= new HashSet<string>();

    public void Watch(FileSystemWatcher watcher)
    {
        watcher.Changed += OnChanged;
        watcher.Deleted += OnDeletedFixed;
    }

    public string[] Take()
    {
        lock (_gate)
        {
            var all = new string[Changed.Count];
            Changed.CopyTo(all);
            Changed.Clear();
            return all;
        }
    }

    private void OnChanged(object sender, FileSystemEventArgs e)
    {
        Changed.Add(e.FullPath); // BUG: A5
    }

    private void OnDeletedFixed(object sender, FileSystemEventArgs e)
    {
        lock (_gate)
            Changed.Remove(e.FullPath);
    }
}
