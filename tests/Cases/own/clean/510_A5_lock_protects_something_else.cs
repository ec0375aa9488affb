// source: structure of a document model whose lock is for its log writer
// class: A5
using System.Collections.Generic;
using System.IO;

namespace Corpus.Own.C510;

public sealed class Document
{
    private readonly object _logLock = new();
    private readonly Dictionary<string, string> _fields = new();
    private readonly TextWriter _log;

    public Document(TextWriter log) => _log = log;

    public void Set(string name, string value) => _fields[name] = value;

    public void Unset(string name) => _fields.Remove(name);

    public string? Get(string name) => _fields.GetValueOrDefault(name);

    public void Clear() => _fields.Clear();

    public void Log()
    {
        lock (_logLock)
        {
            foreach (var pair in _fields)
                _log.WriteLine(pair.Value);
            _log.WriteLine(_fields.Count);
        }
    }
}
