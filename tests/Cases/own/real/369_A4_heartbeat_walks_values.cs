// source: SignalR/SignalR PR #4469, dotnet/runtime PR #53762, QuantConnect/Lean PR #1422
// class: A4
using System.Collections.Concurrent;
using System.Threading;
using System.Threading.Tasks;

namespace Corpus.Own.R369;

public sealed class Beat
{
    public int Missed { get; set; }
}

public sealed class HeartbeatLoop
{
    private readonly ConcurrentDictionary<string, Beat> _connections = new();

    public void Connect(string id) => _connections.TryAdd(id, new Beat());

    public async Task RunAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            foreach (var beat in _connections.Values) // BUG: A4
                beat.Missed++;
            await Task.Delay(100, CancellationToken.None);
        }
    }

    public async Task RunFixedAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            foreach (var connection in _connections)
                connection.Value.Missed++;
            await Task.Delay(100, CancellationToken.None);
        }
    }
}
