// source: Xabaril/AspNetCore.Diagnostics.HealthChecks PR #1004
// class: A3
using System;
using System.Collections.Concurrent;
using System.Threading.Tasks;

namespace Corpus.Own.R304;

public interface ILink : IDisposable
{
    Task PingAsync();
}

public sealed class LinkCheck(Func<string, Task<ILink>> connect)
{
    private static readonly ConcurrentDictionary<string, ILink> Links = new();

    public async Task<bool> CheckAsync(string address)
    {
        try
        {
            if (!Links.TryGetValue(address, out var link)) // MAY: A3
            {
                link = await connect(address);
                if (!Links.TryAdd(address, link)) // MAY: A3
                {
                    link.Dispose();
                    link = Links[address]; // BUG: A3
                }
            }

            await link.PingAsync();
            return true;
        }
        catch (TimeoutException)
        {
            Links.TryRemove(address, out _);
            return false;
        }
    }

    public async Task<bool> CheckFixedAsync(string address)
    {
        try
        {
            if (!Links.TryGetValue(address, out var link))
            {
                var fresh = await connect(address);
                link = Links.GetOrAdd(address, fresh);
                if (!ReferenceEquals(link, fresh))
                    fresh.Dispose();
            }

            await link.PingAsync();
            return true;
        }
        catch (TimeoutException)
        {
            Links.TryRemove(address, out _);
            return false;
        }
    }
}
