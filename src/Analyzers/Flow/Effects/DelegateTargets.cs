using System.Collections.Generic;
using System.Linq;
using System.Threading;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Flow;

/// <summary>Answers which lambdas and methods a stored delegate or an event may run: those that its own type and one other type store in it.</summary>
internal sealed class DelegateTargets(PathReader paths, MemberUses members)
{
    /// <summary>
    /// The delegates stored in <paramref name="member"/> by the source of <paramref name="within"/>: assigned, added to an
    /// event, or given to a constructor that stores them.
    /// </summary>
    public IEnumerable<IOperation> StoredBy(INamedTypeSymbol within, ISymbol member, CancellationToken cancellationToken)
    {
        foreach (var reference in members.Of(member, within, cancellationToken))
        {
            if (StoredValue(reference) is { } value)
            {
                yield return paths.Origin(value);
            }
        }

        if (member is IEventSymbol
            || !member.ContainingType.InstanceConstructors.Any(constructor => paths.ConstructorParameter(constructor, member, cancellationToken) is not null))
        {
            yield break;
        }

        foreach (var creation in members.CreationsOf(member.ContainingType, within, cancellationToken))
        {
            if (paths.ConstructorArgument(creation, member, cancellationToken) is { } argument)
            {
                yield return paths.Origin(argument);
            }
        }
    }

    private static IOperation? StoredValue(IMemberReferenceOperation reference) => reference.Parent switch
    {
        IEventAssignmentOperation { Adds: true } assignment => assignment.HandlerValue,
        ISimpleAssignmentOperation assignment when assignment.Target == reference => assignment.Value,
        ICompoundAssignmentOperation { OperatorKind: BinaryOperatorKind.Add } compound when compound.Target == reference => compound.Value,
        _ => null,
    };
}
