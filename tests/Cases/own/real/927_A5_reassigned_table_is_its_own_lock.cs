// source: structure of reloadable maps (the field that is locked is replaced)
// class: A5
using System.Collections.Generic;

namespace Corpus.Own.R927;

public sealed class RedirectMap
{
    private Dictionary<string, string> _redirects = new();

    public void Add(string from, string to)
    {
        lock (_redirects)
            _redirects[from] = to; // MAY: A5
    }

    public string? Find(string from)
    {
        lock (_redirects)
            return _redirects.GetValueOrDefault(from); // MAY: A5
    }

    public void Reload(IEnumerable<KeyValuePair<string, string>> rows)
    {
        lock (_redirects)
        {
            _redirects = new Dictionary<string, string>(); // MAY: A5
            foreach (var row in rows)
                _redirects[row.Key] = row.Value; // BUG: A5
        }
    }
}

public sealed class RedirectMapFixed
{
    private readonly object _gate = new();
    private Dictionary<string, string> _redirects = new();

    public void Add(string from, string to)
    {
        lock (_gate)
            _redirects[from] = to;
    }

    public string? Find(string from)
    {
        lock (_gate)
            return _redirects.GetValueOrDefault(from);
    }

    public void Reload(IEnumerable<KeyValuePair<string, string>> rows)
    {
        lock (_gate)
        {
            _redirects = new Dictionary<string, string>();
            foreach (var row in rows)
                _redirects[row.Key] = row.Value;
        }
    }
}
