using Microsoft.CodeAnalysis;

namespace DictionaryAnalyzers.Vocabulary;

/// <summary>
/// Containers beside dictionaries, sets and lists that are not safe for several threads: queues, stacks, linked lists,
/// <c>StringBuilder</c>; and which of their members change them.
/// </summary>
internal static class UnsafeContainers
{
    /// <summary>Whether <paramref name="type"/> is such a container.</summary>
    public static bool IsContainer(ITypeSymbol? type) => type?.Name switch
    {
        "Queue" or "Stack" or "LinkedList" or "PriorityQueue" => type is INamedTypeSymbol { IsGenericType: true } && type.IsNamed("System.Collections.Generic", type.Name),
        "Collection" or "ObservableCollection" => type.IsNamed("System.Collections.ObjectModel", type.Name),
        "StringBuilder" => type.IsNamed("System.Text", "StringBuilder"),
        _ => false,
    };

    /// <summary>Whether a call of <paramref name="method"/> changes the container it is called on.</summary>
    public static bool IsChange(IMethodSymbol method) => !method.IsStatic && method.Name switch
    {
        "Enqueue" or "EnqueueRange" or "EnqueueDequeue" or "DequeueEnqueue" or "Dequeue" or "TryDequeue" or "Push" or "Pop" or "TryPop"
            or "Add" or "AddFirst" or "AddLast" or "AddBefore" or "AddAfter" or "RemoveFirst" or "RemoveLast" or "Remove" or "RemoveAt"
            or "Insert" or "Clear" or "Move" or "Replace" or "EnsureCapacity" or "TrimExcess" => IsContainer(method.ContainingType),
        "Append" or "AppendLine" or "AppendFormat" or "AppendJoin" => method.ContainingType.Name == "StringBuilder" && IsContainer(method.ContainingType),
        _ => false,
    };

    /// <summary>Whether writing <paramref name="property"/> changes the container it belongs to.</summary>
    public static bool IsChange(IPropertySymbol property) =>
        (property.IsIndexer || property.Name is "Length" or "Capacity") && IsContainer(property.ContainingType);
}
