// source: own, after the description: the factory creates a temporary file and returns its path
// class: A4
using System;
using System.Collections.Concurrent;
using System.IO;

namespace Corpus.Own.R358;

public sealed class WorkFiles
{
    private readonly ConcurrentDictionary<string, string> _paths = new();
    private readonly ConcurrentDictionary<string, Lazy<string>> _pathsFixed = new();

    public string PathOf(string job)
    {
        return _paths.GetOrAdd(job, _ => Path.GetTempFileName()); // BUG: A4
    }

    public string PathOfFixed(string job) => _pathsFixed.GetOrAdd(job, static _ => new Lazy<string>(Path.GetTempFileName)).Value;
}
