// source: structure of pulumi/pulumi-dotnet PR #304 (after the change)
// class: A4
using System;
using System.Collections.Concurrent;
using System.Net.Sockets;

namespace Corpus.Own.C437;

public sealed class Links
{
    private readonly ConcurrentDictionary<string, Lazy<TcpClient>> _links = new();

    public TcpClient To(string host) =>
        _links.GetOrAdd(host, static key => new Lazy<TcpClient>(() => new TcpClient(key, 80))).Value;
}
