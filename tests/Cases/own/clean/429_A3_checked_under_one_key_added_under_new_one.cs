// source: own, after the description: the local that holds the key is assigned between the check and the atomic insert
// class: A3
using System;
using System.Collections.Concurrent;

namespace Corpus.Own.C429;

public sealed class Uploads
{
    private readonly ConcurrentDictionary<string, byte[]> _files = new();

    public string Store(string name, byte[] content)
    {
        if (_files.ContainsKey(name))
            name = Guid.NewGuid().ToString("N");
        while (!_files.TryAdd(name, content))
            name = Guid.NewGuid().ToString("N");
        return name;
    }
}
