// source: SpecterOps/SharpHound PR #196
// class: A3
using System;
using System.Collections.Concurrent;
using System.Threading.Tasks;

namespace Corpus.Own.R312;

public sealed class RegistryProcessor(string domain)
{
    private int _sessions;

    public Task<string> ReadAsync(string computer) => Task.FromResult($"{domain}/{computer}/{++_sessions}");
}

public sealed class ObjectProcessors
{
    private readonly ConcurrentDictionary<string, RegistryProcessor> _processors = new(StringComparer.OrdinalIgnoreCase);

    public async Task<string> ReadAsync(string domain, string computer)
    {
        if (_processors.TryGetValue(domain, out var processor)) // MAY: A3
        {
            return await processor.ReadAsync(computer);
        }
        else
        {
            var fresh = new RegistryProcessor(domain);
            _processors.TryAdd(domain, fresh); // BUG: A3
            return await fresh.ReadAsync(computer);
        }
    }

    public Task<string> ReadFixedAsync(string domain, string computer) =>
        _processors.GetOrAdd(domain, static key => new RegistryProcessor(key)).ReadAsync(computer);
}
