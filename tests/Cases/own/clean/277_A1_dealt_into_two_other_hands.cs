// source: own, after the description: two further objects of the same type take what the enumerated one has
// class: A1
using System.Collections.Generic;

namespace Corpus.Own.C277;

public sealed class Hand
{
    private readonly SortedDictionary<int, string> _cards = new();

    public void Draw(int slot, string card) => _cards[slot] = card;

    public static void Deal(Hand source, int count)
    {
        var left = new Hand();
        var right = new Hand();
        foreach (var (slot, card) in source._cards)
        {
            var target = slot % 2 == 0 ? left : right;
            target.Draw(slot, card);
            if (target._cards.Count > count)
                target._cards.Remove(slot);
        }

        foreach (var (slot, card) in left._cards)
            right._cards[slot] = card;
    }
}
