// source: BarRaider/obs-websocket-dotnet issue #6
// class: A2
// note: an event that arrives on a pool thread answers requests that callers put into the map
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Diagnostics;
using System.Threading.Tasks;

namespace Corpus.Own.R907;

public sealed class RemoteProcess
{
    private readonly Process _process;
    private readonly Dictionary<string, TaskCompletionSource<string>> _responses = new(); // MAY: A2

    public RemoteProcess(Process process)
    {
        _process = process;
        _process.OutputDataReceived += OnOutput;
        _process.BeginOutputReadLine();
    }

    public Task<string> RequestAsync(string id, string text)
    {
        var pending = new TaskCompletionSource<string>();
        _responses.Add(id, pending); // BUG: A2
        _process.StandardInput.WriteLine(id + " " + text);
        return pending.Task;
    }

    private void OnOutput(object sender, DataReceivedEventArgs args)
    {
        var id = args.Data?.Split(' ')[0] ?? "";
        if (!_responses.TryGetValue(id, out var pending)) // MAY: A2
            return;
        _responses.Remove(id); // MAY: A2
        pending.SetResult(args.Data!);
    }
}

public sealed class RemoteProcessFixed
{
    private readonly Process _process;
    private readonly ConcurrentDictionary<string, TaskCompletionSource<string>> _responses = new();

    public RemoteProcessFixed(Process process)
    {
        _process = process;
        _process.OutputDataReceived += OnOutput;
    }

    public Task<string> RequestAsync(string id, string text)
    {
        var pending = new TaskCompletionSource<string>();
        _responses.TryAdd(id, pending);
        _process.StandardInput.WriteLine(id + " " + text);
        return pending.Task;
    }

    private void OnOutput(object sender, DataReceivedEventArgs args)
    {
        if (args.Data is { } line && _responses.TryRemove(line.Split(' ')[0], out var pending))
            pending.SetResult(line);
    }
}
