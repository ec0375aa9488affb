// source: structure of lazily loaded settings (several)
// class: A3
// note: the check is the exception of the indexer
using System.Collections.Concurrent;
using System.Collections.Generic;

namespace Corpus.Own.R703;

public sealed class Tenant
{
    public Tenant(string name) => Name = name;

    public string Name { get; }

    public int Requests { get; set; }
}

public sealed class TenantTable
{
    private readonly ConcurrentDictionary<string, Tenant> _tenants = new();

    public Tenant Find(string name)
    {
        try
        {
            return _tenants[name]; // MAY: A3
        }
        catch (KeyNotFoundException)
        {
            var tenant = new Tenant(name);
            _tenants[name] = tenant; // BUG: A3
            return tenant;
        }
    }

    public Tenant FindFixed(string name) => _tenants.GetOrAdd(name, static n => new Tenant(n));
}
