// source: dotnet/corefx issue #4068
// class: A4
using System;
using System.Collections.Concurrent;
using System.Net.Sockets;

namespace Corpus.Own.R347;

public sealed class QueueClient(string host) : IDisposable
{
    private readonly TcpClient _client = new(host, 5672);

    public bool IsConnected => _client.Connected;

    public void Dispose() => _client.Dispose();
}

public sealed class QueueClients
{
    private readonly ConcurrentDictionary<string, QueueClient> _clients = new();
    private readonly ConcurrentDictionary<string, Lazy<QueueClient>> _clientsFixed = new();

    public QueueClient For(string host) => _clients.GetOrAdd(host, key => new QueueClient(key)); // BUG: A4

    public QueueClient ForFixed(string host) => _clientsFixed.GetOrAdd(host, key => new Lazy<QueueClient>(() => new QueueClient(key))).Value;
}
