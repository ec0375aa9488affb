// source: own, after the description: a thread refreshes the table that a public method reads
// class: A2
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Threading;

namespace Corpus.Own.R474;

public sealed class ExchangeRates
{
    private readonly Dictionary<string, decimal> _rates = new(); // MAY: A2
    private readonly IRateSource _source;

    public ExchangeRates(IRateSource source)
    {
        _source = source;
        var worker = new Thread(Refresh) { IsBackground = true };
        worker.Start();
    }

    public decimal Of(string currency) => _rates[currency]; // MAY: A2

    private void Refresh()
    {
        while (true)
        {
            foreach (var (currency, rate) in _source.Read())
                _rates[currency] = rate; // BUG: A2
            Thread.Sleep(1000);
        }
    }
}

public interface IRateSource
{
    IEnumerable<(string Currency, decimal Rate)> Read();
}

public sealed class ExchangeRatesFixed
{
    private readonly ConcurrentDictionary<string, decimal> _rates = new();
    private readonly IRateSource _source;

    public ExchangeRatesFixed(IRateSource source)
    {
        _source = source;
        var worker = new Thread(Refresh) { IsBackground = true };
        worker.Start();
    }

    public decimal Of(string currency) => _rates[currency];

    private void Refresh()
    {
        while (true)
        {
            foreach (var (currency, rate) in _source.Read())
                _rates[currency] = rate;
            Thread.Sleep(1000);
        }
    }
}
