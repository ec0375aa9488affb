// source: a2aproject/a2a-dotnet issue #115
// class: A2
// note: the writes are in an async iterator and in an async method of a singleton
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Channels;
using System.Threading.Tasks;
using Microsoft.Extensions.DependencyInjection;

namespace Corpus.Own.R908;

public sealed class TaskHub
{
    private readonly Dictionary<string, Channel<string>> _updates = new(); // MAY: A2

    public async IAsyncEnumerable<string> Subscribe(string id, [EnumeratorCancellation] CancellationToken token = default)
    {
        var channel = Channel.CreateUnbounded<string>();
        _updates[id] = channel; // BUG: A2
        await foreach (var update in channel.Reader.ReadAllAsync(token))
            yield return update;
    }

    public async Task PublishAsync(string id, string update)
    {
        if (_updates.TryGetValue(id, out var channel)) // MAY: A2
            await channel.Writer.WriteAsync(update);
    }
}

public sealed class TaskHubFixed
{
    private readonly ConcurrentDictionary<string, Channel<string>> _updates = new();

    public async IAsyncEnumerable<string> Subscribe(string id, [EnumeratorCancellation] CancellationToken token = default)
    {
        var channel = _updates.GetOrAdd(id, static _ => Channel.CreateUnbounded<string>());
        await foreach (var update in channel.Reader.ReadAllAsync(token))
            yield return update;
    }
}

public static class Setup
{
    public static void Add(IServiceCollection services)
    {
        services.TryAddHub();
        services.AddSingleton(new TaskHubFixed());
    }

    private static void TryAddHub(this IServiceCollection services) =>
        services.Add(new ServiceDescriptor(typeof(TaskHub), typeof(TaskHub), ServiceLifetime.Singleton));
}
