// source: own, after the description: a registered singleton opens a session unless it has one, and awaits in between
// class: A2
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.DependencyInjection;

namespace Corpus.Own.R481;

public interface IConnector
{
    Task<Session> OpenAsync(string name);
}

public sealed class Session
{
    public int Used { get; set; }
}

public sealed class SessionPool(IConnector connector)
{
    private readonly Dictionary<string, Session> _sessions = new(); // MAY: A2

    public async Task<Session> GetAsync(string name)
    {
        if (!_sessions.ContainsKey(name)) // MAY: A2
        {
            _sessions[name] = await connector.OpenAsync(name); // BUG: A2
        }

        return _sessions[name]; // MAY: A2
    }
}

public sealed class SessionPoolFixed(IConnector connector)
{
    private readonly Dictionary<string, Session> _sessions = new();
    private readonly SemaphoreSlim _gate = new(1, 1);

    public async Task<Session> GetAsync(string name)
    {
        await _gate.WaitAsync();
        try
        {
            if (!_sessions.ContainsKey(name))
                _sessions[name] = await connector.OpenAsync(name);
            return _sessions[name];
        }
        finally
        {
            _gate.Release();
        }
    }
}

public static class Registration
{
    public static void Add(IServiceCollection services) => services.AddSingleton<SessionPool>().AddSingleton<SessionPoolFixed>();
}
