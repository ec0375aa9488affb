using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Flow;

/// <summary>
/// Answers where code waits for the task, tasks, thread or block that a call gave it: <c>await</c>, <c>Wait()</c>,
/// <c>Result</c>, <c>Join()</c>, at once or by the variable or list that it is kept in.
/// </summary>
/// <param name="Certain">The places after which it has ended.</param>
/// <param name="Possible">The places after which it may have ended: it was given to other code there, or waited for on some condition.</param>
internal sealed record TaskWaits(ImmutableArray<IOperation> Certain, ImmutableArray<IOperation> Possible)
{
    /// <summary>Where <paramref name="result"/> is waited for.</summary>
    public static TaskWaits Of(IOperation result)
    {
        var certain = ImmutableArray.CreateBuilder<IOperation>();
        var possible = ImmutableArray.CreateBuilder<IOperation>();
        foreach (var (place, isCertain) in Follow(result, new HashSet<ISymbol>(SymbolEqualityComparer.Default)))
        {
            (isCertain ? certain : possible).Add(place);
            if (isCertain && Around(place, result) is { } conditional)
            {
                possible.Add(conditional);
            }
        }

        return new TaskWaits(certain.ToImmutable(), possible.ToImmutable());
    }

    /// <summary>Whether the task that <paramref name="call"/> gives is waited for where it stands.</summary>
    public static bool IsAwaitedAtOnce(IOperation call)
    {
        // 'Task.WhenAll(a(), b())' waits for both, but not for one before the other is called.
        for (var value = call; ;)
        {
            switch (value.Parent)
            {
                case IAwaitOperation or IPropertyReferenceOperation { Property.Name: "Result" } or IInvocationOperation { TargetMethod.Name: "Wait" or "GetResult" }:
                    return true;
                case IInvocationOperation { TargetMethod.Name: "ConfigureAwait" or "WaitAsync" or "AsTask" or "GetAwaiter" or "ContinueWith" }:
                    value = value.Parent;
                    break;
                case { } around when Hands(around, value):
                    value = around;
                    break;
                case IConditionalAccessOperation access when access.WhenNotNull == value:
                    value = access;
                    break;
                case IArgumentOperation { Parent: IInvocationOperation { TargetMethod.Name: "Unwrap" or "ConfigureAwait" or "AsTask" } extension }:
                    value = extension;
                    break;
                default:
                    return false;
            }
        }
    }

    /// <summary>Whether the task of the async body around <paramref name="call"/> ends only when the one that the call gives has: it awaits it at once, or gives it on.</summary>
    public static bool IsPartOfCaller(IOperation call)
    {
        while (call.Parent is { } around && (Hands(around, call) || around is IInvocationOperation { TargetMethod.Name: "ConfigureAwait" or "AsTask" or "WaitAsync" }))
        {
            call = around;
        }

        return call.Parent is IAwaitOperation or IReturnOperation { Kind: OperationKind.Return };
    }

    /// <summary>Whether the body around <paramref name="call"/> returns the task that the call gives, as its own.</summary>
    public static bool IsReturned(IOperation call)
    {
        while (call.Parent is { } around && (Hands(around, call) || around is IInvocationOperation { TargetMethod.Name: "ConfigureAwait" or "AsTask" or "WaitAsync" }))
        {
            call = around;
        }

        return call.Parent is IReturnOperation { Kind: OperationKind.Return };
    }

    // What gives on as its own result what one of its parts is: '(task)', 'early ? task : other', 'other ?? task', an arm of a switch.
    private static bool Hands(IOperation around, IOperation part) => around switch
    {
        IConversionOperation or IParenthesizedOperation or ICoalesceOperation or ISwitchExpressionArmOperation => true,
        IConditionalOperation { Type: not null } conditional => conditional.Condition != part,
        ISwitchExpressionOperation choice => choice.Value != part,
        _ => false,
    };

    /// <summary>Whether the task of a task that <paramref name="call"/> gives is made one task: <c>Unwrap()</c>, <c>await await</c>.</summary>
    public static bool IsUnwrapped(IOperation call) =>
        call.Parent is IArgumentOperation { Parent: IInvocationOperation { TargetMethod.Name: "Unwrap" } }
            or IAwaitOperation { Parent: IAwaitOperation or IConversionOperation { Parent: IAwaitOperation } };

