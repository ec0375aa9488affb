using System.Linq;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Flow;

/// <summary>Answers what becomes of an object, one step from the expression that denotes it.</summary>
internal sealed class ValueFates(KnownTypes types)
{
    /// <summary>The fate of the object that <paramref name="value"/> denotes. Being put into a dictionary is none.</summary>
    public ValueFate Of(IOperation value)
    {
        var expression = value;
        while (expression.Parent is IConversionOperation { OperatorMethod: null } or IParenthesizedOperation)
        {
            expression = expression.Parent;
        }

        switch (expression.Parent)
        {
            case IInvocationOperation call when call.Instance == expression:
                return IsDisposal(call.TargetMethod) ? ValueFate.Disposed : ValueFate.Used;
            case IMethodReferenceOperation group:
                return IsDisposal(group.Method) ? ValueFate.Disposed : ValueFate.HandedOn;
            case IEventReferenceOperation:
                return ValueFate.HandedOn;
            case IArgumentOperation argument:
                return OfArgument(argument, value);
            case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator }:
                return OfLocal(declarator, value);
            case ISimpleAssignmentOperation assignment:
                return assignment.Value == expression ? OfAssignment(assignment, value) : ValueFate.Used;
            case IForEachLoopOperation loop:
                return OfWalk(loop, value);
            case IIsPatternOperation or ISwitchOperation or ISwitchExpressionOperation when GivesAnotherType(expression.Parent, value):
            case IConditionalAccessOperation or ICoalesceOperation or IConditionalOperation when !HasTypeOf(expression.Type, value):
                return ValueFate.HandedOn;
            case ICoalesceAssignmentOperation { Target: var target } when target != expression && target is not ILocalReferenceOperation:
                return ValueFate.Leaves;
            case ITupleOperation { Parent: IDeclarationExpressionOperation or IForEachLoopOperation or IDeconstructionAssignmentOperation { Value: not ITupleOperation } }:
                return ValueFate.Used;
            case IUsingOperation:
                return ValueFate.Disposed;
            case IReturnOperation returned:
                return OfReturn(returned, value);
            case IMemberReferenceOperation or IBinaryOperation or IIsPatternOperation or IIsTypeOperation or IConditionalAccessOperation
                or ICoalesceOperation or IConditionalOperation or ICoalesceAssignmentOperation or ISpreadOperation or IExpressionStatementOperation
                or IDeclarationExpressionOperation or IInvalidOperation or IConditionalAccessInstanceOperation or ISwitchOperation or ISwitchExpressionOperation
                or ITranslatedQueryOperation or IDeconstructionAssignmentOperation or IBlockOperation or ILockOperation:
                return ValueFate.Used;
            default:
                return ValueFate.HandedOn;
        }
    }

    /// <summary>Whether a call of <paramref name="method"/> ends the life of its object.</summary>
    public static bool IsDisposal(IMethodSymbol method) => method.Name is "Dispose" or "DisposeAsync" or "Close" or "CloseAsync";

    // 'session is IDisposable disposable'
    private bool GivesAnotherType(IOperation match, IOperation value) => match.Descendants()
        .Select(part => (part as IDeclarationPatternOperation)?.DeclaredSymbol ?? (part as IRecursivePatternOperation)?.DeclaredSymbol)
        .Any(declared => declared is ILocalSymbol { Type: var type } && types.IsDisposable(type) && !HasTypeOf(type, value));

    // Under another type it is no longer found.
    private static bool HasTypeOf(ITypeSymbol? type, IOperation value) => SymbolEqualityComparer.Default.Equals(type, value.Type);

    // 'foreach (IDisposable session in sessions)'
    private static ValueFate OfWalk(IForEachLoopOperation loop, IOperation collection) =>
        loop.LoopControlVariable is IVariableDeclaratorOperation { Symbol.Type: { Name: not "KeyValuePair" } element } && !collection.Type.Mentions(element)
            ? ValueFate.HandedOn
            : ValueFate.Used;

    private ValueFate OfArgument(IArgumentOperation argument, IOperation value)
    {
        if (argument.Parameter?.RefKind is RefKind.Out)
        {
            return argument.Value is IParameterReferenceOperation or IMemberReferenceOperation ? ValueFate.Leaves : ValueFate.Used;
        }

        return argument.Parent switch
        {
            IInvocationOperation call when DictionaryUse.TryGet(call, types) is { } use && KnownTypes.ValueTypeOf(use.Receiver.Type) is not null => ValueFate.Used,
            IInvocationOperation { TargetMethod: var step } when KnownTypes.Is(step.ContainingType, types.Enumerable) =>
                step.TypeArguments.Any(item => types.IsDisposable(item) && !value.Type.Mentions(item)) ? ValueFate.HandedOn : ValueFate.Used,
            _ => ValueFate.HandedOn,
        };
    }

    private static ValueFate OfLocal(IVariableDeclaratorOperation declarator, IOperation value)
    {
        for (var around = declarator.Parent; around is not null and not IBlockOperation; around = around.Parent)
        {
            if (around is IUsingDeclarationOperation or IUsingOperation)
            {
                return ValueFate.Disposed;
            }
        }

        return HasTypeOf(declarator.Symbol.Type, value) ? ValueFate.Used : ValueFate.HandedOn;
    }

    private static ValueFate OfAssignment(ISimpleAssignmentOperation assignment, IOperation value) => assignment.Target switch
    {
        IDiscardOperation => ValueFate.Used,
        ILocalReferenceOperation local => HasTypeOf(local.Type, value) ? ValueFate.Used : ValueFate.HandedOn,
        IPropertyReferenceOperation { Property.IsIndexer: true } indexer when KnownTypes.ValueTypeOf(indexer.Instance?.Type) is not null => ValueFate.Used,
        _ => ValueFate.Leaves,
    };

    // The result of a factory or of a step of a query goes where the call's result goes.
    private ValueFate OfReturn(IReturnOperation returned, IOperation value)
    {
        if (returned.EnclosingBody() is not IAnonymousFunctionOperation lambda)
        {
            return ValueFate.Leaves;
        }

        var given = (IOperation)lambda;
        while (given.Parent is IDelegateCreationOperation or IConversionOperation or IParenthesizedOperation)
        {
            given = given.Parent;
        }

        return given.Parent is IArgumentOperation argument ? OfArgument(argument, value) : ValueFate.HandedOn;
    }
}
