// source: own, after the description: the loop's own key is removed and then set again: on a Dictionary the second step is an add
// class: A1
using System.Collections.Generic;
using System.Linq;

namespace Corpus.Own.R175;

public sealed class RoundRobin
{
    private readonly Dictionary<string, int> _served = new();

    public void Join(string client) => _served[client] = 0;

    public void Rotate()
    {
        foreach (var (client, served) in _served) // MAY: A1
        {
            _served.Remove(client);
            _served[client] = served + 1; // BUG: A1
        }
    }

    public void RotateFixed()
    {
        foreach (var (client, served) in _served.ToArray())
        {
            _served.Remove(client);
            _served[client] = served + 1;
        }
    }
}