    /// <summary>The <c>WhenAll</c> or <c>WaitAll</c> that is given the task of <paramref name="call"/> together with others; null where none is.</summary>
    public static IOperation? GroupAround(IOperation call)
    {
        while (call.Parent is IConversionOperation or IParenthesizedOperation or IArrayInitializerOperation or IArrayCreationOperation or ICollectionExpressionOperation
            or IInvocationOperation { TargetMethod.Name: "ConfigureAwait" or "AsTask" or "ContinueWith" })
        {
            call = call.Parent;
        }

        return call.Parent is IArgumentOperation { Parent: IInvocationOperation { TargetMethod: { Name: "WhenAll" or "WaitAll" or "WhenAny" or "WaitAny" } method } group }
            && method.ContainingType.IsNamed("System.Threading.Tasks", "Task")
                ? group
                : null;
    }

    /// <summary>Whether the task that <paramref name="call"/> gives is what its body returns, and the body is no selector of a sequence.</summary>
    public static bool IsReturnedOutsideSelect(IOperation call) =>
        IsReturned(call) && !(call.EnclosingBody() is IAnonymousFunctionOperation lambda && SelectAround(lambda) is not null);

    private static IEnumerable<(IOperation Place, bool IsCertain)> Follow(IOperation value, HashSet<ISymbol> trail)
    {
        while (true)
        {
            switch (value.Parent)
            {
                case IArrayInitializerOperation or IArrayCreationOperation or ICollectionExpressionOperation or ISpreadOperation:
                    value = value.Parent;
                    break;
                case { } around when Hands(around, value):
                    value = around;
                    break;
                case IConditionalAccessOperation access when access.WhenNotNull == value:
                    value = access;
                    break;
                case IConditionalAccessOperation { WhenNotNull: IInvocationOperation { TargetMethod.Name: "Wait" or "Join" or "Dispose" } call }:
                    return [(call, true)];
                case IAwaitOperation wait:
                    return [(wait, true)];
                case IInvocationOperation call when call.Instance == value:
                    switch (call.TargetMethod.Name)
                    {
                        case "Wait" or "Join" or "GetResult":
                            return [(call, true)];
                        case "ConfigureAwait" or "WaitAsync" or "AsTask" or "GetAwaiter" or "ContinueWith" or "ToArray" or "AsReadOnly":
                            value = call;
                            break;
                        case "Start" or "UnsafeStart" or "Post" or "SendAsync" or "Complete" or "Add" or "Clear" or "SetApartmentState" or "Change":
                            return [];
                        case "ForEach":
                            return call.Descendants().Any(inner => inner is IInvocationOperation { TargetMethod.Name: "Start" or "UnsafeStart" }) ? [] : [(call, true)];
                        default:
                            return [(call, false)];
                    }

                    break;
                case IPropertyReferenceOperation property when property.Instance == value:
                    switch (property.Property.Name)
                    {
                        case "Result":
                            return [(property, true)];
                        case "Completion":
                            value = property;
                            break;
                        case "this[]" when property.Access() is AccessKind.Read:
                            return FollowElement(property, trail);
                        default:
                            return [];
                    }

                    break;
                case IArrayElementReferenceOperation element when element.ArrayReference == value && element.Access() is AccessKind.Read:
                    return FollowElement(element, trail);
                case IArrayElementReferenceOperation or IExpressionStatementOperation:
                    return [];
                case IArgumentOperation { Parent: IInvocationOperation call } argument:
                    if (Through(call, argument) is { } on)
                    {
                        value = on;
                        break;
                    }

                    return call.TargetMethod.Name switch
                    {
                        "WaitAll" => [(call, true)],
                        "Add" or "AddRange" or "Push" or "Enqueue" when Variable(call.Instance?.Unwrapped()) is { } list => FollowVariable(call, list, trail),
                        "Add" when call.Instance?.ResolvedReceiver() is IObjectCreationOperation list => Follow(list, trail),
                        _ => [(call, false)],
                    };
                case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var local } }:
                    return FollowVariable(value, local, trail);
                case ISimpleAssignmentOperation assignment when assignment.Value == value:
                    return assignment.Target switch
                    {
                        IDiscardOperation => [],
                        IArrayElementReferenceOperation { ArrayReference: var array } when Variable(array.Unwrapped()) is { } variable => FollowVariable(value, variable, trail),
                        IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { } list } when Variable(list.Unwrapped()) is { } variable => FollowVariable(value, variable, trail),
                        var target when Variable(target) is { } variable => FollowVariable(value, variable, trail),
                        _ => [(assignment, false)],
                    };
                case IForEachLoopOperation loop:
                    // 'foreach (var task in tasks) await task;': none of them runs after the loop.
                    return loop.LoopControlVariable is IVariableDeclaratorOperation { Symbol: var task }
                        ? FollowVariable(loop.Collection, task, trail).Select(found => (loop.Collection, found.IsCertain))
                        : [(loop, false)];

