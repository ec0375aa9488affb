// source: own, after the description: a clone is filled through its own mutator
// class: A1
using System.Collections.Generic;

namespace Corpus.Own.C207;

public sealed class BoardState
{
    private readonly SortedDictionary<(int, int), char> _pieces = new();

    public void Place(int x, int y, char piece) => _pieces[(x, y)] = piece;

    public void Lift(int x, int y) => _pieces.Remove((x, y));

    public BoardState Flip()
    {
        var flipped = new BoardState();
        foreach (var ((x, y), piece) in _pieces)
        {
            flipped.Place(7 - x, y, piece);
            if (piece == '.')
                flipped.Lift(7 - x, y);
        }

        return flipped;
    }
}
