// source: structure of a word counter whose threads have ended when the result is read
// class: A5
using System.Collections.Generic;
using System.Threading;

namespace Corpus.Own.C506;

public sealed class WordCounter
{
    private readonly object _gate = new();
    private readonly Dictionary<string, int> _counts = new();

    public int Run(string[] texts)
    {
        var threads = new List<Thread>();
        foreach (var text in texts)
        {
            var thread = new Thread(() => Count(text));
            thread.Start();
            threads.Add(thread);
        }

        foreach (var thread in threads)
            thread.Join();

        var total = 0;
        foreach (var pair in _counts)
            total += pair.Value;
        return total;
    }

    private void Count(string text)
    {
        foreach (var word in text.Split(' '))
        {
            lock (_gate)
            {
                _counts.TryGetValue(word, out var count);
                _counts[word] = count + 1;
            }
        }
    }
}
