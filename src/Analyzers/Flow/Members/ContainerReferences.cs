using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Flow;

/// <summary>
/// Answers where a collection is named, if these are all the places: of a private member of one type, or of a local that is
/// made in its method. A collection that is handed on, or goes by a second name, has others.
/// </summary>
internal sealed class ContainerReferences(CompilationModel model)
{
    /// <summary>Every place that names the collection that <paramref name="receiver"/> denotes; null where there may be others.</summary>
    public ImmutableArray<IOperation>? Of(IOperation receiver, CancellationToken cancellationToken) => receiver switch
    {
        IMemberReferenceOperation { Member: IFieldSymbol or IPropertySymbol } reference => Of(reference.Member, cancellationToken),
        ILocalReferenceOperation { Local: { IsRef: false } local } when IsMadeOnce(receiver, local) => IfKnown(
            [.. receiver.Root().Descendants().Where(operation => operation is ILocalReferenceOperation named && SymbolEqualityComparer.Default.Equals(named.Local, local))]),
        _ => null,
    };

    /// <summary>Every place that names what <paramref name="member"/> holds; null where there may be others.</summary>
    public ImmutableArray<IOperation>? Of(ISymbol member, CancellationToken cancellationToken) =>
        MemberUses.IsPrivate(member) ? IfKnown(model.Members.Of(member, cancellationToken).CastArray<IOperation>()) : null;

    private ImmutableArray<IOperation>? IfKnown(ImmutableArray<IOperation> places) => places.All(IsKnown) ? places : null;

    private bool IsMadeOnce(IOperation receiver, ILocalSymbol local) =>
        model.Bodies.Around(receiver).Locals.SoleValue(local)?.Unwrapped() is IObjectCreationOperation or ICollectionExpressionOperation;

    private bool IsKnown(IOperation reference) =>
        DictionaryUse.Of(reference, model.Types) is not null || reference.Parent switch
        {
            ILockOperation or INameOfOperation or IBinaryOperation or IIsPatternOperation => true,
            ISimpleAssignmentOperation assignment => assignment.Target == reference,
            ICoalesceAssignmentOperation assignment => assignment.Target == reference,
            IArgumentOperation { Parent: IInvocationOperation { TargetMethod.ContainingType: var helper } } => KnownTypes.Is(helper, model.Types.Enumerable),
            IConversionOperation { Parent: IArgumentOperation { Parent: IInvocationOperation { TargetMethod.ContainingType: var helper } } } => KnownTypes.Is(helper, model.Types.Enumerable),
            _ => false,
        };
}
