// source: own, after the description: the loop runs over a local alias, the write goes to the field
// class: A1
using System.Collections.Generic;

namespace Corpus.Own.R128;

public sealed class VertexWelder
{
    private readonly Dictionary<(int, int), int> _vertices = new();

    public int Add(int x, int y)
    {
        if (_vertices.TryGetValue((x, y), out var index))
            return index;
        index = _vertices.Count;
        _vertices[(x, y)] = index;
        return index;
    }

    public void Mirror()
    {
        var current = _vertices;
        foreach (var ((x, y), _) in current) // MAY: A1
        {
            if (x != 0)
                _vertices[(-x, y)] = _vertices.Count; // BUG: A1
        }
    }

    public void MirrorFixed()
    {
        var current = new Dictionary<(int, int), int>(_vertices);
        foreach (var ((x, y), _) in current)
        {
            if (x != 0)
                _vertices[(-x, y)] = _vertices.Count;
        }
    }
}
