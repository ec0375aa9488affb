using System.Collections.Concurrent;
using System.Linq;
using System.Threading;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Flow;

/// <summary>
/// Answers whether every element of a collection leads back to the collection's owner through one of its members: a child
/// that was created with its owner, or given it when it was inserted, or that inserted itself.
/// </summary>
internal sealed class BackReferences(KnownTypes types, CollectionContents contents, PathReader paths, MemberUses members, TypeHierarchy hierarchy)
{
    private readonly ConcurrentDictionary<(ISymbol Collection, ISymbol Member), bool> answers = new();

    /// <summary>
    /// Whether for each element of the collection in <paramref name="collection"/> the element's <paramref name="member"/> is
    /// the object that holds the collection.
    /// </summary>
    public bool LeadBack(ISymbol collection, ISymbol member, CancellationToken cancellationToken)
    {
        var key = (collection, member);
        return answers.TryGetValue(key, out var answer)
            ? answer
            : answers.GetOrAdd(key, AllInsertionsLeadBack(collection, member, cancellationToken) && IsKept(collection, member, cancellationToken));
    }

    private bool AllInsertionsLeadBack(ISymbol collection, ISymbol member, CancellationToken cancellationToken)
    {
        var any = false;
        foreach (var element in contents.InsertedInto(collection, cancellationToken))
        {
            // An element of a type without the member is not what leads back.
            if (paths.Origin(element) is IObjectCreationOperation { Type: { } created } && !Has(created, member))
            {
                continue;
            }

            any = true;
            if (!LeadsBack(element, member, cancellationToken))
            {
                return false;
            }
        }

        return any;
    }

    private static bool Has(ITypeSymbol type, ISymbol member)
    {
        for (ITypeSymbol? candidate = type; candidate is not null; candidate = candidate.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(candidate.OriginalDefinition, member.ContainingType))
            {
                return true;
            }
        }

