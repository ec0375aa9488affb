// source: own, after the description: the lambdas of ToDictionary and Count write another dictionary
// class: A1
using System.Collections.Generic;
using System.Linq;

namespace Corpus.Own.C268;

public sealed class PathInterner
{
    private readonly Dictionary<string, int> _ids = new();
    private readonly Dictionary<string, string> _files = new();

    public void AddFile(string path, string hash) => _files[path] = hash;

    private int Intern(string text)
    {
        if (!_ids.TryGetValue(text, out var id))
            _ids.Add(text, id = _ids.Count);
        return id;
    }

    public Dictionary<int, int> Pack() => _files.ToDictionary(f => Intern(f.Key), f => Intern(f.Value));

    public int CountNew() => _files.Count(f => _ids.TryAdd(f.Key, -1));
}
