// source: AzureAD/microsoft-authentication-library-for-dotnet PR #314 (review thread on CompletedEvents)
// class: A3
// note: the values are queues here, so that only the insert is at fault
using System.Collections.Concurrent;

namespace Corpus.Own.R307;

public sealed class Telemetry
{
    private readonly ConcurrentDictionary<string, ConcurrentQueue<string>> _completed = new();

    public int CountOf(string request) => _completed.TryGetValue(request, out var events) ? events.Count : 0;

    public void Stop(string request, string name)
    {
        if (_completed.ContainsKey(request)) // MAY: A3
        {
            _completed[request].Enqueue(name); // MAY: A3
        }
        else
        {
            var events = new ConcurrentQueue<string>();
            events.Enqueue(name);
            _completed[request] = events; // BUG: A3
        }
    }

    public void StopFixed(string request, string name) =>
        _completed.GetOrAdd(request, static _ => new ConcurrentQueue<string>()).Enqueue(name);
}
