// source: own, after the description: an iterator removes the entry after it has yielded it
// class: A1
using System.Collections.Generic;
using System.Linq;

namespace Corpus.Own.R168;

public sealed class InspectionQueue
{
    private readonly SortedList<int, string> _open = new();

    public void Open(int number, string site) => _open.Add(number, site);

    public IEnumerable<string> Consume()
    {
        foreach (var (number, site) in _open) // MAY: A1
        {
            yield return site;
            _open.Remove(number); // BUG: A1
        }
    }

    public IEnumerable<string> ConsumeFixed()
    {
        foreach (var (number, site) in _open.ToArray())
        {
            yield return site;
            _open.Remove(number);
        }
    }
}
