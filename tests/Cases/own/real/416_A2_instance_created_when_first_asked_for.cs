// source: own, after the description: the classic static Instance property over a field that is filled on demand
// class: A2
using System.Collections.Generic;

namespace Corpus.Own.R416;

public sealed class Translations
{
    private static Translations? _instance;
    private static readonly object InstanceGate = new();
    private readonly SortedList<string, string> _texts = new(); // MAY: A2

    public static Translations Instance
    {
        get
        {
            lock (InstanceGate)
                return _instance ??= new Translations();
        }
    }

    public string this[string key]
    {
        get => _texts.TryGetValue(key, out var text) ? text : key; // MAY: A2
        set => _texts[key] = value; // BUG: A2
    }
}

public sealed class TranslationsFixed
{
    private readonly object _gate = new();
    private readonly SortedList<string, string> _texts = new();

    public static TranslationsFixed Instance { get; } = new();

    public string this[string key]
    {
        get
        {
            lock (_gate)
                return _texts.TryGetValue(key, out var text) ? text : key;
        }

        set
        {
            lock (_gate)
                _texts[key] = value;
        }
    }
}
