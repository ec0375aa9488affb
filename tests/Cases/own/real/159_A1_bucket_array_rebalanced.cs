// source: own, after the description: the dictionary is an element of an array, the same index is enumerated and written
// class: A1
using System.Collections.Generic;
using System.Linq;

namespace Corpus.Own.R159;

public sealed class LayeredGrid
{
    private readonly SortedDictionary<int, char>[] _layers = [new(), new(), new()];

    public void Put(int layer, int cell, char tile) => _layers[layer][cell] = tile;

    public void Wrap(int layer, int width)
    {
        foreach (var (cell, tile) in _layers[layer]) // MAY: A1
        {
            if (cell >= width)
                _layers[layer][cell % width] = tile; // BUG: A1
        }
    }

    public void WrapFixed(int layer, int width)
    {
        foreach (var (cell, tile) in _layers[layer].ToList())
        {
            if (cell >= width)
                _layers[layer][cell % width] = tile;
        }
    }
}
