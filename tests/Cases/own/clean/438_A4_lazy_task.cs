// source: own, after the description: the task is started by the Lazy that won
// class: A4
using System;
using System.Collections.Concurrent;
using System.Net.Http;
using System.Threading.Tasks;

namespace Corpus.Own.C438;

public sealed class Documents(HttpClient client)
{
    private readonly ConcurrentDictionary<string, Lazy<Task<string>>> _documents = new();

    public Task<string> GetAsync(string address)
    {
        var document = _documents.GetOrAdd(address, key => new Lazy<Task<string>>(() => client.GetStringAsync(key)));
        return document.Value;
    }
}
