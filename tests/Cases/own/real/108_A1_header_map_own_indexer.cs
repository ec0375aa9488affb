// source: own, after the description: a wrapper class is enumerated and written through its own indexer
// class: A1
using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;

namespace Corpus.Own.R108;

public sealed class HeaderMap : IEnumerable<KeyValuePair<string, string>>
{
    private readonly Dictionary<string, string> _headers = new(StringComparer.OrdinalIgnoreCase);

    public string? this[string name]
    {
        get => _headers.TryGetValue(name, out var value) ? value : null;
        set
        {
            if (value == null)
                _headers.Remove(name);
            else
                _headers[name.Trim()] = value;
        }
    }

    public IEnumerator<KeyValuePair<string, string>> GetEnumerator() => _headers.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

public static class ProxyHeaders
{
    public static void Forward(HeaderMap headers)
    {
        foreach (var header in headers) // MAY: A1
        {
            if (header.Key.StartsWith("Via", StringComparison.OrdinalIgnoreCase))
                headers["X-Forwarded-" + header.Key] = header.Value; // BUG: A1
        }
    }

    public static void ForwardFixed(HeaderMap headers)
    {
        foreach (var header in headers.ToList())
        {
            if (header.Key.StartsWith("Via", StringComparison.OrdinalIgnoreCase))
                headers["X-Forwarded-" + header.Key] = header.Value;
        }
    }
}
