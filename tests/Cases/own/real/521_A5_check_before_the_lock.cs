// source: structure of autofac/Autofac issue #280 (a scope for each tenant, looked up before the lock is taken)
// class: A5
using System.Collections.Generic;

namespace Corpus.Own.R521;

public sealed class TenantScopes
{
    private readonly Dictionary<object, object> _scopes = new();
    private readonly object _syncRoot = new();

    public object GetScope(object tenant)
    {
        object? scope = null;
        if (!_scopes.ContainsKey(tenant)) // BUG: A5
        {
            lock (_syncRoot)
            {
                if (!_scopes.ContainsKey(tenant))
                {
                    scope = new object();
                    _scopes[tenant] = scope;
                }
            }
        }

        return scope ?? _scopes[tenant]; // BUG: A5
    }

    public object GetScopeFixed(object tenant)
    {
        lock (_syncRoot)
        {
            if (!_scopes.TryGetValue(tenant, out var scope))
                _scopes[tenant] = scope = new object();
            return scope;
        }
    }
}
