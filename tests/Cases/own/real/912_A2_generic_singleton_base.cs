// source: structure of game and tool code bases (Singleton<T> base class)
// class: A2
using System;
using System.Collections.Generic;
using System.Threading;

namespace Corpus.Own.R912;

public abstract class Singleton<T> where T : Singleton<T>, new()
{
    private static T? _instance;
    private static readonly object Gate = new();

    public static T Instance
    {
        get
        {
            lock (Gate)
                return _instance ??= new T();
        }
    }
}

public sealed class IdMap : Singleton<IdMap>
{
    private readonly Dictionary<string, int> _ids = new(); // MAY: A2

    public int IdOf(string name)
    {
        if (!_ids.TryGetValue(name, out var id)) // MAY: A2
        {
            id = _ids.Count + 1; // MAY: A2
            _ids.Add(name, id); // BUG: A2
        }

        return id;
    }
}

public sealed class IdMapFixed : Singleton<IdMapFixed>
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, int> _ids = new();

    public int IdOf(string name)
    {
        lock (_gate)
        {
            if (!_ids.TryGetValue(name, out var id))
                _ids.Add(name, id = _ids.Count + 1);
            return id;
        }
    }
}

public static class Worker
{
    public static void Start(string name) =>
        ThreadPool.QueueUserWorkItem(_ => Console.WriteLine(IdMap.Instance.IdOf(name) + IdMapFixed.Instance.IdOf(name)));
}
