// source: own, after the description: the field is typed IDictionary and initialised with a SortedDictionary
// class: A1
using System;
using System.Collections.Generic;
using System.Linq;

namespace Corpus.Own.R148;

public sealed class RouteTable
{
    private readonly IDictionary<string, int> _routes = new SortedDictionary<string, int>(StringComparer.Ordinal);

    public ICollection<string> Names => _routes.Keys;

    public void Add(string route, int metric) => _routes[route] = metric;

    public void Withdraw(int above)
    {
        foreach (var route in _routes) // MAY: A1
        {
            if (route.Value > above)
                _routes.Remove(route.Key); // BUG: A1
        }
    }

    public void WithdrawFixed(int above)
    {
        foreach (var route in _routes.ToList())
        {
            if (route.Value > above)
                _routes.Remove(route.Key);
        }
    }
}
