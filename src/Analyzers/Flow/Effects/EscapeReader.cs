using System.Collections.Generic;
using System.Linq;
using System.Threading;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Flow;

/// <summary>
/// Answers which collections a region of code hands to where they may be kept: stored, returned, captured by a lambda, or
/// passed to a method. A collection that never escapes is changed by nobody else.
/// </summary>
internal sealed class EscapeReader(KnownTypes types, PathReader paths, SequenceReader sequences)
{
    /// <summary>The places in <paramref name="region"/>, lambdas included, where the object under <paramref name="collection"/> escapes.</summary>
    public IEnumerable<IOperation> Of(IOperation region, InstancePath collection, CancellationToken cancellationToken) =>
        from operation in region.DescendantsAndSelf()
        from value in Escaping(operation)
        where PathsOf(value, cancellationToken).Any(path => path.Equals(collection))
        select value;

    private IEnumerable<IOperation> Escaping(IOperation operation)
    {
        switch (operation)
        {
            case IReturnOperation { ReturnedValue: { } value }:
                return [value];
            case IAssignmentOperation { Target: not ILocalReferenceOperation } assignment:
                return [assignment.Value];
            case IInvocationOperation invocation:
                // What the collection's own methods and LINQ get as their receiver stays where it is.
                var isUse = DictionaryUse.TryGet(invocation, types) is not null || LazyOperators.Of(invocation.TargetMethod, types) is not Laziness.Unknown;
                return invocation.Arguments
                    .Where(argument => !isUse || (argument.Parameter?.Ordinal > 0 || invocation.Instance is not null) && !ReadsOnly(invocation))
                    .Select(argument => argument.Value);
            case IObjectCreationOperation creation when types.KindOf(creation.Type) is CollectionKind.None or CollectionKind.ReadOnlyDictionary:
                return creation.Arguments.Select(argument => argument.Value);
            case IArrayInitializerOperation array:
                return array.ElementValues;
            case ITupleOperation tuple:
                return tuple.Elements;
            case IAnonymousFunctionOperation lambda:
                return lambda.Body.Descendants().Where(inner => inner is ILocalReferenceOperation or IParameterReferenceOperation);
            default:
                return [];
        }
    }

    // 'set.UnionWith(other)', 'list.AddRange(other)', 'a.Concat(b)' read what they are given.
    private static bool ReadsOnly(IInvocationOperation invocation) => invocation.TargetMethod.Name
        is "UnionWith" or "ExceptWith" or "IntersectWith" or "SymmetricExceptWith" or "AddRange" or "InsertRange" or "SequenceEqual";

    private IEnumerable<InstancePath> PathsOf(IOperation value, CancellationToken cancellationToken)
    {
        value = value.Unwrapped();
        if (types.KindOf(value.Type) is not CollectionKind.None && paths.Read(value, cancellationToken) is { } path)
        {
            return [path];
        }

        return sequences.Read(value, cancellationToken).Select(sequence => sequence.Path);
    }
}
