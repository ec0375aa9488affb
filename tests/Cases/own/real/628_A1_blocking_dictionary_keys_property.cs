// source: nats-io/stan.net PR #116 (issue #115)
// class: A1
// note: own dictionary type whose Keys is the inner view; consumer removes through TryRemove of the wrapper; Sorted keeps failure on net10
using System.Collections.Generic;
using System.Linq;

namespace Corpus.Own.R628;

public sealed class BlockingMap<TKey, TValue> where TKey : notnull
{
    private readonly SortedDictionary<TKey, TValue> _map = new();
    private readonly object _gate = new();

    public ICollection<TKey> Keys
    {
        get
        {
            lock (_gate)
            {
                return _map.Keys;
            }
        }
    }

    public ICollection<TKey> KeysFixed
    {
        get
        {
            lock (_gate)
            {
                return _map.Keys.ToList();
            }
        }
    }

    public bool TryAdd(TKey key, TValue value)
    {
        lock (_gate)
            return _map.TryAdd(key, value);
    }

    public bool Remove(TKey key, out TValue? value)
    {
        lock (_gate)
            return _map.Remove(key, out value);
    }
}

public sealed class Publisher
{
    private readonly BlockingMap<string, int> _acks = new();

    public void Close()
    {
        foreach (var guid in _acks.Keys) // MAY: A1
            RemoveAck(guid); // BUG: A1
    }

    public void CloseFixed()
    {
        foreach (var guid in _acks.KeysFixed)
            RemoveAck(guid);
    }

    private int RemoveAck(string guid) => _acks.Remove(guid, out var ack) ? ack : -1;
}
