// source: own, after the description: the update factory has an effect, and runs again when another update was quicker
// class: A4
using System.Collections.Concurrent;

namespace Corpus.Own.R357;

public sealed class Visits
{
    private readonly ConcurrentDictionary<string, int> _visits = new();
    private readonly ConcurrentQueue<string> _bills = new();

    public int Bills => _bills.Count;

    public void Visit(string customer)
    {
        _visits.AddOrUpdate(customer, 1, (name, visits) => // BUG: A4
        {
            _bills.Enqueue(name); // MAY: A4
            return visits + 1;
        });
    }

    public void VisitFixed(string customer)
    {
        if (_visits.AddOrUpdate(customer, 1, static (_, visits) => visits + 1) > 1)
            _bills.Enqueue(customer);
    }
}
