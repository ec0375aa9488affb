// source: dotnet/msbuild PR #10152 (the delegate of a lambda that captures nothing is one object, so all keys share one lock)
// class: A4
using System.Collections.Concurrent;

namespace Corpus.Own.R381;

public sealed class ProjectCache
{
    private readonly ConcurrentDictionary<string, object> _fileLocks = new();
    private readonly ConcurrentDictionary<string, string> _projects = new();

    public object LockOf(string file)
    {
        return _fileLocks.GetOrAdd(file, () => new object()); // BUG: A4
    }

    public object LockOfFixed(string file) => _fileLocks.GetOrAdd(file, static _ => new object());

    public void Put(string file, string text) => _projects[file] = text;
}
