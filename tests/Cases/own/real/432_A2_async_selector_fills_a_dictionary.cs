// source: own, after the description: the continuations of an async selector run on threads of the pool
// class: A2
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Threading.Tasks;

namespace Corpus.Own.R432;

public sealed class Prefetcher(HttpClient client)
{
    public async Task<Dictionary<string, string>> LoadAsync(string[] addresses)
    {
        var pages = new Dictionary<string, string>(); // MAY: A2
        await Task.WhenAll(addresses.Select(async address =>
        {
            var page = await client.GetStringAsync(address).ConfigureAwait(false);
            pages[address] = page; // BUG: A2
        }));
        return pages;
    }

    public async Task<Dictionary<string, string>> LoadFixedAsync(string[] addresses)
    {
        var pages = await Task.WhenAll(addresses.Select(async address => (address, await client.GetStringAsync(address).ConfigureAwait(false))));
        return pages.ToDictionary(page => page.address, page => page.Item2);
    }
}
