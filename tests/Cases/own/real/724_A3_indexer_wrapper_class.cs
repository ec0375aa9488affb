// source: structure of typed wrappers over a ConcurrentDictionary
// class: A3
// note: the wrapper has an indexer and Contains of its own; the caller combines them
using System.Collections.Concurrent;

namespace Corpus.Own.R724;

public sealed class PlayerMap
{
    private readonly ConcurrentDictionary<int, Player> _players = new();

    public bool Contains(int id) => _players.ContainsKey(id);

    public Player this[int id] => _players[id]; // MAY: A3

    public bool TryGet(int id, out Player? player) => _players.TryGetValue(id, out player);

    public void Remove(int id) => _players.TryRemove(id, out _);

    public void Join(int id) => _players[id] = new Player();
}

public sealed class Player
{
    public int Score { get; set; }
}

public sealed class Game
{
    private readonly PlayerMap _players = new();

    public int ScoreOf(int id)
    {
        if (!_players.Contains(id)) // MAY: A3
            return 0;
        return _players[id].Score; // BUG: A3
    }

    public int ScoreOfFixed(int id) => _players.TryGet(id, out var player) ? player!.Score : 0;
}
