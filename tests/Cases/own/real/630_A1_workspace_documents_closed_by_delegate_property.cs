// source: structure of editors that close all documents (OmniSharp and similar)
// class: A1
// note: a Func given to the constructor of the child closes it in the owner; conditional access; Sorted keeps failure on net10
using System;
using System.Collections.Generic;
using System.Linq;

namespace Corpus.Own.R630;

public sealed class Document
{
    private readonly Func<string, bool>? _onClose;

    public Document(string path, Func<string, bool>? onClose)
    {
        Path = path;
        _onClose = onClose;
    }

    public string Path { get; }

    public bool Close() => _onClose?.Invoke(Path) ?? false;
}

public sealed class Workspace
{
    private readonly SortedDictionary<string, Document> _documents = new();

    public Document Open(string path)
    {
        if (_documents.TryGetValue(path, out var open))
            return open;
        return _documents[path] = new Document(path, OnClose);
    }

    private bool OnClose(string path) => _documents.Remove(path);

    public int CloseAll()
    {
        var closed = 0;
        foreach (var document in _documents.Values) // MAY: A1
        {
            if (document.Close()) // BUG: A1
                closed++;
        }

        return closed;
    }

    public int CloseAllFixed() => _documents.Values.ToArray().Count(d => d.Close());
}
