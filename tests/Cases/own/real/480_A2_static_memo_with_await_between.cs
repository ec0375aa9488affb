// source: own, after the description: a static memo is asked, something is awaited, then Add
// class: A2
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace Corpus.Own.R480;

public static class Certificates
{
    private static readonly Dictionary<string, byte[]> Known = new(); // MAY: A2

    public static async Task<byte[]> OfAsync(string host, IFetcher fetcher)
    {
        if (Known.TryGetValue(host, out var found)) // MAY: A2
            return found;
        var fetched = await fetcher.FetchAsync(host);
        Known.Add(host, fetched); // BUG: A2
        return fetched;
    }
}

public interface IFetcher
{
    Task<byte[]> FetchAsync(string host);
}

public static class CertificatesFixed
{
    private static readonly Dictionary<string, byte[]> Known = new();
    private static readonly SemaphoreSlim Gate = new(1, 1);

    public static async Task<byte[]> OfAsync(string host, IFetcher fetcher)
    {
        await Gate.WaitAsync();
        try
        {
            if (Known.TryGetValue(host, out var found))
                return found;
            var fetched = await fetcher.FetchAsync(host);
            Known.Add(host, fetched);
            return fetched;
        }
        finally
        {
            Gate.Release();
        }
    }
}
