using System.Linq;
using System.Threading;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Flow;

/// <summary>Answers whether an operation changes an object that is not safe for several threads, and which.</summary>
internal sealed class UnsafeChanges(CompilationModel model)
{
    /// <summary>The changed container, beneath conversions; null where none is changed that <see cref="UnsafeContainers"/> knows.</summary>
    public static IOperation? ChangedBy(IOperation operation) => operation switch
    {
        IInvocationOperation { Instance: { } container } call when UnsafeContainers.IsChange(call.TargetMethod) => IsLinkOfChain(call) ? null : StartOfChain(container),
        IPropertyReferenceOperation { Instance: { } container } property when UnsafeContainers.IsChange(property.Property) && property.Access() is not AccessKind.Read =>
            container.ResolvedReceiver().Unwrapped(),
        _ => null,
    };

    /// <summary>The changed dictionary, set or list, likewise; null where nothing is changed, or what is changed is safe or not known.</summary>
    public static IOperation? ChangedBy(DictionaryUse use) =>
        use.Verb.Modifies() && (IsUnsafe(use.Kind) || use.Kind is CollectionKind.Interface) ? use.Receiver : null;

    // 'text.Append(a).Append(b)' is one change of one builder.
    private static bool IsLinkOfChain(IInvocationOperation call) =>
        IsChainable(call) && call.Parent is IInvocationOperation { Instance: { } next } following && next == call && UnsafeContainers.IsChange(following.TargetMethod);

    private static bool IsChainable(IInvocationOperation call) =>
        UnsafeContainers.IsChange(call.TargetMethod) && SymbolEqualityComparer.Default.Equals(call.Type, call.TargetMethod.ContainingType);

    private static IOperation StartOfChain(IOperation container)
    {
        container = container.ResolvedReceiver().Unwrapped();
        while (container is IInvocationOperation { Instance: { } inner } link && IsChainable(link))
        {
            container = inner.ResolvedReceiver().Unwrapped();
        }

        return container;
    }

    /// <summary>
    /// Whether what <paramref name="value"/> holds is not safe for several threads: by its type, or, behind an interface,
    /// because nothing else is ever put into the dictionary.
    /// </summary>
    public bool IsUnsafe(IOperation value, SharedValue shared, CancellationToken cancellationToken)
    {
        if (model.Types.KindOf(value.Type) is not CollectionKind.Interface)
        {
            return true;
        }

        return shared.Dictionary is IMemberReferenceOperation { Member: var member } && MemberUses.IsPrivate(member)
            && model.Members.ChangesOf(member, cancellationToken).ToArray() is { Length: > 0 } changes
            && changes.All(change => PutsOnlyUnsafe(change, cancellationToken));
    }

    private bool PutsOnlyUnsafe(IMemberReferenceOperation dictionary, CancellationToken cancellationToken)
    {
        for (IOperation? candidate = dictionary.Parent; candidate is not null and not IBlockOperation; candidate = candidate.Parent)
        {
            if (DictionaryUse.TryGet(candidate, model.Types) is { } use && use.Receiver == dictionary)
            {
                return !use.Verb.LeavesKeyPresent() || (use.Value is { } value && IsUnsafeCreation(value, cancellationToken));
            }
        }

        return false;
    }

    private bool IsUnsafeCreation(IOperation value, CancellationToken cancellationToken)
    {
        if (value.Lambda() is not { } factory)
        {
            // A type that derives from one of them may guard itself.
            return model.Paths.Origin(value).Type is INamedTypeSymbol type
                && ((model.Types.IsKnown(type) && IsUnsafe(model.Types.KindOf(type))) || UnsafeContainers.IsContainer(type));
        }

        var results = factory.Body.Executed().OfType<IReturnOperation>().Select(returned => returned.ReturnedValue).ToArray();
        return results.Length > 0 && results.All(result => result is not null && IsUnsafeCreation(result, cancellationToken));
    }

    // The non-generic ones have synchronized variants of the same type, an ExpandoObject locks by itself.
    private static bool IsUnsafe(CollectionKind kind) => kind
        is CollectionKind.Dictionary or CollectionKind.SortedDictionary or CollectionKind.SortedList or CollectionKind.OrderedDictionary
        or CollectionKind.HashSet or CollectionKind.SortedSet or CollectionKind.List or CollectionKind.NameValueCollection
        or CollectionKind.ListDictionary or CollectionKind.HybridDictionary
        or CollectionKind.ImmutableDictionaryBuilder or CollectionKind.ImmutableSortedDictionaryBuilder;
}
