using System.Collections.Generic;
using DictionaryAnalyzers;

namespace Incidents.MappedByReflection.After;

/// <summary>What of an order may be kept: these members and no others, whatever is added to the type.</summary>
[DictionaryMapper(Include = [nameof(Order.Id), nameof(Order.Number), nameof(Order.Total), nameof(Order.IsPaid), nameof(Order.Created)])]
internal static partial class OrderMapper
{
    public static partial Dictionary<string, object?> ToAudit(this Order order);
}
