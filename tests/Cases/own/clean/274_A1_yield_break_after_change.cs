// source: own, after the description: an iterator changes the map and then ends
// class: A1
using System.Collections.Generic;

namespace Corpus.Own.C274;

public sealed class TicketBox
{
    private readonly SortedDictionary<int, string> _tickets = new();

    public void Add(int number, string seat) => _tickets[number] = seat;

    public IEnumerable<int> SkipUntil(string seat)
    {
        foreach (var (number, place) in _tickets)
        {
            if (place == seat)
            {
                _tickets.Remove(number);
                yield break;
            }

            yield return number;
        }
    }
}
