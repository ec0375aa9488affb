// source: structure of crawlers (one worker object for each task, merged after WhenAll)
// class: A2
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Threading.Tasks;

namespace Corpus.Own.C915;

public sealed class Crawl(HttpClient client)
{
    public Dictionary<string, int> Found { get; } = new();

    public async Task RunAsync(string address)
    {
        var text = await client.GetStringAsync(address);
        Found[address] = text.Length;
    }
}

public static class Crawler
{
    public static async Task<Dictionary<string, int>> CrawlAsync(HttpClient client, string[] addresses)
    {
        var crawls = addresses.Select(a => (Address: a, Crawl: new Crawl(client))).ToArray();
        await Task.WhenAll(crawls.Select(c => c.Crawl.RunAsync(c.Address)));
        var all = new Dictionary<string, int>();
        foreach (var (_, crawl) in crawls)
        {
            foreach (var (address, length) in crawl.Found)
                all[address] = length;
        }

        var single = new Crawl(client);
        await single.RunAsync("http://localhost/a");
        await single.RunAsync("http://localhost/b");
        all["single"] = single.Found.Count;
        return all;
    }
}
