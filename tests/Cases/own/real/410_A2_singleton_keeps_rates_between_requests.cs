// source: own, after the description: registered by interface; look-up, await and write in one method
// class: A2
using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Threading.Tasks;
using Microsoft.Extensions.DependencyInjection;

namespace Corpus.Own.R410;

public interface IRates
{
    Task<decimal> OfAsync(string currency);
}

public sealed class Rates : IRates
{
    private readonly Dictionary<string, decimal> _rates = new(); // MAY: A2

    public async Task<decimal> OfAsync(string currency)
    {
        if (_rates.TryGetValue(currency, out var rate)) // MAY: A2
            return rate;

        rate = await LoadAsync(currency).ConfigureAwait(false);
        _rates[currency] = rate; // BUG: A2
        return rate;
    }

    private static Task<decimal> LoadAsync(string currency) => Task.FromResult((decimal)currency.Length);
}

public sealed class RatesFixed : IRates
{
    private readonly ConcurrentDictionary<string, Lazy<Task<decimal>>> _rates = new();

    public Task<decimal> OfAsync(string currency) => _rates.GetOrAdd(currency, static c => new Lazy<Task<decimal>>(() => LoadAsync(c))).Value;

    private static Task<decimal> LoadAsync(string currency) => Task.FromResult((decimal)currency.Length);
}

public static class Setup
{
    public static void Register(IServiceCollection services)
    {
        services.AddSingleton<IRates, Rates>();
        services.AddSingleton<IRates, RatesFixed>();
    }
}
