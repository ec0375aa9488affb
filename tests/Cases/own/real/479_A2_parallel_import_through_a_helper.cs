// source: own, after the description: a parallel loop calls a method of the type, which writes a field
// class: A2
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Threading.Tasks;

namespace Corpus.Own.R479;

public sealed class Import
{
    private readonly IDictionary<string, int> _rows = new Dictionary<string, int>(); // MAY: A2

    public int Run(IReadOnlyList<string> files)
    {
        Parallel.ForEach(files, ReadFile);
        return _rows.Count; // MAY: A2
    }

    private void ReadFile(string file) => Note(file, System.IO.File.ReadAllLines(file).Length);

    private void Note(string file, int rows)
    {
        if (!_rows.ContainsKey(file)) // MAY: A2
            _rows.Add(file, rows); // BUG: A2
    }
}

public sealed class ImportFixed
{
    private readonly IDictionary<string, int> _rows = new Dictionary<string, int>();
    private readonly object _gate = new();

    public int Run(IReadOnlyList<string> files)
    {
        Parallel.ForEach(files, ReadFile);
        return _rows.Count;
    }

    private void ReadFile(string file) => Note(file, System.IO.File.ReadAllLines(file).Length);

    private void Note(string file, int rows)
    {
        lock (_gate)
        {
            if (!_rows.ContainsKey(file))
                _rows.Add(file, rows);
        }
    }
}
