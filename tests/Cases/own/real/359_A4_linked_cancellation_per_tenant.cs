// source: own, after the description: the factory with a state argument creates a linked cancellation source
// class: A4
using System;
using System.Collections.Concurrent;
using System.Threading;

namespace Corpus.Own.R359;

public sealed class TenantScopes(CancellationToken stop)
{
    private readonly ConcurrentDictionary<string, CancellationTokenSource> _scopes = new();
    private readonly ConcurrentDictionary<string, Lazy<CancellationTokenSource>> _scopesFixed = new();

    public CancellationToken TokenOf(string tenant)
    {
        var source = _scopes.GetOrAdd(tenant, static (_, parent) => CancellationTokenSource.CreateLinkedTokenSource(parent), stop); // BUG: A4
        return source.Token;
    }

    public CancellationToken TokenOfFixed(string tenant) => _scopesFixed
        .GetOrAdd(tenant, _ => new Lazy<CancellationTokenSource>(() => CancellationTokenSource.CreateLinkedTokenSource(stop)))
        .Value.Token;
}
