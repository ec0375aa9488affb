// source: dotnet/runtime issue #83636 (what GetOrAdd does with a factory that starts a task)
// class: A4
using System;
using System.Collections.Concurrent;
using System.Net.Http;
using System.Threading.Tasks;

namespace Corpus.Own.R353;

public sealed class Downloads(HttpClient client)
{
    private readonly ConcurrentDictionary<string, Task<string>> _texts = new();
    private readonly ConcurrentDictionary<string, Lazy<Task<string>>> _textsFixed = new();

    public Task<string> GetAsync(string address)
    {
        return _texts.GetOrAdd(address, key => Task.Run(() => client.GetStringAsync(key))); // BUG: A4
    }

    public Task<string> GetFixedAsync(string address) =>
        _textsFixed.GetOrAdd(address, key => new Lazy<Task<string>>(() => Task.Run(() => client.GetStringAsync(key)))).Value;
}
