// source: own, after the description: Clear of a plain Dictionary inside its loop
// class: A1
using System.Collections.Generic;

namespace Corpus.Own.C215;

public sealed class BatchBuffer
{
    private readonly Dictionary<int, string> _rows = new();

    public int Count => _rows.Count;

    public void Add(int row, string text) => _rows[row] = text;

    public int Validate()
    {
        var checkedRows = 0;
        foreach (var text in _rows.Values)
        {
            checkedRows++;
            if (text == "ABORT")
                _rows.Clear();
        }

        return checkedRows;
    }
}
