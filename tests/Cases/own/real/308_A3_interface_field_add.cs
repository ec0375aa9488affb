// source: open-telemetry/opentelemetry-dotnet PR #1185 (a ConcurrentDictionary kept in an IDictionary field, Add)
// class: A3
using System.Collections.Concurrent;
using System.Collections.Generic;

namespace Corpus.Own.R308;

public sealed class Aggregator
{
    public long Sum;
}

public sealed class Instrument
{
    private readonly IDictionary<string, Aggregator> _byLabels = new ConcurrentDictionary<string, Aggregator>();
    private readonly ConcurrentDictionary<string, Aggregator> _byLabelsFixed = new();

    public Aggregator Bind(string labels)
    {
        if (!_byLabels.TryGetValue(labels, out var aggregator)) // MAY: A3
        {
            aggregator = new Aggregator();
            _byLabels.Add(labels, aggregator); // BUG: A3
        }

        return aggregator;
    }

    public Aggregator BindFixed(string labels) => _byLabelsFixed.GetOrAdd(labels, static _ => new Aggregator());
}
