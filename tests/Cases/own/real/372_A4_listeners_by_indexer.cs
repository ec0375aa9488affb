// source: Valks-Games/sankari issue #81
// class: A4
using System;
using System.Collections.Concurrent;
using System.Collections.Generic;

namespace Corpus.Own.R372;

public enum GameEvent
{
    Start,
    Stop,
}

public static class GameEvents
{
    private static readonly ConcurrentDictionary<GameEvent, List<Action>> s_listeners = new()
    {
        [GameEvent.Start] = new List<Action>(),
        [GameEvent.Stop] = new List<Action>(),
    };

    private static readonly ConcurrentDictionary<GameEvent, ConcurrentQueue<Action>> s_listenersFixed = new()
    {
        [GameEvent.Start] = new ConcurrentQueue<Action>(),
        [GameEvent.Stop] = new ConcurrentQueue<Action>(),
    };

    public static int CountOf(GameEvent happened) => s_listeners[happened].Count;

    public static void AddListener(GameEvent happened, Action listener)
    {
        s_listeners[happened].Add(listener); // BUG: A4
    }

    public static void AddListenerFixed(GameEvent happened, Action listener) => s_listenersFixed[happened].Enqueue(listener);
}
