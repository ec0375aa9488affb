// source: dotnet/runtime issues #30451 and #88461
// class: A3
// note: CollectionExtensions.TryAdd over IDictionary is ContainsKey and Add: the second one in throws
using System.Collections.Concurrent;
using System.Collections.Generic;

namespace Corpus.Own.R305;

public sealed class PropertyBag
{
    private readonly IDictionary<string, object> _values = new ConcurrentDictionary<string, object>();
    private readonly ConcurrentDictionary<string, object> _valuesFixed = new();

    public bool Offer(string name, object value) => _values.TryAdd(name, value); // BUG: A3

    public bool OfferFixed(string name, object value) => _valuesFixed.TryAdd(name, value);
}
