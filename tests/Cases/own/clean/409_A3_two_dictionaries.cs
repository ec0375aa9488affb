// source: own, after the description: the check asks one dictionary, the act writes another
// class: A3
using System.Collections.Concurrent;

namespace Corpus.Own.C409;

public sealed class Users
{
    private readonly ConcurrentDictionary<string, string> _byMail = new();
    private readonly ConcurrentDictionary<string, long> _lastSeen = new();

    public void Register(string mail, string name) => _byMail.TryAdd(mail, name);

    public void Seen(string mail, long now)
    {
        if (_byMail.ContainsKey(mail))
            _lastSeen[mail] = now;
    }
}
