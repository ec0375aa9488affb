// source: own, after the description: registered by two typeof expressions; the field is an IDictionary
// class: A2
using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using Microsoft.Extensions.DependencyInjection;

namespace Corpus.Own.R412;

public interface ISessions
{
    void Open(Guid id, string user);

    void Close(Guid id);
}

public sealed class Sessions : ISessions
{
    private readonly IDictionary<Guid, string> _users = new Dictionary<Guid, string>(); // MAY: A2

    public void Open(Guid id, string user) => _users.Add(id, user); // BUG: A2

    public void Close(Guid id) => _users.Remove(id); // MAY: A2
}

public sealed class SessionsFixed : ISessions
{
    private readonly IDictionary<Guid, string> _users = new ConcurrentDictionary<Guid, string>();

    public void Open(Guid id, string user) => _users.Add(id, user);

    public void Close(Guid id) => _users.Remove(id);
}

public static class Setup
{
    public static void Register(IServiceCollection services)
    {
        services.AddSingleton(typeof(ISessions), typeof(Sessions));
        services.AddSingleton(typeof(SessionsFixed));
    }
}
