// source: structure of tenant caches with composed keys
// class: A3
// note: the key is composed anew for the check and for the write
using System.Collections.Concurrent;

namespace Corpus.Own.R708;

public readonly record struct Scope(string Tenant, string Area);

public sealed class Policy
{
    public int Revision { get; set; }
}

public sealed class PolicyCache
{
    private readonly ConcurrentDictionary<Scope, Policy> _policies = new();

    public Policy For(string tenant, string area)
    {
        if (!_policies.ContainsKey(new Scope(tenant, area))) // MAY: A3
            _policies[new Scope(tenant, area)] = new Policy(); // BUG: A3
        return _policies[new Scope(tenant, area)];
    }

    public Policy ForFixed(string tenant, string area) =>
        _policies.GetOrAdd(new Scope(tenant, area), static _ => new Policy());
}
