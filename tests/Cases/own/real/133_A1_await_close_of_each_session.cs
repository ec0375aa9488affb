// source: own, after the description: an async method of another class is awaited in the loop and detaches from its server
// class: A1
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;

namespace Corpus.Own.R133;

public sealed class GameServer
{
    private readonly SortedDictionary<int, PlayerSession> _sessions = new();

    public PlayerSession Accept(int id)
    {
        var session = new PlayerSession(id, this);
        _sessions.Add(id, session);
        return session;
    }

    internal void Forget(PlayerSession session) => _sessions.Remove(session.Id);

    public async Task StopAsync()
    {
        foreach (var session in _sessions.Values) // MAY: A1
            await session.CloseAsync(); // BUG: A1
    }

    public async Task StopFixedAsync()
    {
        foreach (var session in _sessions.Values.ToList())
            await session.CloseAsync();
    }
}

public sealed class PlayerSession
{
    private readonly GameServer _server;

    internal PlayerSession(int id, GameServer server)
    {
        Id = id;
        _server = server;
    }

    public int Id { get; }

    public async Task CloseAsync()
    {
        await Task.Yield();
        _server.Forget(this);
    }
}
