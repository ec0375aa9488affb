// source: bilal-fazlani/tracker-enabled-dbcontext issue #13 (can the lock be removed? it cannot)
// class: A3
using System;
using System.Collections.Concurrent;

namespace Corpus.Own.R314;

public static class Memo
{
    public static TValue Get<TKey, TValue>(ConcurrentDictionary<TKey, TValue> table, TKey key, Func<TValue> create)
        where TKey : notnull
    {
        if (!table.ContainsKey(key)) // MAY: A3
            table[key] = create(); // BUG: A3
        return table[key]; // MAY: A3
    }

    public static TValue GetFixed<TKey, TValue>(ConcurrentDictionary<TKey, Lazy<TValue>> table, TKey key, Func<TValue> create)
        where TKey : notnull =>
        table.GetOrAdd(key, static (_, make) => new Lazy<TValue>(make), create).Value;
}

public sealed class Sequences
{
    private readonly ConcurrentDictionary<string, object> _locks = new();
    private readonly ConcurrentDictionary<string, Lazy<object>> _locksFixed = new();

    public object LockOf(string name) => Memo.Get(_locks, name, static () => new object()); // MAY: A3

    public object LockOfFixed(string name) => Memo.GetFixed(_locksFixed, name, static () => new object());
}