                // 'items.Select(x => Task.Run(..))': the tasks are what the query gives.
                case IReturnOperation { Kind: OperationKind.Return } when value.EnclosingBody() is IAnonymousFunctionOperation lambda && SelectAround(lambda) is { } select:
                    value = select;
                    break;
                case IReturnOperation:
                    return [];
                default:
                    return [(value, false)];
            }
        }
    }

    private static IEnumerable<(IOperation Place, bool IsCertain)> FollowVariable(IOperation from, ISymbol variable, HashSet<ISymbol> trail)
    {
        // Nobody follows a task through more variables than this, and generated code has chains of thousands.
        const int LongestTrail = 16;
        if (trail.Count >= LongestTrail)
        {
            return [(from, false)];
        }

        if (!trail.Add(variable))
        {
            return [];
        }

        return from.Root().Descendants()
            .Where(operation => SymbolEqualityComparer.Default.Equals(Variable(operation), variable)
                && operation.Access() is AccessKind.Read && !from.IsWithin(operation.Parent ?? operation))
            .SelectMany(reference => Follow(reference, trail));
    }

    // 'for (..) threads[i].Join();': none of them runs after the loop.
    private static IEnumerable<(IOperation Place, bool IsCertain)> FollowElement(IOperation element, HashSet<ISymbol> trail)
    {
        var loop = (IOperation?)element;
        while (loop is not null and not (ILoopOperation or IAnonymousFunctionOperation))
        {
            loop = loop.Parent;
        }

        var condition = (loop as IForLoopOperation)?.Condition ?? (loop as IWhileLoopOperation)?.Condition;
        return Follow(element, trail).Select(found => (condition ?? found.Place, found.IsCertain));
    }

    // What a call gives of the tasks that it was given.
    private static IOperation? Through(IInvocationOperation call, IArgumentOperation argument)
    {
        var method = call.TargetMethod;
        var isTaskMethod = method.ContainingType.IsNamed("System.Threading.Tasks", "Task");
        var isExtension = argument.Parameter?.Ordinal == 0 && call.Instance is null;
        return method.Name switch
        {
            "WhenAll" when isTaskMethod => call,
            "Unwrap" or "ConfigureAwait" or "AsTask" when isExtension => call,
            "Select" or "ToArray" or "ToList" or "Concat" or "Append" or "Prepend" or "Where" or "AsEnumerable" or "Cast"
                when method.ContainingType.IsNamed("System.Linq", "Enumerable") => call,
            _ => null,
        };
    }

    /// <summary>The <c>Select</c> of a sequence that is given <paramref name="lambda"/>; null where it is given to something else.</summary>
    public static IInvocationOperation? SelectAround(IAnonymousFunctionOperation lambda)
    {
        var value = (IOperation)lambda;
        while (value.Parent is IConversionOperation or IDelegateCreationOperation or IParenthesizedOperation)
        {
            value = value.Parent;
        }

        return value.Parent is IArgumentOperation { Parent: IInvocationOperation { TargetMethod: { Name: "Select" } method } call }
            && method.ContainingType.IsNamed("System.Linq", "Enumerable")
                ? call
                : null;
    }

    /// <summary>The variable or member of the object's own that <paramref name="operation"/> names; null where it names none.</summary>
    public static ISymbol? Variable(IOperation? operation) => operation switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IFieldReferenceOperation field => field.Field,
        IPropertyReferenceOperation { Property.IsIndexer: false } property => property.Property,
        _ => null,
    };

    // The outermost statement around a wait that runs it on some condition, or as often as it likes, and does not hold the launch.
    private static IOperation? Around(IOperation place, IOperation result)
    {
        IOperation? found = null;
        for (var outer = place.Parent; outer is not null && !result.IsWithin(outer) && outer is not (IAnonymousFunctionOperation or ILocalFunctionOperation); outer = outer.Parent)
        {
            found = outer switch
            {
                IConditionalOperation conditional => conditional.Condition,
                ISwitchOperation choice => choice.Value,
                IForEachLoopOperation loop => loop.Collection,
                IForLoopOperation { Condition: { } condition } => condition,
                IWhileLoopOperation { Condition: { } condition } => condition,
                _ => found,
            };
        }

        return found;
    }
}
