using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Vocabulary;

/// <summary>
/// Where a value is put beside a name: the insertions that <see cref="DictionaryUse"/> knows, those of other types that are
/// dictionaries by their interface, pairs, and the operators that make a dictionary with a selector for each.
/// </summary>
internal static class NamedPairs
{
    /// <summary>The key beside which <paramref name="operation"/> puts <paramref name="value"/>; null where it does not, or where the key is no name.</summary>
    public static IOperation? KeyBeside(IOperation operation, IOperation value, KnownTypes types) => Key(operation, value, types) is { } key && IsName(key) ? key : null;

    /// <summary>Whether <paramref name="call"/> makes a dictionary of a sequence, and which of its delegates give the key and the value.</summary>
    public static (IArgumentOperation Key, IArgumentOperation Value)? Selectors(IInvocationOperation call, KnownTypes types)
    {
        if (call.Type is not { } made || !(IsDictionary(made, types) || made.IsNamed("System.Linq", "ILookup")))
        {
            return null;
        }

        var delegates = call.Arguments.Where(argument => argument.Parameter?.Type is { TypeKind: TypeKind.Delegate }).OrderBy(argument => argument.Parameter!.Ordinal).ToArray();
        return delegates is [var key, var value] ? (key, value) : null;
    }

    /// <summary>Whether objects of <paramref name="type"/> hold values by name.</summary>
    public static bool IsDictionary(ITypeSymbol type, KnownTypes types) =>
        types.KindOf(type) switch
        {
            CollectionKind.None => HasDictionaryInterface(type),
            CollectionKind.Interface => type.Name is "IDictionary" or "IReadOnlyDictionary",
            var kind => kind is not CollectionKind.List && !kind.IsSet(),
        };

    /// <summary>Whether <paramref name="group"/> is the method of a dictionary that takes a name and a value: <c>map.Add</c>.</summary>
    public static bool IsInsertion(IMethodReferenceOperation group, KnownTypes types) =>
        group is { Method: { Name: "Add" or "TryAdd", Parameters.Length: 2 }, Instance: { } instance } && Holds(instance, types);

    private static IOperation? Key(IOperation operation, IOperation value, KnownTypes types)
    {
        switch (operation)
        {
            case ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { } instance } indexer } assignment:
                return assignment.Value == value && indexer.Arguments.Length == 1 && Holds(instance, types) ? indexer.Argument(0) : null;
            case ISimpleAssignmentOperation { Target: IDynamicIndexerAccessOperation { Operation: { } instance, Arguments: [var key] } } assignment:
                return assignment.Value == value && (Holds(instance, types) || instance.Type is { TypeKind: TypeKind.Dynamic }) ? key : null;
            case IDynamicInvocationOperation { Operation: IDynamicMemberReferenceOperation { MemberName: "Add" or "TryAdd", Instance: { } instance }, Arguments: [var key, var added] }:
                return added == value && Holds(instance, types) ? key : null;
            case IInvocationOperation { TargetMethod: { Name: "Create", ContainingType: var type } } call when type.IsNamed("System.Collections.Generic", "KeyValuePair"):
                return call.Argument(1) == value ? call.Argument(0) : null;
            case IObjectCreationOperation { Type: { Name: "KeyValuePair" or "DictionaryEntry" } type, Arguments: [var key, var given] }
                when type.IsNamed("System.Collections.Generic", "KeyValuePair") || type.IsNamed("System.Collections", "DictionaryEntry"):
                return given.Value == value ? key.Value : null;
            case IInvocationOperation call when DictionaryUse.TryGet(call, types) is { } use:
                return use.Verb is Verb.Insert or Verb.InsertOrThrow or Verb.Upsert && use.Kind is not CollectionKind.List && !use.Kind.IsSet() && use.Value == value ? use.Key : null;
            case IInvocationOperation { TargetMethod.Name: "Add" or "TryAdd" or "Set" or "SetItem", Instance: { } instance, Arguments: [_, _] } call:
                return call.Argument(1) == value && Holds(instance, types) ? call.Argument(0) : null;
            default:
                return null;
        }
    }

    private static bool Holds(IOperation instance, KnownTypes types) => instance.ResolvedReceiver().Unwrapped().Type is { } type && IsDictionary(type, types);

    // The documents of a serializer are dictionaries by their interface only.
    private static bool HasDictionaryInterface(ITypeSymbol type) =>
        type.AllInterfaces.Any(implemented => implemented.Name == "IDictionary" && implemented.ContainingNamespace is { Name: "Generic" or "Collections" })
        && !type.ContainingNamespace.ToDisplayString().Contains("Json") && type.ContainingNamespace.Name != "Bson";

    /// <summary>Whether <paramref name="key"/> may be a name: a text, or in a generic helper what callers say it is.</summary>
    public static bool IsName(IOperation key) => key.Unwrapped().Type is { SpecialType: SpecialType.System_String } or { TypeKind: TypeKind.Dynamic or TypeKind.TypeParameter };
}
