using System.Collections.Generic;

namespace DictionaryAnalyzers.Benchmarks.Mapping;

/// <summary>The generated conversions.</summary>
[DictionaryMapper]
internal static partial class WideMapper
{
    [DictionaryMapping(Include = [nameof(WideOrder.OrderId), nameof(WideOrder.CustomerName), nameof(WideOrder.ShippingCountry), nameof(WideOrder.PaymentTotal), nameof(WideOrder.DeliveryDate)])]
    public static partial Dictionary<string, object?> Listed(WideOrder order);

    public static partial Dictionary<string, object?> All(WideOrder order);

    public static partial IReadOnlyDictionary<string, object?> View(WideOrder order);

    public static partial WideOrder Back(IReadOnlyDictionary<string, object?> values);

    public static partial bool TryBack(IReadOnlyDictionary<string, object?> values, out WideOrder? order, out IReadOnlyList<DictionaryMappingError> errors);
}
