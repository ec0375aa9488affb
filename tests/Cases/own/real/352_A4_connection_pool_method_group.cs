// source: abpframework/abp issue #6726
// class: A4
// note: the factory is a method group
using System;
using System.Collections.Concurrent;
using System.Net.Sockets;

namespace Corpus.Own.R352;

public sealed class ConnectionPool : IDisposable
{
    private readonly ConcurrentDictionary<string, Socket> _connections = new();
    private readonly ConcurrentDictionary<string, Lazy<Socket>> _connectionsFixed = new();

    public Socket Get(string name) => _connections.GetOrAdd(name, Connect); // BUG: A4

    public Socket GetFixed(string name) => _connectionsFixed.GetOrAdd(name, static key => new Lazy<Socket>(() => Connect(key))).Value;

    private static Socket Connect(string name)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        socket.Connect(name, 5672);
        return socket;
    }

    public void Dispose()
    {
        foreach (var connection in _connections)
            connection.Value.Dispose();
    }
}
