// source: structure of session services (the table is in a helper class of its own)
// class: A2
using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using Microsoft.Extensions.DependencyInjection;

namespace Corpus.Own.R916;

internal sealed class SessionTable
{
    private readonly Dictionary<Guid, string> _sessions = new(); // MAY: A2

    public Guid Open(string user)
    {
        var id = Guid.NewGuid();
        _sessions.Add(id, user); // BUG: A2
        return id;
    }

    public string? UserOf(Guid id) => _sessions.TryGetValue(id, out var user) ? user : null; // MAY: A2
}

internal sealed class SessionTableFixed
{
    private readonly ConcurrentDictionary<Guid, string> _sessions = new();

    public Guid Open(string user)
    {
        var id = Guid.NewGuid();
        _sessions.TryAdd(id, user);
        return id;
    }
}

public interface ILogin
{
    Guid Login(string user, string password);
}

public sealed class Login : ILogin
{
    private readonly SessionTable _table = new();
    private readonly SessionTableFixed _fixed = new();

    Guid ILogin.Login(string user, string password) => password.Length > 8 ? _table.Open(user) : _fixed.Open(user);
}

public static class Setup
{
    public static void Add(IServiceCollection services) => services.AddSingleton<ILogin, Login>();
}
