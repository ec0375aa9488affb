// source: own, after the description: explicit GetEnumerator and MoveNext, the body adds a sibling
// class: A1
using System.Collections.Generic;
using System.Linq;

namespace Corpus.Own.R122;

public sealed class SpriteAtlas
{
    private readonly Dictionary<string, (int X, int Y)> _sprites = new();

    public void Place(string name, int x, int y) => _sprites[name] = (x, y);

    public void AddMirrored()
    {
        using var e = _sprites.GetEnumerator(); // MAY: A1
        while (e.MoveNext()) // MAY: A1
        {
            var (name, at) = e.Current;
            if (!name.EndsWith('~'))
                _sprites.Add(name + "~", (-at.X, at.Y)); // BUG: A1
        }
    }

    public void AddMirroredFixed()
    {
        using var e = _sprites.ToList().GetEnumerator();
        while (e.MoveNext())
        {
            var (name, at) = e.Current;
            if (!name.EndsWith('~'))
                _sprites.Add(name + "~", (-at.X, at.Y));
        }
    }
}
