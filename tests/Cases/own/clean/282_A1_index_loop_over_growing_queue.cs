// source: own, after the description: a list of state is drained by index while callbacks append to it
// class: A1
using System.Collections.Generic;

namespace Corpus.Own.C282;

public sealed class MessageLoop
{
    private readonly List<string> _queue = new();
    private readonly Dictionary<string, string> _followUps = new();

    public void Post(string message) => _queue.Add(message);

    public void Chain(string message, string next) => _followUps[message] = next;

    public int Run()
    {
        var handled = 0;
        for (var i = 0; i < _queue.Count; i++)
        {
            handled++;
            if (_followUps.TryGetValue(_queue[i], out var next))
                Post(next);
        }

        _queue.Clear();
        return handled;
    }
}
