// source: structure of editors that close all documents, as one expression
// class: A1
// note: Count runs a method group for each value; Sorted keeps failure on net10
using System.Collections.Generic;
using System.Linq;

namespace Corpus.Own.R631;

public sealed record Upload(string Name, int Failures);

public sealed class UploadQueue
{
    private readonly SortedDictionary<string, Upload> _uploads = new();

    public void Add(Upload upload) => _uploads.Add(upload.Name, upload);

    private bool DropBroken(Upload upload)
    {
        if (upload.Failures < 3)
            return false;
        _uploads.Remove(upload.Name);
        return true;
    }

    public int Sweep() => _uploads.Values.Count(DropBroken); // BUG: A1

    public int SweepFixed() => _uploads.Values.ToList().Count(DropBroken);
}
