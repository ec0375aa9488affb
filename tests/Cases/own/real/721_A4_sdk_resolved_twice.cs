// source: dotnet/msbuild PR #4797
// class: A4
// note: the factory calls the base class, which writes to disk
using System;
using System.Collections.Concurrent;
using System.IO;

namespace Corpus.Own.R721;

public class Resolver
{
    public virtual string Resolve(string name)
    {
        var path = Path.Combine(Path.GetTempPath(), name);
        Directory.CreateDirectory(path);
        File.WriteAllText(Path.Combine(path, "marker"), name);
        return path;
    }
}

public sealed class CachingResolver : Resolver
{
    private readonly ConcurrentDictionary<string, string> _cache = new();
    private readonly ConcurrentDictionary<string, Lazy<string>> _cacheFixed = new();

    public override string Resolve(string name) => _cache.GetOrAdd(name, key => base.Resolve(key)); // BUG: A4

    public string ResolveFixed(string name) => _cacheFixed.GetOrAdd(name, key => new Lazy<string>(() => base.Resolve(key))).Value;
}
