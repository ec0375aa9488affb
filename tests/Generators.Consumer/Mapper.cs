using System.Collections.Generic;

namespace DictionaryAnalyzers.Generators.Consumer;

[DictionaryMapper(KeyNaming = KeyNaming.CamelCase)]
public static partial class Mapper
{
    public static partial Dictionary<string, object?> ToDictionary(this Order order);

    [DictionaryMapping(NestedObjects = NestedObjects.Flatten)]
    public static partial Dictionary<string, string> ToText(Order order);

    [DictionaryMapping(NestedObjects = NestedObjects.Flatten, NullValues = NullValues.Omit, Separator = "_")]
    public static partial Dictionary<string, string?>? ToNullableText(Order? order);

    public static partial Dictionary<string, int> ToNumbers(Point point);

    [DictionaryMapping(EnumValues = EnumValues.Name, NullValues = NullValues.Omit)]
    public static partial void CopyTo(Order order, IDictionary<string, object> target);

    [DictionaryMapping(NestedObjects = NestedObjects.Nest, MaxDepth = 3)]
    public static partial Dictionary<string, object?> ToTree(Customer customer);

    [DictionaryMapping(NestedObjects = NestedObjects.Nest, MaxDepth = 3, DepthLimit = DepthLimit.Throw, NullValues = NullValues.Omit)]
    public static partial Dictionary<string, object?> ToCheckedTree(Customer customer);

    [DictionaryMapping(Include = [nameof(Customer.Email), "Parent.Email", "Orders.Id"], EnumValues = EnumValues.Number)]
    internal static partial Dictionary<string, object?> Listed(in Customer customer);

    public static partial IReadOnlyDictionary<string, object?> AsDictionary(this Order order);

    [DictionaryMapping(NestedObjects = NestedObjects.Flatten, NullValues = NullValues.Omit)]
    public static partial IReadOnlyList<KeyValuePair<string, object?>> AsState(Order? order);

    [DictionaryMapping(NestedObjects = NestedObjects.Nest, MaxDepth = 3, DepthLimit = DepthLimit.Throw, EnumValues = EnumValues.Number)]
    internal static partial DictionaryView? AsTree(in Customer? customer);

    public static partial Order FromDictionary(this IReadOnlyDictionary<string, object?> values);

    [DictionaryMapping(NestedObjects = NestedObjects.Flatten)]
    public static partial Order FromText(Dictionary<string, string> values);

    [DictionaryMapping(NestedObjects = NestedObjects.Nest, MaxDepth = 3, DepthLimit = DepthLimit.Throw)]
    internal static partial bool TryFromTree(IReadOnlyDictionary<string, object?> values, out Customer? customer, out IReadOnlyList<DictionaryMappingError> errors);

    public static partial bool TryPoint(IDictionary<string, object> values, out Point? point, out IReadOnlyList<string> errors);
}
