// source: structure of canton7/SyncTrayzor issue #221 and similar: a query is made once and kept
// class: A1
// note: the lazy query is built in the constructor and stored; Sorted keeps failure on net10
using System;
using System.Collections.Generic;
using System.Linq;

namespace Corpus.Own.R616;

public sealed record Upload(string Id, DateTime Started);

public sealed class UploadTable
{
    private readonly SortedDictionary<string, Upload> _uploads = new(StringComparer.Ordinal);
    private readonly IEnumerable<Upload> _stale;
    private DateTime _now;

    public UploadTable() => _stale = _uploads.Values.Where(u => _now - u.Started > TimeSpan.FromHours(1));

    public void Begin(string id, DateTime now) => _uploads[id] = new Upload(id, now);

    public int Sweep(DateTime now)
    {
        _now = now;
        var removed = 0;
        foreach (var upload in _stale) // MAY: A1
        {
            if (_uploads.Remove(upload.Id)) // BUG: A1
                removed++;
        }

        return removed;
    }

    public int SweepFixed(DateTime now)
    {
        _now = now;
        var removed = 0;
        foreach (var upload in _stale.ToList())
        {
            if (_uploads.Remove(upload.Id))
                removed++;
        }

        return removed;
    }
}
