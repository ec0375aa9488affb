// source: structure of ArangoDB-Community/arangodb-net-standard PR #321; the pool is a concurrent one here
// class: A3
using System;
using System.Collections.Concurrent;
using System.Net.Http;

namespace Corpus.Own.R313;

public sealed class ClientConfiguration
{
    private static readonly ConcurrentDictionary<(string Host, string User), HttpClient> Pool = new();
    private static readonly ConcurrentDictionary<(string Host, string User), Lazy<HttpClient>> PoolFixed = new();

    public string Host { get; init; } = "localhost";

    public string User { get; init; } = "root";

    public HttpClient Build()
    {
        if (!Pool.TryGetValue((Host, User), out var client)) // MAY: A3
        {
            client = new HttpClient { BaseAddress = new Uri("http://" + Host) };
            Pool[(Host, User)] = client; // BUG: A3
        }

        return client;
    }

    public HttpClient BuildFixed() => PoolFixed
        .GetOrAdd((Host, User), static key => new Lazy<HttpClient>(() => new HttpClient { BaseAddress = new Uri("http://" + key.Host) }))
        .Value;
}
