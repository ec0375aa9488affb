using System.Linq;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Flow;

/// <summary>
/// Answers where a thread or task is started that is first put into an array or list: <c>foreach (var thread in threads) thread.Start();</c>,
/// <c>threads[i].Start()</c>, <c>threads.ForEach(thread => thread.Start())</c>.
/// </summary>
internal static class StartedElements
{
    /// <summary>
    /// The call that starts <paramref name="made"/>, which is an element where it stands, or is put into a list by the name of <paramref name="variable"/>;
    /// null where none is found, or each is waited for before the next is started.
    /// </summary>
    public static IInvocationOperation? StartOf(IOperation made, ISymbol? variable)
    {
        var list = ListAround(made) ?? (variable is null ? null : made.EnclosingBody().Executed()
            .Where(operation => operation is ILocalReferenceOperation local && SymbolEqualityComparer.Default.Equals(local.Local, variable))
            .Select(ListAround).FirstOrDefault(found => found is not null));
        return list is null ? null : made.Root().Descendants().OfType<IInvocationOperation>()
            .FirstOrDefault(call => LaunchedObjects.IsStart(call) && call.Instance?.Unwrapped() is { } element && IsElementOf(element, list) && !IsWaitedForInRound(call, element));
    }

    // The variable that holds the array or list: 'threads[i] = made', 'threads.Add(made)', 'var threads = new[] { made }', 'items.Select(x => made).ToList()'.
    private static ISymbol? ListAround(IOperation made)
    {
        for (var value = made; ;)
        {
            switch (value.Parent)
            {
                case IConversionOperation or IParenthesizedOperation or IArrayInitializerOperation or IArrayCreationOperation or ICollectionExpressionOperation
                    or IObjectOrCollectionInitializerOperation or ITranslatedQueryOperation:
                    value = value.Parent;
                    break;
                case IObjectCreationOperation list when list.Initializer == value:
                    value = list;
                    break;
                case IReturnOperation when value.EnclosingBody() is IAnonymousFunctionOperation lambda && TaskWaits.SelectAround(lambda) is { } select:
                    value = select;
                    break;
                case IArgumentOperation { Parent: IInvocationOperation { TargetMethod: { Name: "ToArray" or "ToList" } method } buffer } when method.ContainingType.IsNamed("System.Linq", "Enumerable"):
                    value = buffer;
                    break;
                case IArgumentOperation { Parent: IInvocationOperation { TargetMethod.Name: "Add" or "Enqueue" or "Push", Instance: { } list } add }:
                    if (list is IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ImplicitReceiver })
                    {
                        value = add;
                        break;
                    }

                    return TaskWaits.Variable(list.Unwrapped());
                case ISimpleAssignmentOperation { Target: IArrayElementReferenceOperation { ArrayReference: var array } } assignment when assignment.Value == value:
                    return TaskWaits.Variable(array.Unwrapped());
                case ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { } indexed } } assignment when assignment.Value == value:
                    return TaskWaits.Variable(indexed.Unwrapped());
                case ISimpleAssignmentOperation { Target: var target } assignment when assignment.Value == value && value != made:
                    return TaskWaits.Variable(target);
                case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var local } } when value != made:
                    return local;
                default:
                    return null;
            }
        }
    }

    private static bool IsElementOf(IOperation element, ISymbol list)
    {
        bool IsList(IOperation? operation) => operation is not null && SymbolEqualityComparer.Default.Equals(TaskWaits.Variable(operation.Unwrapped()), list);
        switch (element)
        {
            case IArrayElementReferenceOperation { ArrayReference: var array }:
                return IsList(array);
            case IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { } indexed }:
                return IsList(indexed);
            case IParameterReferenceOperation when element.EnclosingBody() is IAnonymousFunctionOperation lambda
                && LambdaRuns.ReceiverOf(lambda) is { Parent: IInvocationOperation { TargetMethod.Name: "ForEach" } walk }:
                return IsList(walk.Receiver()) || walk.Arguments.Any(argument => IsList(argument.Value));
            case ILocalReferenceOperation local:
                for (var outer = element.Parent; outer is not null; outer = outer.Parent)
                {
                    if (outer is IForEachLoopOperation { LoopControlVariable: IVariableDeclaratorOperation { Symbol: var each } } loop && SymbolEqualityComparer.Default.Equals(each, local.Local))
                    {
                        return IsList(loop.Collection);
                    }
                }

                return false;
            default:
                return false;
        }
    }

    // 'foreach (var thread in threads) { thread.Start(); thread.Join(); }'
    private static bool IsWaitedForInRound(IInvocationOperation start, IOperation element)
    {
        IOperation? round = null;
        for (var outer = start.Parent; outer is not null && round is null; outer = outer.Parent)
        {
            round = outer is ILoopOperation or IAnonymousFunctionOperation ? outer : null;
        }

        bool IsIt(IOperation? operation) => operation?.Unwrapped() is { } named && named.Syntax.IsEquivalentTo(element.Syntax, topLevel: false);
        return round is not null && round.Descendants().Any(operation => operation switch
        {
            IInvocationOperation { TargetMethod.Name: "Join" or "Wait" or "GetAwaiter" or "ConfigureAwait", Instance: { } instance } => IsIt(instance),
            IAwaitOperation { Operation: var awaited } => IsIt(awaited),
            IPropertyReferenceOperation { Property.Name: "Result", Instance: { } instance } => IsIt(instance),
            _ => false,
        });
    }
}
