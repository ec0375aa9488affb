// source: structure of fluent builders (With(name, value))
// class: B1
using System.Collections.Generic;
using System.Linq;

namespace Corpus.Own.R571;

public sealed class EventBuilder
{
    private readonly Dictionary<string, object?> _data = [];

    public EventBuilder With(string name, object? value)
    {
        _data[name] = value;
        return this;
    }

    public IReadOnlyDictionary<string, object?> Build() => _data;
}

public sealed class EventFactory
{
    public IReadOnlyDictionary<string, object?> Create(string name, object payload) =>
        payload.GetType().GetProperties() // MAY: B1
            .Aggregate(new EventBuilder().With("name", name), (builder, property) => builder.With("data_" + property.Name, property.GetValue(payload))) // BUG: B1
            .Build();

    public IReadOnlyDictionary<string, object?> CreateFixed(string name, Deployed payload) => new EventBuilder().With("name", name).With("data_Version", payload.Version).Build();
}

public sealed record Deployed(string Version);
