using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Flow;

/// <summary>
/// Answers how the code of a lambda, local function or method group runs: on the spot, beside the code that hands it over,
/// beside itself, or that this is not known. The framework's part stands in <see cref="ConcurrentCalls"/>.
/// </summary>
internal sealed class ConcurrentDelegates(KnownTypes types, SourceBodies bodies)
{
    // A delegate is handed on through locals and helpers; further than this nobody follows.
    private const int MaximumDepth = 3;

    private readonly ConcurrentDictionary<SyntaxNode, ImmutableArray<DelegateRun>> runs = new();

    /// <summary>Everything that makes the code of a lambda or local function run; none where nothing visible does.</summary>
    public ImmutableArray<DelegateRun> Of(IOperation body, CancellationToken cancellationToken)
    {
        if (runs.TryGetValue(body.Syntax, out var known))
        {
            return known;
        }

        return runs.GetOrAdd(body.Syntax, Of(body, 0, cancellationToken));
    }

    /// <summary>
    /// How the delegate that stands at <paramref name="value"/>, a lambda or method group of <paramref name="method"/>, runs.
    /// </summary>
    public IEnumerable<DelegateRun> OfValue(IOperation value, IMethodSymbol method, CancellationToken cancellationToken) =>
        OfValue(value, method, 0, cancellationToken);

    private ImmutableArray<DelegateRun> Of(IOperation body, int depth, CancellationToken cancellationToken) => body switch
    {
        IAnonymousFunctionOperation lambda => [.. OfValue(lambda, lambda.Symbol, depth, cancellationToken)],
        ILocalFunctionOperation function => [.. OfFunction(function, depth, cancellationToken)],
        _ => [],
    };

    private IEnumerable<DelegateRun> OfFunction(ILocalFunctionOperation function, int depth, CancellationToken cancellationToken)
    {
        foreach (var operation in function.Root().Descendants())
        {
            switch (operation)
            {
                case IInvocationOperation call when IsOf(call.TargetMethod, function.Symbol):
                    yield return OfCall(call, function.Symbol, cancellationToken);
                    break;
                case IMethodReferenceOperation group when IsOf(group.Method, function.Symbol):
                    foreach (var run in OfValue(group, function.Symbol, depth, cancellationToken))
                    {
                        yield return run;
                    }

                    break;
            }
        }
    }

