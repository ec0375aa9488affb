// source: dotnet/corefx issue #38733
// class: A2
// note: the map is a protected member of the base class; the only object of the derived class is static
using System;
using System.Collections.Generic;

namespace Corpus.Own.R904;

public abstract class OptionTable
{
    private readonly Dictionary<string, string> _values = new(StringComparer.OrdinalIgnoreCase); // MAY: A2

    protected string? Read(string key) => _values.TryGetValue(key, out var value) ? value : null; // MAY: A2

    protected void Write(string key, string value)
    {
        _values[key] = value; // BUG: A2
    }
}

public sealed class ConnectionOptions : OptionTable
{
    public static readonly ConnectionOptions Shared = new();

    private ConnectionOptions()
    {
    }

    public string ForTenant(string tenant)
    {
        Write("Database", tenant);
        return "Database=" + Read("Database");
    }
}

public abstract class OptionTableFixed
{
    private readonly object _gate = new();
    private readonly Dictionary<string, string> _values = new(StringComparer.OrdinalIgnoreCase);

    protected string? Read(string key)
    {
        lock (_gate)
            return _values.TryGetValue(key, out var value) ? value : null;
    }

    protected void Write(string key, string value)
    {
        lock (_gate)
            _values[key] = value;
    }
}

public sealed class ConnectionOptionsFixed : OptionTableFixed
{
    public static readonly ConnectionOptionsFixed Shared = new();

    private ConnectionOptionsFixed()
    {
    }

    public string ForTenant(string tenant)
    {
        Write("Database", tenant);
        return "Database=" + Read("Database");
    }
}
