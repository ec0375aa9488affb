using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Flow;

/// <summary>
/// Answers whether another thread may change a collection while an operation reads it. More than who can reach it counts: a
/// table that is filled once and never changed, or changed only under the lock that the reader holds, stands still.
/// </summary>
internal sealed class Interference(CompilationModel model)
{
    /// <summary>Confined where nobody changes what <paramref name="collection"/> denotes during <paramref name="reader"/>.</summary>
    public Exposure During(IOperation reader, IOperation collection, CancellationToken cancellationToken)
    {
        var exposure = model.Exposures.Of(collection, cancellationToken);
        if (exposure is Exposure.Confined || model.Paths.Read(collection, cancellationToken) is not { LastMember: { } member })
        {
            return exposure;
        }

        var held = model.Locks.At(reader, cancellationToken);
        if (!MemberUses.IsPrivate(member))
        {
            // Whether others take the same lock is not seen.
            return held.IsEmpty ? exposure : Exposure.Unknown;
        }

        return model.Members.ChangesOf(member, cancellationToken).Any(use => MayChange(use, member) && !IsUnder(held, use, cancellationToken))
            ? exposure
            : Exposure.Confined;
    }

    private bool IsUnder(ImmutableArray<InstancePath> held, IOperation use, CancellationToken cancellationToken) =>
        !held.IsEmpty && model.Locks.At(use, cancellationToken).Intersect(held).Any();

    private bool MayChange(IMemberReferenceOperation use, ISymbol member)
    {
        if (IsPartOfConstruction(use, member))
        {
            return false;
        }

        var value = (IOperation)use;
        while (value.Parent is IConversionOperation or IParenthesizedOperation)
        {
            value = value.Parent;
        }

        return value.Parent switch
        {
            ISpreadOperation or IForEachLoopOperation => false,
            IArgumentOperation { Parameter.Type: INamedTypeSymbol { TypeKind: TypeKind.Interface, Name: "IEnumerable" or "IReadOnlyCollection" or "IReadOnlyDictionary" } } => false,
            IArgumentOperation { Parent: IObjectCreationOperation creation } => !IsCollectionOfFramework(creation.Type),
            IArgumentOperation { Parent: IInvocationOperation call } => !IsCopyInto(call),
            IInvocationOperation or IPropertyReferenceOperation => DictionaryUse.TryGet(value.Parent, model.Types) is not { Verb: var verb } || verb.Modifies(),
            ISimpleAssignmentOperation assignment => assignment.Target != value,
            _ => true,
        };
    }

    private bool IsCopyInto(IInvocationOperation call) =>
        IsCollectionOfFramework(call.TargetMethod.ContainingType)
        || (KnownTypes.Is(call.TargetMethod.ContainingType, model.Types.Enumerable) && LazyOperators.Of(call.TargetMethod, model.Types) is not Laziness.Unknown);

    private static bool IsCollectionOfFramework(ITypeSymbol? type) =>
        type is { ContainingNamespace: { } space, Name: not ("ReadOnlyDictionary" or "CollectionExtensions" or "BlockingCollection") }
        && space.ToDisplayString().StartsWith("System.Collections", System.StringComparison.Ordinal);

    // What a constructor does was done before anybody else could see the instance, unless it hands out a lambda.
    private static bool IsPartOfConstruction(IOperation use, ISymbol member) =>
        use.EnclosingBody() is IConstructorBodyOperation body && body.SemanticModel?.GetDeclaredSymbol(body.Syntax) is { } constructor
        && constructor.IsStatic == member.IsStatic;
}
