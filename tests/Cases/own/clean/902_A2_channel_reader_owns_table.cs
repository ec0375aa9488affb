// source: structure of aggregators (one reader owns the state, producers only post)
// class: A2
using System.Collections.Generic;
using System.Threading.Channels;
using System.Threading.Tasks;
using Microsoft.Extensions.DependencyInjection;

namespace Corpus.Own.C902;

public sealed class Aggregator
{
    private readonly Channel<(string Key, long Value)> _input =
        Channel.CreateUnbounded<(string, long)>(new UnboundedChannelOptions { SingleReader = true });
    private readonly Dictionary<string, long> _sums = new();
    private readonly Task _loop;

    public Aggregator() => _loop = Task.Run(ReadAsync);

    public bool Post(string key, long value) => _input.Writer.TryWrite((key, value));

    public async Task CompleteAsync()
    {
        _input.Writer.Complete();
        await _loop;
    }

    private async Task ReadAsync()
    {
        await foreach (var (key, value) in _input.Reader.ReadAllAsync())
        {
            _sums.TryGetValue(key, out var sum);
            _sums[key] = sum + value;
            if (_sums.Count > 1000)
                _sums.Clear();
        }
    }
}

public static class Setup
{
    public static void Add(IServiceCollection services) => services.AddSingleton<Aggregator>();
}