        return member.ContainingType.TypeKind is TypeKind.Interface;
    }

    private bool LeadsBack(IOperation element, ISymbol member, CancellationToken cancellationToken)
    {
        var origin = paths.Origin(element);
        if (origin is IObjectCreationOperation creation)
        {
            return paths.ConstructorArgument(creation, member, cancellationToken)?.Unwrapped() is IInstanceReferenceOperation
                || IsSetToThis(creation.Initializer, member)
                || IsSetBeside(element, member, cancellationToken);
        }

        return IsSetBeside(element, member, cancellationToken)
            || IsGivenBeside(element, member, cancellationToken)
            || IsInsertedThroughMember(element, member, cancellationToken)
            || origin is IParameterReferenceOperation { Parameter: var parameter } && InsertsItself(parameter, member, cancellationToken);
    }

    // '_parent._children.Add(Id, this)', 'child.Owner._children.Add(child)'
    private bool IsInsertedThroughMember(IOperation element, ISymbol member, CancellationToken cancellationToken)
    {
        for (var candidate = element.Parent; candidate is not null and not IBlockOperation; candidate = candidate.Parent)
        {
            if (DictionaryUse.TryGet(candidate, types) is { } use && use.Verb.LeavesKeyPresent())
            {
                return paths.Read(element, cancellationToken)?.Then(member) is { } owner
                    && owner.Equals(paths.Read(use.Receiver, cancellationToken)?.Parent());
            }
        }

        return false;
    }

    // 'new Child { Owner = this }'
    private static bool IsSetToThis(IOperation? scope, ISymbol member) =>
        scope is not null && scope.Executed().OfType<ISimpleAssignmentOperation>().Any(assignment =>
            assignment.Target is IMemberReferenceOperation target
            && SymbolEqualityComparer.Default.Equals(target.Member.OriginalDefinition, member)
            && assignment.Value.Unwrapped() is IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance });

    // 'child.Owner = this; _children.Add(child);'
    private bool IsSetBeside(IOperation element, ISymbol member, CancellationToken cancellationToken) =>
        paths.Read(element, cancellationToken) is { } path
        && element.EnclosingBody().Executed().OfType<ISimpleAssignmentOperation>().Any(assignment =>
            assignment.Target is IMemberReferenceOperation { Instance: { } instance } target
            && SymbolEqualityComparer.Default.Equals(target.Member.OriginalDefinition, member)
            && assignment.Value.Unwrapped() is IInstanceReferenceOperation
            && path.Equals(paths.Read(instance, cancellationToken)));

    // '_plugins.Add(plugin); plugin.Attach(this);' where Attach keeps what it is given in the member.
    private bool IsGivenBeside(IOperation element, ISymbol member, CancellationToken cancellationToken) =>
        paths.Read(element, cancellationToken) is { } path
        && element.EnclosingBody().Executed().OfType<IInvocationOperation>().Any(call =>
            call.Instance is { } instance
            && path.Equals(paths.Read(instance.ResolvedReceiver(), cancellationToken))
            && call.Arguments.FirstOrDefault(argument => argument.Value.Unwrapped() is IInstanceReferenceOperation)?.Parameter is { } given
            && hierarchy.Targets(call.TargetMethod, instance.Type).Any(target =>
                SymbolEqualityComparer.Default.Equals(target.ContainingType, member.ContainingType)
                && given.Ordinal < target.Parameters.Length
                && SymbolEqualityComparer.Default.Equals(paths.StoredParameter(target, member, cancellationToken), target.Parameters[given.Ordinal])));

    // The child's own type calls 'owner.Attach(this)' where 'owner' is what the child keeps in the member.
    private bool InsertsItself(IParameterSymbol parameter, ISymbol member, CancellationToken cancellationToken)
    {
        if (parameter.ContainingSymbol is not IMethodSymbol inserting)
        {
            return false;
        }

        var childType = member.ContainingType;
        var kept = InstancePath.This.Then(member);
        return members.CallsWithItselfOrNew(inserting, childType, cancellationToken).Any(call =>
            call.Argument(parameter.Ordinal)?.Unwrapped() is { } child
            && call.Instance?.ResolvedReceiver() is { } owner
            && (child is IObjectCreationOperation creation
                ? paths.Read(owner, cancellationToken) is { } given && given.Equals(paths.Read(paths.ConstructorArgument(creation, member, cancellationToken), cancellationToken))
                : child is IInstanceReferenceOperation)
            && (kept!.Equals(paths.Read(owner, cancellationToken)) || IsStoredIn(owner, member, call, cancellationToken)));
    }

    // 'Child(Owner owner) { _owner = owner; owner.Attach(this); }'
    private bool IsStoredIn(IOperation owner, ISymbol member, IOperation call, CancellationToken cancellationToken) =>
        owner.Unwrapped() is IParameterReferenceOperation { Parameter: { ContainingSymbol: IMethodSymbol constructor } parameter }
        && SymbolEqualityComparer.Default.Equals(paths.ConstructorParameter(constructor, member, cancellationToken), parameter)
        || owner.Unwrapped() is IParameterReferenceOperation other
        && call.EnclosingBody().Executed().OfType<ISimpleAssignmentOperation>().Any(assignment =>
            assignment.Target is IMemberReferenceOperation target
            && SymbolEqualityComparer.Default.Equals(target.Member.OriginalDefinition, member)
            && assignment.Value.Unwrapped() is IParameterReferenceOperation value
            && SymbolEqualityComparer.Default.Equals(value.Parameter, other.Parameter));

    // After construction the member may be cleared or set by the owner itself, but not moved to another owner.
    private bool IsKept(ISymbol collection, ISymbol member, CancellationToken cancellationToken)
    {
        if (member is IParameterSymbol)
        {
            return true;
        }

        foreach (var reference in members.Of(member, cancellationToken).Concat(members.Of(member, collection.ContainingType, cancellationToken)))
        {
            if (reference.Access() is AccessKind.Read)
            {
                continue;
            }

            var value = (reference.Parent as ISimpleAssignmentOperation)?.Value.Unwrapped();
            var isKept = value switch
            {
                null => false,
                { ConstantValue: { HasValue: true, Value: null } } => true,
                IInstanceReferenceOperation => true,
                _ => reference.Instance is null or IInstanceReferenceOperation && IsParameter(value),
            };
            if (!isKept)
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsParameter(IOperation value) =>
        value is IParameterReferenceOperation || value is ICoalesceOperation { Value: var inner } && IsParameter(inner.Unwrapped());
}
