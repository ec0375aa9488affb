// source: structure of game lobbies and short links
// class: A3
// note: a code is drawn until it is free, then written by the indexer: the second lobby replaces the first
using System;
using System.Collections.Concurrent;

namespace Corpus.Own.R707;

public sealed class Lobby
{
    public string Code { get; set; } = "";
}

public sealed class Lobbies
{
    private readonly ConcurrentDictionary<string, Lobby> _open = new(StringComparer.Ordinal);

    public Lobby Open()
    {
        string code;
        do
        {
            code = Random.Shared.Next(1000, 10000).ToString();
        }
        while (_open.ContainsKey(code)); // MAY: A3

        var lobby = new Lobby { Code = code };
        _open[code] = lobby; // BUG: A3
        return lobby;
    }

    public Lobby OpenFixed()
    {
        var lobby = new Lobby();
        do
        {
            lobby.Code = Random.Shared.Next(1000, 10000).ToString();
        }
        while (!_open.TryAdd(lobby.Code, lobby));
        return lobby;
    }
}
