// source: structure of settings stores that expose ReadOnlyDictionary
// class: A1
// note: ReadOnlyDictionary wraps, it does not copy
using System.Collections.Generic;
using System.Collections.ObjectModel;
using System.Linq;

namespace Corpus.Own.R621;

public sealed class SettingStore
{
    private readonly Dictionary<string, string> _values = new();

    public SettingStore() => Values = new ReadOnlyDictionary<string, string>(_values);

    public ReadOnlyDictionary<string, string> Values { get; }

    public void Put(string name, string value) => _values[name] = value;

    public void Qualify(string scope)
    {
        foreach (var (name, value) in Values) // MAY: A1
            Put(scope + ":" + name, value); // BUG: A1
    }

    public void QualifyFixed(string scope)
    {
        foreach (var (name, value) in Values.ToList())
            Put(scope + ":" + name, value);
    }
}
