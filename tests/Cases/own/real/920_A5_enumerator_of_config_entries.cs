// source: BepInEx/BepInEx PR #1357
// class: A5
// note: the class implements the dictionary interface; all members lock but GetEnumerator and Count
using System.Collections;
using System.Collections.Generic;
using System.Linq;

namespace Corpus.Own.R920;

public class ConfigFile : IEnumerable<KeyValuePair<string, string>>
{
    private readonly object _ioLock = new();

    protected Dictionary<string, string> Entries { get; } = new();

    public int Count
    {
        get
        {
            lock (_ioLock)
                return Entries.Count;
        }
    }

    public string this[string key]
    {
        get
        {
            lock (_ioLock)
                return Entries[key];
        }
    }

    public void Bind(string key, string value)
    {
        lock (_ioLock)
            Entries[key] = value;
    }

    public IEnumerator<KeyValuePair<string, string>> GetEnumerator() => Entries.GetEnumerator(); // BUG: A5

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

public class ConfigFileFixed : IEnumerable<KeyValuePair<string, string>>
{
    private readonly object _ioLock = new();
    private readonly Dictionary<string, string> _entries = new();

    public void Bind(string key, string value)
    {
        lock (_ioLock)
            _entries[key] = value;
    }

    public IEnumerator<KeyValuePair<string, string>> GetEnumerator()
    {
        List<KeyValuePair<string, string>> copy;
        lock (_ioLock)
            copy = _entries.ToList();
        return copy.GetEnumerator();
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
