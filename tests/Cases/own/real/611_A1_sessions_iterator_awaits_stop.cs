// source: mrward/monodevelop-language-server-addin issue #1
// class: A1
// note: iterator over the dictionary, awaited stop in the loop, an event back; Sorted keeps failure on net10
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;

namespace Corpus.Own.R611;

public sealed class ClientSession(string language)
{
    public string Language => language;

    public event EventHandler? Stopped;

    public async Task StopAsync()
    {
        await Task.Yield();
        Stopped?.Invoke(this, EventArgs.Empty);
    }
}

public sealed class SolutionSessions
{
    private readonly SortedDictionary<string, ClientSession> _sessions = new(StringComparer.Ordinal);

    public ClientSession Start(string language)
    {
        var session = new ClientSession(language);
        session.Stopped += (sender, _) => _sessions.Remove(((ClientSession)sender!).Language);
        _sessions.Add(language, session);
        return session;
    }

    private IEnumerable<ClientSession> GetAllSessions()
    {
        foreach (var pair in _sessions)
            yield return pair.Value;
    }

    public async Task StopAllAsync()
    {
        foreach (var session in GetAllSessions()) // MAY: A1
            await session.StopAsync(); // BUG: A1
    }

    public async Task StopAllFixedAsync()
    {
        foreach (var session in GetAllSessions().ToArray())
            await session.StopAsync();
    }
}
