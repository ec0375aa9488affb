// source: own, after the description: read, compute and TryUpdate until nobody was quicker
// class: A3
using System.Collections.Concurrent;

namespace Corpus.Own.C403;

public sealed class Budget
{
    private readonly ConcurrentDictionary<string, decimal> _left = new();

    public void Grant(string project, decimal amount) => _left.AddOrUpdate(project, amount, (_, left) => left + amount);

    public bool Spend(string project, decimal amount)
    {
        while (_left.TryGetValue(project, out var left))
        {
            if (left < amount)
                return false;
            if (_left.TryUpdate(project, left - amount, left))
                return true;
        }

        return false;
    }
}