    private IEnumerable<DelegateRun> OfValue(IOperation value, IMethodSymbol method, int depth, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (depth > MaximumDepth)
        {
            return [DelegateRun.Unknown(value)];
        }

        // Around the delegate: its conversion, the array of a 'params' parameter.
        while (value.Parent is IConversionOperation or IDelegateCreationOperation or IParenthesizedOperation
            or IArrayInitializerOperation or IArrayCreationOperation or ICollectionExpressionOperation)
        {
            value = value.Parent;
        }

        switch (value.Parent)
        {
            case IArgumentOperation { Parent: IInvocationOperation call } argument:
                return OfArgument(call, argument, method, depth, cancellationToken);
            case IArgumentOperation { Parent: IObjectCreationOperation creation }:
                return [OfCreation(creation, method)];
            case IInvocationOperation call when call.Instance == value:
                return [OfCall(call, method, cancellationToken)];
            case IConditionalAccessOperation { WhenNotNull: IInvocationOperation { Instance: IConditionalAccessInstanceOperation } call }:
                return [OfCall(call, method, cancellationToken)];
            case IEventAssignmentOperation { Adds: true, EventReference: IEventReferenceOperation { Event: var handled } } subscription
                when ConcurrentCalls.Of(handled) is var (concurrency, end):
                return [new DelegateRun(subscription, concurrency, end)];
            case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var local } }:
                return OfLocal(value, local, method, depth, cancellationToken);
            case ISimpleAssignmentOperation { Target: ILocalReferenceOperation target }:
                return OfLocal(value, target.Local, method, depth, cancellationToken);
            default:
                return [DelegateRun.Unknown(value)];
        }
    }

    // 'Action work = () => ..; work(); Task.Run(work);'
    private IEnumerable<DelegateRun> OfLocal(IOperation value, ILocalSymbol local, IMethodSymbol method, int depth, CancellationToken cancellationToken) =>
        value.Root().Descendants()
            .Where(operation => operation is ILocalReferenceOperation reference && IsOf(reference.Local, local) && reference.Access() is AccessKind.Read)
            .SelectMany(reference => OfValue(reference, method, depth + 1, cancellationToken));

    private IEnumerable<DelegateRun> OfArgument(
        IInvocationOperation call, IArgumentOperation argument, IMethodSymbol method, int depth, CancellationToken cancellationToken)
    {
        var target = call.TargetMethod;
        if (ConcurrentCalls.Of(target) is var (concurrency, end))
        {
            return [Refined(new DelegateRun(call, concurrency, end) { Result = end is DelegateEnd.Result ? call : null }, call, call.Arguments, method)];
        }

        if (ConcurrentCalls.IsParallelOperator(target))
        {
            return [OfParallelQuery(call)];
        }

        if (LazyOperators.Of(target, types) is var laziness and not Laziness.Unknown)
        {
            return [OfQuery(call, laziness, method)];
        }

        if (target.ContainingType is { } type
            && (type.SpecialType is SpecialType.System_Array || (types.KindOf(type) is not CollectionKind.None && types.IsKnown(type))))
        {
            // An async lambda there gives tasks that nobody has.
            return [method.IsAsync ? DelegateRun.Unknown(argument) : OnTheSpot(call) with { Repeats = true }];
        }

        return argument.Parameter is { } parameter && !target.MayBeOverridden() && bodies.Of(target, cancellationToken) is { IsIterator: false } body
            ? OfHelper(call, target, parameter.OriginalDefinition, body, method, depth, cancellationToken)
            : [DelegateRun.Unknown(argument)];
    }

    // A method of the compilation that calls the delegate, or hands it on.
    private IEnumerable<DelegateRun> OfHelper(
        IInvocationOperation call, IMethodSymbol helper, IParameterSymbol parameter, Body body, IMethodSymbol method, int depth, CancellationToken cancellationToken)
    {
        foreach (var reference in body.Operation.Descendants().OfType<IParameterReferenceOperation>().Where(reference => IsOf(reference.Parameter, parameter)))
        {
            var isInLambda = !ReferenceEquals(reference.EnclosingBody(), body.Operation.Root()) && reference.EnclosingBody() != body.Operation;
            if (isInLambda && !bodies.Around(reference).Locals.IsNeverReassigned(parameter))
            {
                yield return DelegateRun.Unknown(call);
                continue;
            }

            foreach (var run in OfValue(reference, method, depth + 1, cancellationToken))
            {
                foreach (var outer in isInLambda ? Of(reference.EnclosingBody(), depth + 1, cancellationToken) : [OnTheSpot(call)])
                {
                    yield return Combined(run, outer, call, helper);
                }
            }
        }
    }

    // What happens in the helper, told of the call of the helper.
    private static DelegateRun Combined(DelegateRun inner, DelegateRun outer, IInvocationOperation call, IMethodSymbol helper)
    {
        if (inner.Concurrency is DelegateConcurrency.Unknown || outer.Concurrency is DelegateConcurrency.Unknown)
        {
            return DelegateRun.Unknown(call);
        }

        if (!inner.IsConcurrent && !outer.IsConcurrent)
        {
            return new DelegateRun(call, DelegateConcurrency.OnTheSpot, DelegateEnd.Call) { Repeats = true };
        }

        var concurrency = inner.Concurrency is DelegateConcurrency.WithItself || outer.Concurrency is DelegateConcurrency.WithItself
            ? DelegateConcurrency.WithItself
            : DelegateConcurrency.WithCreator;
        var end = EndOf(outer.IsConcurrent ? outer : inner, helper);
        return new DelegateRun(call, concurrency, end)
        {
            Result = end is DelegateEnd.Result ? call : null,
            FromFirstAwait = inner.FromFirstAwait,
        };
    }

    // A helper that waits for what it has started, that returns it, or that drops it.
    private static DelegateEnd EndOf(DelegateRun run, IMethodSymbol helper)
    {
        if (run.Result is not { } result)
        {
            return run.End;
        }

        var isReturned = result.Parent is IReturnOperation or IConversionOperation { Parent: IReturnOperation };
        var waits = TaskWaits.Of(result);
        return waits switch
        {
            { Certain.IsEmpty: true, Possible.IsEmpty: true } => isReturned ? DelegateEnd.Result : DelegateEnd.Never,
            { Certain.IsEmpty: false, Possible.IsEmpty: true } => !helper.IsAsync ? DelegateEnd.Call : helper.ReturnsVoid ? DelegateEnd.Unknown : DelegateEnd.Result,
            _ => DelegateEnd.Unknown,
        };
    }

    private static DelegateRun OfCreation(IObjectCreationOperation creation, IMethodSymbol method)
    {
        if (creation.Constructor is not { } constructor || ConcurrentCalls.Of(constructor) is not var (concurrency, end))
        {
            return DelegateRun.Unknown(creation);
        }

        var run = new DelegateRun(creation, concurrency, end) { Result = end is DelegateEnd.Result ? creation : null };
        if (creation.Type.IsNamed("System.Threading", "Thread") || creation.Type.IsNamed("System.Threading.Tasks", "Task"))
        {
            if (StartOf(creation) is not { } start)
            {
                return DelegateRun.Unknown(creation);
            }

            run = start.TargetMethod.Name is "RunSynchronously" ? OnTheSpot(start) : run with { Launch = start };
        }

        return Refined(run, creation, creation.Arguments, method);
    }

    // 'new Thread(..).Start()', or the 'Start()' of the local or field that it is stored in.
    private static IInvocationOperation? StartOf(IObjectCreationOperation creation)
    {
        var value = (IOperation)creation;
        while (value.Parent is IConversionOperation or IParenthesizedOperation)
        {
            value = value.Parent;
        }

        if (value.Parent is IInvocationOperation chained)
        {
            return IsStart(chained) ? chained : null;
        }

        var local = value.Parent switch
        {
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var declared } } => declared,
            ISimpleAssignmentOperation { Target: ILocalReferenceOperation target } => target.Local,
            ISimpleAssignmentOperation { Target: IFieldReferenceOperation { Instance: null or IInstanceReferenceOperation } target } => target.Field,
            _ => (ISymbol?)null,
        };
        return local is null ? null : creation.EnclosingBody().Executed().OfType<IInvocationOperation>()
            .FirstOrDefault(call => IsStart(call) && StoredIn(call.Instance?.Unwrapped()) is { } receiver && IsOf(receiver, local));
    }

    private static ISymbol? StoredIn(IOperation? receiver) => receiver switch
    {
        ILocalReferenceOperation local => local.Local,
        IFieldReferenceOperation { Instance: null or IInstanceReferenceOperation } field => field.Field,
        _ => null,
    };

    private static bool IsStart(IInvocationOperation call) => call.TargetMethod.Name is "Start" or "UnsafeStart" or "RunSynchronously";

    private DelegateRun OfCall(IInvocationOperation call, IMethodSymbol method, CancellationToken cancellationToken)
    {
        if (method.IsAsync && !TaskWaits.IsAwaitedAtOnce(call))
        {
            return new DelegateRun(call, DelegateConcurrency.WithCreator, method.ReturnsVoid ? DelegateEnd.Unknown : DelegateEnd.Result)
            {
                Result = method.ReturnsVoid ? null : call,
                FromFirstAwait = true,
            };
        }

        // An iterator runs when its result is enumerated.
        var isIterator = method.MethodKind is MethodKind.LocalFunction && bodies.Of(method, cancellationToken) is { IsIterator: true };
        return isIterator && QueryConsumers.Of(call, types) is null ? DelegateRun.Unknown(call) : OnTheSpot(call);
    }

    private static DelegateRun OnTheSpot(IOperation launch) => new(launch, DelegateConcurrency.OnTheSpot, DelegateEnd.Call);

    // 'items.Select(x => ..).ToList()': the query runs where it is consumed.
    private DelegateRun OfQuery(IInvocationOperation call, Laziness laziness, IMethodSymbol method)
    {
        var consumer = laziness is Laziness.Consumes ? call : QueryConsumers.Of(call, types);
        if (consumer is null)
        {
            return DelegateRun.Unknown(call);
        }

        if (!method.IsAsync)
        {
            return new DelegateRun(consumer, DelegateConcurrency.OnTheSpot, DelegateEnd.Call) { Repeats = true };
        }

        // The tasks of an async selector run beside each other, unless a loop waits for one before it asks for the next.
        return call.TargetMethod.Name is "Select" && consumer is IInvocationOperation
            ? new DelegateRun(consumer, DelegateConcurrency.WithItself, DelegateEnd.Result) { Result = call, Repeats = true, FromFirstAwait = true }
            : DelegateRun.Unknown(call);
    }

    private static DelegateRun OfParallelQuery(IInvocationOperation call)
    {
        for (var source = (IOperation?)call; source?.Unwrapped() is IInvocationOperation stage; source = stage.Argument(0))
        {
            if (stage.TargetMethod.Name is "WithDegreeOfParallelism" && stage.Argument(1)?.ConstantValue is not { HasValue: true, Value: > 1 })
            {
                return DelegateRun.Unknown(call);
            }
        }

        var end = (IOperation)call;
        while (!(end is IInvocationOperation { TargetMethod: var method } && ConcurrentCalls.EndsQuery(method)))
        {
            switch (end.Parent)
            {
                case IArgumentOperation { Parameter.Ordinal: 0, Parent: IInvocationOperation { TargetMethod.ContainingType: var owner } next }
                    when owner.IsNamed("System.Linq", "ParallelEnumerable"):
                    end = next;
                    break;
                case IConversionOperation or IParenthesizedOperation or ITranslatedQueryOperation:
                    end = end.Parent;
                    break;
                default:
                    return new DelegateRun(call, DelegateConcurrency.WithItself, DelegateEnd.Unknown);
            }
        }

        return new DelegateRun(end, DelegateConcurrency.WithItself, DelegateEnd.Call);
    }

    // What the arguments and the delegate itself say beyond the table.
    private static DelegateRun Refined(DelegateRun run, IOperation call, ImmutableArray<IArgumentOperation> arguments, IMethodSymbol method)
    {
        var type = call is IObjectCreationOperation creation ? creation.Type : (call as IInvocationOperation)?.TargetMethod.ContainingType;
        switch (type?.Name)
        {
            case "Parallel" when DegreeIn(arguments) is 1:
                return DelegateRun.Unknown(call);
            case "Parallel" when method.IsAsync && method.ReturnsVoid:
                return run with { End = DelegateEnd.Unknown };
            case "ActionBlock" or "TransformBlock" or "TransformManyBlock" when DegreeIn(arguments) is > 1 or -1:
                return run with { Concurrency = DelegateConcurrency.WithItself };
            case "Timer" when !arguments.Any(argument => argument.Parameter?.Name is "period") || IsInfinite(arguments):
                return run with { Concurrency = DelegateConcurrency.WithCreator };
            case "ThreadPool" when arguments.Any(argument => argument is { Parameter.Name: "executeOnlyOnce", Value.ConstantValue: { HasValue: true, Value: false } }):
                return run with { Concurrency = DelegateConcurrency.WithItself };

            // A thread's lambda that is 'async void' ends the thread at its first await; 'StartNew' gives a task of a task.
            case "Thread" when method.IsAsync:
            case "TaskFactory" or "Task" when method.IsAsync && call is not IInvocationOperation { TargetMethod.Name: "Run" }:
                return TaskWaits.IsUnwrapped(call) ? run : run with { End = DelegateEnd.Unknown };
            default:
                return run;
        }
    }

    // 'new ParallelOptions { MaxDegreeOfParallelism = 1 }' where it is written in the call.
    private static int? DegreeIn(ImmutableArray<IArgumentOperation> arguments) =>
        arguments.SelectMany(argument => argument.Descendants())
            .OfType<ISimpleAssignmentOperation>()
            .Where(assignment => assignment.Target is IPropertyReferenceOperation { Property.Name: "MaxDegreeOfParallelism" })
            .Select(assignment => assignment.Value.ConstantValue is { HasValue: true, Value: int degree } ? degree : int.MaxValue)
            .Cast<int?>()
            .FirstOrDefault();

    private static bool IsInfinite(ImmutableArray<IArgumentOperation> arguments) => arguments.Any(argument =>
        argument is { Parameter.Name: "period" }
        && (argument.Value.Unwrapped() is IFieldReferenceOperation { Field.Name: "Infinite" or "InfiniteTimeSpan" }
            || argument.Value.ConstantValue is { HasValue: true, Value: -1 or -1L or uint.MaxValue }));

    private static bool IsOf(ISymbol found, ISymbol wanted) =>
        SymbolEqualityComparer.Default.Equals(found.OriginalDefinition, wanted.OriginalDefinition);
}
