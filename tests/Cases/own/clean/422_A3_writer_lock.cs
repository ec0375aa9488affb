// source: own, after the description: a writer lock is held from the check to the act
// class: A3
using System.Collections.Concurrent;
using System.Threading;

namespace Corpus.Own.C422;

public sealed class Catalogue
{
    private readonly ReaderWriterLockSlim _lock = new();
    private readonly ConcurrentDictionary<string, int> _numbers = new();

    public int NumberOf(string title)
    {
        _lock.EnterWriteLock();
        try
        {
            if (!_numbers.TryGetValue(title, out var number))
            {
                number = _numbers.Count + 1;
                _numbers[title] = number;
            }

            return number;
        }
        finally
        {
            _lock.ExitWriteLock();
        }
    }
}
