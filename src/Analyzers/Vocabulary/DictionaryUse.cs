using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Vocabulary;

/// <summary>
/// One thing that an operation does with a collection: which collection, which verb, which key, which value.
/// This is the only place that knows the names of the collections' methods.
/// </summary>
/// <param name="Operation">The call, property reference or loop.</param>
/// <param name="Receiver">The collection, beneath conversions; for a view such as <c>d.Keys</c> the view's owner.</param>
/// <param name="Kind">The kind of the receiver's static type.</param>
/// <param name="Verb">What is done.</param>
/// <param name="Key">The key or element, where one is named.</param>
/// <param name="Value">The value that is stored, or the factory that makes it, where one is named.</param>
internal readonly record struct DictionaryUse(
    IOperation Operation, IOperation Receiver, CollectionKind Kind, Verb Verb, IOperation? Key, IOperation? Value)
{
    /// <summary>
    /// Whether the operation's Boolean result says if it changed anything: <c>Remove</c>, <c>TryAdd</c>, <c>HashSet.Add</c>.
    /// </summary>
    public bool ResultTellsChange =>
        Verb is Verb.Insert or Verb.Remove && Operation.Type?.SpecialType == SpecialType.System_Boolean;

    /// <summary>
    /// What an operation of sets does with each element of the sequence that it is given, one after the other: <c>UnionWith</c> inserts it, <c>ExceptWith</c> removes it; null for others.
    /// </summary>
    public Verb? VerbOfEach => Operation is not IInvocationOperation call || !Kind.IsSet() && Kind is not CollectionKind.Interface ? null : call.TargetMethod.Name switch
    {
        "UnionWith" => Verb.Insert,
        "ExceptWith" => Verb.Remove,
        _ => null,
    };

    /// <summary>The number of entries that a property gives, itself or by its own: <c>cd.Count</c>, <c>cd.Keys.Count</c>, <c>cd.Values.Count()</c>.</summary>
    public static IOperation NumberFrom(IPropertyReferenceOperation property) => property.Parent switch
    {
        IPropertyReferenceOperation { Property.Name: "Count" } count when count.Instance == property => count,
        IArgumentOperation { Parent: IInvocationOperation { TargetMethod: { Name: "Count", IsExtensionMethod: true }, Arguments.Length: 1 } count } => count,
        IConversionOperation { Parent: IArgumentOperation { Parent: IInvocationOperation { TargetMethod: { Name: "Count", IsExtensionMethod: true }, Arguments.Length: 1 } count } } => count,
        _ => property,
    };

    /// <summary>What a method of a collection that is made a delegate will do when it is called.</summary>
    public static Verb VerbOf(IMethodReferenceOperation reference, KnownTypes types) =>
        reference.Instance is { } instance && IsDeclaredByCollection(reference.Method, types)
            ? VerbOf(reference.Method, types.KindOf(instance.Unwrapped().ResolvedReceiver().Unwrapped().Type))
            : Verb.None;

    /// <summary>What is done to the contents of a collection of the given kind, given whether the key was present before.</summary>
    public Modification ModificationWhen(bool keyIsPresent, CollectionKind kind) => this switch
    {
        { Verb: Verb.Resize, Operation: IInvocationOperation { TargetMethod.Name: "TrimExcess" or "TrimToSize" } } => Modification.Shrink,
        { Verb: Verb.Upsert } when kind is CollectionKind.List => Modification.Overwrite,
        _ => Verb.ToModification(keyIsPresent && kind is not CollectionKind.List),
    };

    /// <summary>Reads what <paramref name="operation"/> does with a collection; null when it does nothing with one.</summary>
    public static DictionaryUse? TryGet(IOperation operation, KnownTypes types) => operation switch
    {
        IInvocationOperation invocation => OfInvocation(invocation, types),
        IPropertyReferenceOperation property => OfProperty(property, types),
        IForEachLoopOperation loop => Of(operation, loop.Collection, Verb.Enumerate, types),
        ISpreadOperation spread => Of(operation, spread.Operand, Verb.Snapshot, types),
        IObjectCreationOperation { Arguments: [var source, ..] } creation
            when types.KindOf(creation.Type) is not CollectionKind.None => Of(operation, source.Value, Verb.Snapshot, types),
        _ => null,
    };

    /// <summary>What is done with the collection that <paramref name="reference"/> names, where it stands; null where it is handed on.</summary>
    public static DictionaryUse? Of(IOperation reference, KnownTypes types)
    {
        for (var candidate = reference.Parent; candidate is not null and not IBlockOperation; candidate = candidate.Parent)
        {
            if (TryGet(candidate, types) is { } use && use.Receiver == reference)
            {
                return use;
            }

            if (candidate is IConditionalAccessOperation access && access.Operation.Unwrapped() == reference)
            {
                return access.WhenNotNull.DescendantsAndSelf()
                    .Select(inner => TryGet(inner, types))
                    .FirstOrDefault(found => found?.Receiver == reference);
            }
        }

        return null;
    }

    private static DictionaryUse? Of(
        IOperation operation, IOperation receiver, Verb verb, KnownTypes types, IOperation? key = null, IOperation? value = null)
    {
        receiver = receiver.Unwrapped().ResolvedReceiver().Unwrapped();
        var kind = types.KindOf(receiver.Type);
        return kind is CollectionKind.None || verb is Verb.None || (kind.IsImmutable() && verb.Modifies())
            ? null
            : new DictionaryUse(operation, receiver, kind, verb, key, value);
    }

    private static DictionaryUse? OfInvocation(IInvocationOperation invocation, KnownTypes types)
    {
        var method = invocation.TargetMethod;

        // 'd.Keys.Contains(k)', by LINQ or by the view itself.
        if (method.Name == "Contains" && invocation.Receiver()?.Unwrapped() is IPropertyReferenceOperation view
            && OfProperty(view, types) is { Verb: Verb.EnumerateKeys } keys)
        {
            return Of(invocation, keys.Receiver, Verb.Contains, types, invocation.Argument(invocation.Instance is null ? 1 : 0));
        }

        if (invocation.Instance is { } instance)
        {
            // The name first: most calls have nothing to do with a collection.
            if (VerbOf(method, CollectionKind.None) is Verb.None || types.KindOf(method.ContainingType) is CollectionKind.None || !IsDeclaredByCollection(method, types))
            {
                return null;
            }

            var kind = types.KindOf(instance.Unwrapped().ResolvedReceiver().Unwrapped().Type);
            var verb = VerbOf(method, kind);
            return Of(invocation, instance, verb, types, KeyOf(invocation, verb, kind, first: 0), ValueOf(invocation, verb, first: 0));
        }

        return OfStaticHelper(invocation, types);
    }

    // Extension methods of the framework and CollectionsMarshal take the collection as their first argument.
    private static DictionaryUse? OfStaticHelper(IInvocationOperation invocation, KnownTypes types)
    {
        var method = invocation.TargetMethod;
        var verb = method.Name switch
        {
            "ToArray" or "ToList" or "ToDictionary" or "ToHashSet" or "ToLookup" => Verb.Snapshot,
            "Count" or "LongCount" or "Any" when method.Parameters.Length == 1 => Verb.Count,
            "Contains" => Verb.Contains,
            "GetValueOrDefault" or "GetValueRefOrNullRef" or "AsSpan" => Verb.Lookup,
            "TryAdd" or "GetValueRefOrAddDefault" => Verb.Insert,
            "AddRange" or "InsertRange" => Verb.InsertOrThrow,
            "SetCount" => Verb.Resize,
            "Remove" => Verb.Remove,
            _ => Verb.None,
        };
        var type = method.ContainingType;
        return verb is Verb.None || invocation.Argument(0) is not { } receiver
            || (!KnownTypes.Is(type, types.Enumerable) && !KnownTypes.Is(type, types.CollectionExtensions) && !KnownTypes.Is(type, types.CollectionsMarshal)) ? null : Of(
            invocation, receiver, verb, types,
            KeyOf(invocation, verb, CollectionKind.Dictionary, first: 1), ValueOf(invocation, verb, first: 1));
    }

    private static DictionaryUse? OfProperty(IPropertyReferenceOperation property, KnownTypes types)
    {
        if (property.Instance is not { } instance || !(property.Property.IsIndexer || property.Property.Name is "Keys" or "Values" or "AllKeys" or "Count" or "IsEmpty" or "Capacity")
            || types.KindOf(property.Property.ContainingType) is CollectionKind.None || !IsDeclaredByCollection(property.Property, types))
        {
            return null;
        }

        var kind = types.KindOf(instance.Unwrapped().ResolvedReceiver().Unwrapped().Type);
        if (property.Property.IsIndexer)
        {
            var access = property.Access();
            var verb = access switch
            {
                AccessKind.Read => Verb.Lookup,
                AccessKind.ReadWrite => Verb.Overwrite,
                _ => kind is CollectionKind.List ? Verb.Overwrite : Verb.Upsert,
            };
            var value = property.Parent is ISimpleAssignmentOperation assignment && access == AccessKind.Write ? assignment.Value : null;
            return Of(property, instance, verb, types, property.Argument(0), value);
        }

        return Of(property, instance, property.Property.Name switch
        {
            "Keys" => Verb.EnumerateKeys,
            "Values" => Verb.EnumerateValues,
            "AllKeys" => Verb.Snapshot,
            "Count" or "IsEmpty" => Verb.Count,
            "Capacity" when property.Access() is not AccessKind.Read => Verb.Resize,
            _ => Verb.None,
        }, types);
    }

    // A method that a user's derived type declares has a body of its own, which says what it does; a listed wrapper is
    // taken at its word.
    private static bool IsDeclaredByCollection(ISymbol member, KnownTypes types) =>
        types.IsKnown(member.ContainingType);

    private static Verb VerbOf(IMethodSymbol method, CollectionKind kind) => method.Name switch
    {
        "Add" => kind.IsSet() ? Verb.Insert : Verb.InsertOrThrow,
        "TryAdd" or "GetOrAdd" or "UnionWith" or "SymmetricExceptWith" => Verb.Insert,
        "Insert" or "AddRange" or "InsertRange" => Verb.InsertOrThrow,
        "AddOrUpdate" or "Set" => Verb.Upsert,
        "TryUpdate" or "SetAt" or "SetByIndex" or "SetValueAtIndex" => Verb.Overwrite,
        "Remove" or "TryRemove" or "RemoveAt" or "RemoveAll" or "RemoveRange" or "RemoveWhere"
            or "ExceptWith" or "IntersectWith" => Verb.Remove,
        "Clear" => Verb.Clear,
        "Sort" or "Reverse" => Verb.Reorder,
        "EnsureCapacity" or "TrimExcess" or "TrimToSize" => Verb.Resize,
        "ContainsKey" or "ContainsValue" or "Contains" => Verb.Contains,
        "TryGetValue" or "Get" or "GetValues" => Verb.Lookup,
        "GetEnumerator" or "ForEach" => Verb.Enumerate,
        "ToArray" or "CopyTo" or "GetRange" or "FindAll" => Verb.Snapshot,
        "get_Keys" => Verb.EnumerateKeys,
        "get_Values" => Verb.EnumerateValues,
        _ => Verb.None,
    };

    private static IOperation? KeyOf(IInvocationOperation invocation, Verb verb, CollectionKind kind, int first)
    {
        var names = invocation.TargetMethod.Name;
        var isAboutOneKey = verb
            is Verb.Lookup or Verb.Contains or Verb.Insert or Verb.InsertOrThrow or Verb.Overwrite or Verb.Upsert or Verb.Remove
            && names is not ("ContainsValue" or "UnionWith" or "SymmetricExceptWith" or "ExceptWith" or "IntersectWith"
                or "RemoveWhere" or "RemoveAll" or "RemoveAt" or "RemoveRange" or "AddRange" or "InsertRange" or "SetAt"
                or "SetByIndex" or "SetValueAtIndex" or "AsSpan");
        if (!isAboutOneKey)
        {
            return null;
        }

        // 'OrderedDictionary.Insert(index, key, value)' and 'List.Insert(index, item)'.
        return invocation.Argument(names == "Insert" ? first + 1 : first);
    }

    // The value, or the factory that makes it.
    private static IOperation? ValueOf(IInvocationOperation invocation, Verb verb, int first)
    {
        if (!verb.LeavesKeyPresent())
        {
            return null;
        }

        var ordinal = invocation.TargetMethod.Name switch
        {
            "Insert" => first + 2,
            "SetAt" or "SetByIndex" or "SetValueAtIndex" => invocation.TargetMethod.Parameters.Length - 1,
            _ => first + 1,
        };
        return ordinal > first && invocation.TargetMethod.Parameters.Length > ordinal && invocation.TargetMethod.Parameters[ordinal].RefKind is RefKind.None
            ? invocation.Argument(ordinal)
            : null;
    }
}
