// source: own, after the description: the check in the method, the insert in its local function
// class: A3
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Threading;

namespace Corpus.Own.R332;

public sealed class Interner
{
    private readonly ConcurrentDictionary<string, int> _numbers = new();
    private int _last;

    public int NumberOf(string word)
    {
        return _numbers.TryGetValue(word, out var number) // MAY: A3
            ? number
            : Register(); // BUG: A3

        int Register()
        {
            var next = Interlocked.Increment(ref _last);
            _numbers[word] = next; // MAY: A3
            return next;
        }
    }

    public int NumberOfFixed(string word)
    {
        if (_numbers.TryGetValue(word, out var number))
            return number;
        return _numbers.GetOrAdd(word, Interlocked.Increment(ref _last));
    }
}
