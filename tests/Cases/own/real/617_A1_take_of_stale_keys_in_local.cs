// source: structure of size bounded caches (trim the first n)
// class: A1
// note: Where, Select and Take in a local stay lazy; SortedList keeps failure on net10
using System;
using System.Collections.Generic;
using System.Linq;

namespace Corpus.Own.R617;

public sealed class TileCache
{
    private readonly SortedList<long, byte[]> _tiles = new();
    private readonly int _limit = 512;

    public void Put(long stamp, byte[] tile)
    {
        _tiles[stamp] = tile;
        if (_tiles.Count > _limit)
            Trim(stamp);
    }

    private void Trim(long now)
    {
        var excess = _tiles.Count - _limit;
        var oldest = _tiles.Where(t => now - t.Key > 60).Select(t => t.Key).Take(excess);
        foreach (var stamp in oldest) // MAY: A1
        {
            _tiles.Remove(stamp); // BUG: A1
            Console.WriteLine("trimmed " + stamp);
        }
    }

    public void TrimFixed(long now)
    {
        var excess = _tiles.Count - _limit;
        var oldest = _tiles.Where(t => now - t.Key > 60).Select(t => t.Key).Take(excess).ToList();
        foreach (var stamp in oldest)
        {
            _tiles.Remove(stamp);
            Console.WriteLine("trimmed " + stamp);
        }
    }
}
