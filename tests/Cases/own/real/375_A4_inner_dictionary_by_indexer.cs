// source: own, after the description: a plain dictionary as the value, written by its indexer in a parallel loop
// class: A4
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Threading.Tasks;

namespace Corpus.Own.R375;

public sealed class Matrix
{
    private readonly ConcurrentDictionary<int, Dictionary<int, double>> _rows = new();
    private readonly ConcurrentDictionary<int, ConcurrentDictionary<int, double>> _rowsFixed = new();

    public int CellsOf(int row) => _rows.TryGetValue(row, out var cells) ? cells.Count : 0;

    public void Fill(int rows, int columns) => Parallel.For(0, rows * columns, cell =>
    {
        _rows.GetOrAdd(cell % rows, static _ => new Dictionary<int, double>())[cell / rows] = cell; // BUG: A4
    });

    public void FillFixed(int rows, int columns) => Parallel.For(0, rows * columns, cell =>
        _rowsFixed.GetOrAdd(cell % rows, static _ => new ConcurrentDictionary<int, double>())[cell / rows] = cell);
}
