// source: own, after the description: an async selector stores what it downloaded under the address
// class: A2
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Threading.Tasks;

namespace Corpus.Own.R471;

public sealed class Downloads(HttpClient client)
{
    public async Task<Dictionary<string, string>> LoadAsync(IEnumerable<string> addresses)
    {
        var pages = new Dictionary<string, string>();
        await Task.WhenAll(addresses.Select(async address =>
        {
            var page = await client.GetStringAsync(address);
            pages.Add(address, page); // BUG: A2
        }));
        return pages;
    }

    public async Task<Dictionary<string, string>> LoadFixedAsync(IEnumerable<string> addresses)
    {
        var pages = await Task.WhenAll(addresses.Select(async address => (address, page: await client.GetStringAsync(address))));
        return pages.ToDictionary(found => found.address, found => found.page);
    }
}
