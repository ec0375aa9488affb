// source: structure of snapshots (Create and Clone fill an object that nobody else has)
// class: A5
using System.Collections.Generic;

namespace Corpus.Own.C922;

public sealed class Session
{
    private readonly object _gate = new();
    private readonly Dictionary<string, string> _values = new();

    public static Session Create(IEnumerable<KeyValuePair<string, string>> values)
    {
        var session = new Session();
        foreach (var (key, value) in values)
            session._values[key] = value;
        return session;
    }

    public void Set(string key, string value)
    {
        lock (_gate)
            _values[key] = value;
    }

    public string? Get(string key)
    {
        lock (_gate)
            return _values.GetValueOrDefault(key);
    }

    public Session Clone()
    {
        var clone = new Session();
        lock (_gate)
        {
            foreach (var (key, value) in _values)
                clone._values.Add(key, value);
        }

        clone._values["cloned"] = "true";
        return clone;
    }
}
