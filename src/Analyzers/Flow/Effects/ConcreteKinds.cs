using System.Linq;
using System.Threading;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Flow;

/// <summary>Answers which kind of collection stands behind an expression, also where it is declared as an interface.</summary>
internal sealed class ConcreteKinds(KnownTypes types, PathReader paths, MemberUses members)
{
    /// <summary>The kind of <paramref name="collection"/>; <see cref="CollectionKind.Interface"/> where only that is known.</summary>
    public CollectionKind Of(IOperation collection, CancellationToken cancellationToken)
    {
        var kind = types.KindOf(collection.Unwrapped().Type);
        if (kind is not CollectionKind.Interface)
        {
            return kind;
        }

        var origin = paths.Origin(collection);
        var originKind = types.KindOf(origin.Type);
        if (originKind is not (CollectionKind.Interface or CollectionKind.None))
        {
            return originKind;
        }

        // A property whose getter gives a field is what the field is, and so is what a method gives.
        return origin switch
        {
            IMemberReferenceOperation { Member: IFieldSymbol or IPropertySymbol } reference =>
                OfMember(paths.Read(reference, cancellationToken)?.LastMember ?? reference.Member, kind, cancellationToken),
            IInvocationOperation call => OfGiven(call, kind, cancellationToken),
            _ => kind,
        };
    }

    // 'IReadOnlyDictionary<K, V> Entries() => _entries;'
    private CollectionKind OfGiven(IOperation collection, CollectionKind otherwise, CancellationToken cancellationToken) =>
        paths.Read(collection, cancellationToken) is { LastMember: { } member } && OfMember(member, cancellationToken) is var kind and not CollectionKind.None ? kind : otherwise;

    /// <summary>The kind of what a field or property holds, likewise.</summary>
    public CollectionKind OfMember(ISymbol member, CancellationToken cancellationToken)
    {
        var kind = types.KindOf(member is IFieldSymbol field ? field.Type : (member as IPropertySymbol)?.Type);
        return kind is CollectionKind.Interface ? OfMember(member, kind, cancellationToken) : kind;
    }

    // 'private readonly IDictionary<K, V> _map = new Dictionary<K, V>();'
    private CollectionKind OfMember(ISymbol member, CollectionKind otherwise, CancellationToken cancellationToken)
    {
        if (types.KindOf(member is IFieldSymbol field ? field.Type : (member as IPropertySymbol)?.Type) is var declared and not (CollectionKind.None or CollectionKind.Interface))
        {
            return declared;
        }

        var writes = members.WritesOf(member, cancellationToken);
        if (!writes.AreComplete || writes.Values.IsEmpty)
        {
            return otherwise;
        }

        var stored = writes.Values
            .Select(value => value is null ? CollectionKind.None : types.KindOf(value.Unwrapped().Type))
            .Distinct()
            .ToArray();
        return stored is [var only and not (CollectionKind.None or CollectionKind.Interface)] ? only : otherwise;
    }
}
