using DictionaryAnalyzers.Editing;
using DictionaryAnalyzers.Rules.Sharing;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Retyping;

/// <summary>
/// Is a statement one atomic call on a concurrent dictionary, with nothing beside it that a lock could have guarded? Variables of the
/// method, constants and what never changes may be read, and nothing else may happen.
/// </summary>
internal static class AtomicStatement
{
    public static bool Is(RepairContext context, StatementSyntax statement, ISymbol map)
    {
        if (statement is not (ExpressionStatementSyntax or ReturnStatementSyntax or IfStatementSyntax) || context.OperationOf(statement) is not { } operation)
        {
            return false;
        }

        var calls = 0;
        foreach (var part in operation.Executed())
        {
            if (SymbolEqualityComparer.Default.Equals(MemberOf(part), map))
            {
                calls++;
                if (!IsCalled(context, part))
                {
                    return false;
                }
            }
            else if (!IsHarmless(context, part, map))
            {
                return false;
            }
        }

        return calls == 1;
    }

    // A loop over the dictionary, or a query, is no one call.
    private static bool IsCalled(RepairContext context, IOperation map)
    {
        var call = map.Parent is IConversionOperation { IsImplicit: false, Type.TypeKind: TypeKind.Interface } conversion
            ? conversion.Parent is IParenthesizedOperation parenthesized ? parenthesized.Parent : conversion.Parent
            : map.Parent;
        return call is IInvocationOperation or IPropertyReferenceOperation
            && DictionaryUse.TryGet(call, context.Facts.Types) is { Verb: not Verb.Enumerate }
            && call is not IInvocationOperation { Instance: null }
            && call is not IPropertyReferenceOperation { Parent: ICompoundAssignmentOperation or IIncrementOrDecrementOperation or ICoalesceAssignmentOperation };
    }

    private static bool IsHarmless(RepairContext context, IOperation part, ISymbol map) => part switch
    {
        IFieldReferenceOperation field => field.Field.IsReadOnly || field.Field.IsConst,
        IPropertyReferenceOperation property => IsOn(property.Instance, map) || property.Instance?.Unwrapped() is ILocalReferenceOperation or IParameterReferenceOperation
            || property.Property is { IsStatic: true, SetMethod: null },
        IInvocationOperation call => IsOn(call.Instance, map) || KnownTypes.Is(call.TargetMethod.ContainingType, context.Facts.Types.Enumerable),
        IObjectCreationOperation creation => RepeatableCode.Is(creation, context.Facts, context.CancellationToken),
        ISimpleAssignmentOperation { Target: var target } => target.Unwrapped() is ILocalReferenceOperation or IParameterReferenceOperation or IDiscardOperation
            or IPropertyReferenceOperation { Property.IsIndexer: true } && (target is not IPropertyReferenceOperation indexer || IsOn(indexer.Instance, map)),
        IAwaitOperation or IEventReferenceOperation or IDynamicInvocationOperation or IDynamicMemberReferenceOperation or IDynamicIndexerAccessOperation
            or IArrayElementReferenceOperation or IInvalidOperation or ILockOperation or ILoopOperation or ITryOperation or IUsingOperation
            or ICompoundAssignmentOperation or IIncrementOrDecrementOperation or ICoalesceAssignmentOperation or IEventAssignmentOperation or IDeconstructionAssignmentOperation
            or IFunctionPointerInvocationOperation => false,
        _ => true,
    };

    private static bool IsOn(IOperation? instance, ISymbol map) => instance is not null && SymbolEqualityComparer.Default.Equals(MemberOf(instance.Unwrapped()), map);

    private static ISymbol? MemberOf(IOperation operation) => operation switch
    {
        IFieldReferenceOperation field => field.Field.OriginalDefinition,
        IPropertyReferenceOperation { Arguments.IsEmpty: true } property => property.Property.OriginalDefinition,
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter.OriginalDefinition,
        _ => null,
    };
}
