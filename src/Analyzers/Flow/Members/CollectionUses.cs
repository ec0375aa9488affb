using System.Collections.Generic;
using System.Linq;
using System.Threading;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Flow;

/// <summary>
/// Reads what is done with a collection where an expression denotes it: through views, lazy queries that are consumed later in
/// the body, conditional access and further names.
/// </summary>
internal sealed class CollectionUses(KnownTypes types, PathReader paths, SourceBodies bodies)
{
    // 'var a = _map; var b = a; ..': further than this nobody follows.
    private const int MaximumNames = 4;

    /// <summary>Everything that happens to the collection that <paramref name="reference"/> denotes, in the same body.</summary>
    public IEnumerable<(IOperation Reference, IOperation Place, Verb Verb, AccessNature Nature)> Of(IOperation reference, CancellationToken cancellationToken) =>
        Of(reference, MaximumNames, cancellationToken);

    private IEnumerable<(IOperation Reference, IOperation Place, Verb Verb, AccessNature Nature)> Of(IOperation reference, int names, CancellationToken cancellationToken)
    {
        var value = reference;
        while (true)
        {
            switch (value.Parent)
            {
                case IParenthesizedOperation or IConversionOperation { OperatorMethod: null } or ITranslatedQueryOperation or ICoalesceOperation:
                    value = value.Parent;
                    continue;
                case IConditionalOperation { Type: not null } choice when choice.Condition != value:
                    value = choice;
                    continue;
                case IConditionalAccessOperation access when access.Operation == value:
                    if (Placeholder(access, value) is not { } placeholder)
                    {
                        return [(reference, reference, Verb.None, AccessNature.HandedOn)];
                    }

                    value = placeholder;
                    continue;
                case IConditionalAccessOperation access when access.WhenNotNull == value:
                    value = access;
                    continue;
                case ICoalesceAssignmentOperation assignment when assignment.Target == value && assignment.Parent is not IExpressionStatementOperation:
                    value = assignment;
                    continue;
                case IAssignmentOperation assignment when assignment.Target == value:
                    return One(assignment, assignment is ICoalesceAssignmentOperation ? AccessNature.Nothing : AccessNature.Replaced);
                case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var local } }:
                    return ThroughName(local);
                case ISimpleAssignmentOperation { Target: ILocalReferenceOperation { Local: var local } } assignment when assignment.Value == value:
                    return ThroughName(local);
                case ISimpleAssignmentOperation { Target: IDiscardOperation }:
                    return One(value, AccessNature.Nothing);
                case IIsPatternOperation { Pattern: var pattern } test:
                    return OfPattern(test, pattern);
                case IInvocationOperation call when call.Instance == value:
                    // An enumerator that is returned goes on reading.
                    if (call.TargetMethod.Name is "AsReadOnly" or "GetAlternateLookup" || (call.TargetMethod.Name is "GetEnumerator" && IsReturned(call)))
                    {
                        value = call;
                        continue;
                    }

                    if (DictionaryUse.TryGet(call, types) is { } own)
                    {
                        return Used(own);
                    }

                    return One(call, OfOwnMethod(call.TargetMethod));
                case IPropertyReferenceOperation property when property.Instance == value:
                    if (DictionaryUse.TryGet(property, types) is not { } read)
                    {
                        return One(property, AccessNature.Nothing);
                    }

                    if (read.Verb is Verb.EnumerateKeys or Verb.EnumerateValues)
                    {
                        value = property;
                        continue;
                    }

                    return Used(read);
                case IArgumentOperation { Parent: IInvocationOperation call } argument:
                    if (OfArgument(call, argument) is { } nature)
                    {
                        var verb = DictionaryUse.TryGet(call, types) is { } use && nature is AccessNature.Read or AccessNature.Write ? use.Verb : Verb.None;
                        return [(reference, call, verb, nature)];
                    }

                    value = call;
                    continue;
                case IArgumentOperation { Parent: IObjectCreationOperation creation }:
                    switch (types.KindOf(creation.Type))
                    {
                        case CollectionKind.ReadOnlyDictionary:
                            value = creation;
                            continue;
                        case CollectionKind.None:
                            return One(creation, IsContainer(creation.Type) ? AccessNature.Read : AccessNature.HandedOn);
                        default:
                            return [(reference, creation, Verb.Snapshot, AccessNature.Read)];
                    }

                case IForEachLoopOperation loop when loop.Collection == value:
                    return [(reference, loop, Verb.Enumerate, AccessNature.Read)];
                case ISpreadOperation spread:
                    return [(reference, spread, Verb.Snapshot, AccessNature.Read)];
                case IReturnOperation { Kind: OperationKind.Return } result:
                    return One(result, result.EnclosingBody().Parent is null ? AccessNature.Returned : AccessNature.HandedOn);
                case IBinaryOperation or IIsTypeOperation or INameOfOperation or ILockOperation or IInterpolationOperation or IUsingOperation
                    or IExpressionStatementOperation or IMemberInitializerOperation or IFieldReferenceOperation:
                    return One(value, AccessNature.Nothing);
                default:
                    return One(value, AccessNature.HandedOn);
            }
        }

        IEnumerable<(IOperation Reference, IOperation Place, Verb Verb, AccessNature Nature)> One(IOperation place, AccessNature nature) =>
            [(reference, place, Verb.None, nature)];

        IEnumerable<(IOperation Reference, IOperation Place, Verb Verb, AccessNature Nature)> Used(DictionaryUse use) =>
            [(reference, use.Operation, use.Verb, use.Verb.Modifies() ? AccessNature.Write : AccessNature.Read)];

        // 'var map = _map;', 'var found = _map.Where(..);'
        IEnumerable<(IOperation Reference, IOperation Place, Verb Verb, AccessNature Nature)> ThroughName(ILocalSymbol local) =>
            names == 0 || local.IsRef || bodies.Around(reference).Locals.SoleValue(local) is null
                ? One(value, AccessNature.HandedOn)
                : reference.Root().Descendants()
                    .Where(operation => operation is ILocalReferenceOperation named && SymbolEqualityComparer.Default.Equals(named.Local, local)
                        && named.Access() is AccessKind.Read)
                    .SelectMany(named => Of(named, names - 1, cancellationToken));

        // '_map is { Count: > 0 } map'
        IEnumerable<(IOperation Reference, IOperation Place, Verb Verb, AccessNature Nature)> OfPattern(IIsPatternOperation test, IPatternOperation pattern)
        {
            var reads = pattern is IRecursivePatternOperation { PropertySubpatterns.IsEmpty: false }
                ? new[] { (reference, (IOperation)test, Verb.Count, AccessNature.Read) }
                : [];
            var name = pattern switch
            {
                IRecursivePatternOperation recursive => recursive.DeclaredSymbol as ILocalSymbol,
                IDeclarationPatternOperation declaration => declaration.DeclaredSymbol as ILocalSymbol,
                _ => null,
            };
            return name is null ? reads.Length > 0 ? reads : One(test, AccessNature.Nothing) : reads.Concat(ThroughName(name));
        }
    }

    /// <summary>The object that holds the member that <paramref name="reference"/> names; null where it is not known which.</summary>
    public InstancePath? OwnerOf(IMemberReferenceOperation reference, CancellationToken cancellationToken) =>
        reference.Member.IsStatic ? InstancePath.Static : paths.Read(reference.Instance?.ResolvedReceiver(), cancellationToken);

    private static IOperation? Placeholder(IConditionalAccessOperation access, IOperation value) =>
        access.WhenNotNull.DescendantsAndSelf().FirstOrDefault(inner => inner is IConditionalAccessInstanceOperation && inner.Syntax == value.Syntax);

    private static bool IsReturned(IOperation value) =>
        value.Parent is IReturnOperation || (value.Parent is IConversionOperation conversion && IsReturned(conversion));

    // What of a collection's own methods has no verb reads: 'IsSubsetOf', 'IndexOf', 'Find'. What is its own in a derived type is not known.
    private AccessNature OfOwnMethod(IMethodSymbol method) => method.Name switch
    {
        "Equals" or "GetHashCode" or "GetType" or "ToString" => AccessNature.Nothing,
        _ => IsView(method.ContainingType) || (types.KindOf(method.ContainingType) is not CollectionKind.None && types.IsKnown(method.ContainingType))
            || method.ContainingType.SpecialType is SpecialType.System_Collections_Generic_IEnumerable_T or SpecialType.System_Collections_IEnumerable
            ? AccessNature.Read
            : AccessNature.HandedOn,
    };

    // 'Dictionary<,>.KeyCollection'
    private bool IsView(INamedTypeSymbol type) => type.ContainingType is { } table && types.KindOf(table) is not CollectionKind.None && types.IsKnown(table);

    // Null where the call gives a sequence that still reads what it was given.
    private AccessNature? OfArgument(IInvocationOperation call, IArgumentOperation argument)
    {
        var method = call.TargetMethod;
        if (method.ContainingType.IsNamed("System.Threading", "Volatile") && method.Name is "Read" || method.ContainingType.IsNamed("System.Threading", "LazyInitializer"))
        {
            return null;
        }

        if (argument.Parameter is { RefKind: RefKind.Ref or RefKind.Out })
        {
            return AccessNature.Replaced;
        }

        if (DictionaryUse.TryGet(call, types) is { } use)
        {
            return argument.Parameter?.Ordinal == 0 && call.Instance is null && use.Verb.Modifies() ? AccessNature.Write : AccessNature.Read;
        }

        return LazyOperators.Of(method, types) switch
        {
            Laziness.Consumes => AccessNature.Read,
            Laziness.Defers or Laziness.Buffers => null,
            _ when method.Name is "ThrowIfNull" or "ReferenceEquals" or "NotNull" or "KeepAlive" => AccessNature.Nothing,
            _ => ObjectUses.ReadsOnly(method) || types.KindOf(method.ContainingType) is not CollectionKind.None && types.IsKnown(method.ContainingType)
                ? AccessNature.Read
                : AccessNature.HandedOn,
        };
    }

    // Other containers of the framework copy what they are given.
    private static bool IsContainer(ITypeSymbol? type) =>
        UnsafeContainers.IsContainer(type) || type?.ContainingNamespace is { Name: "Concurrent", ContainingNamespace: { Name: "Collections", ContainingNamespace.Name: "System" } };
}
