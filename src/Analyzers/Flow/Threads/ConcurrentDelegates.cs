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
internal sealed class ConcurrentDelegates(KnownTypes types, SourceBodies bodies, StaticDelegates kept)
{
    // A delegate is handed on through locals and helpers; further than this nobody follows.
    private const int MaximumDepth = 3;

    private readonly ConcurrentDictionary<SyntaxNode, ImmutableArray<DelegateRun>> runs = new();
    private readonly Awaits awaits = new();

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
                return [LaunchedObjects.Of(creation, method)];
            case IInvocationOperation call when call.Instance == value:
                return [OfCall(call, method, cancellationToken)];
            case IConditionalAccessOperation { WhenNotNull: IInvocationOperation { Instance: IConditionalAccessInstanceOperation } call }:
                return [OfCall(call, method, cancellationToken)];
            case IEventAssignmentOperation { Adds: true, EventReference: IEventReferenceOperation { Event: var handled } } subscription
                when ConcurrentCalls.Of(handled) is var (concurrency, end):
                return [new DelegateRun(subscription, concurrency, end) { OverlapsWhenSlow = ConcurrentCalls.OverlapsWhenSlow(handled) }];
            case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var local } }:
                return OfLocal(value, local, method, depth, cancellationToken);
            case ISimpleAssignmentOperation { Target: ILocalReferenceOperation target }:
                return OfLocal(value, target.Local, method, depth, cancellationToken);
            case IReturnOperation returned:
                return [kept.RunOf(returned, cancellationToken) ?? DelegateRun.Unknown(value)];
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
            return IsNextInLine(call) ? [DelegateRun.Unknown(argument)] : [LaunchDetails.Refine(new DelegateRun(call, concurrency, end) { Result = end is DelegateEnd.Result ? call : null }, call, call.Arguments, method)];
        }

        if (ConcurrentCalls.IsParallelOperator(target))
        {
            return [ParallelQueries.Of(call)];
        }

        if (LazyOperators.Of(target, types) is var laziness and not Laziness.Unknown)
        {
            return OfQuery(call, laziness, method);
        }

        if (target.ContainingType is { } type
            && (type.SpecialType is SpecialType.System_Array || (types.KindOf(type) is not CollectionKind.None && types.IsKnown(type))))
        {
            // An async lambda there gives tasks that nobody has.
            return [method.IsAsync ? DelegateRun.Unknown(argument) : DelegateRun.OnTheSpot(call) with { Repeats = true }];
        }

        return argument.Parameter is { } parameter && !target.MayBeOverridden() && bodies.Of(target, cancellationToken) is { IsIterator: false } body
            ? OfHelper(call, target, parameter.OriginalDefinition, body, method, depth, cancellationToken)
            : [DelegateRun.Unknown(argument)];
    }

    // 'tail = tail.ContinueWith(..)': each waits for the one before it.
    private static bool IsNextInLine(IInvocationOperation call)
    {
        if (call is not { TargetMethod.Name: "ContinueWith", Instance: { } instance } || TaskWaits.Variable(instance.Unwrapped()) is not { } tail)
        {
            return false;
        }

        var value = (IOperation)call;
        while (value.Parent is IConversionOperation or IParenthesizedOperation or IInvocationOperation { TargetMethod.Name: "ContinueWith" or "Unwrap" } or IArgumentOperation { Parent: IInvocationOperation { TargetMethod.Name: "Unwrap" } })
        {
            value = value.Parent;
        }

        return value.Parent is ISimpleAssignmentOperation assignment && assignment.Value == value && SymbolEqualityComparer.Default.Equals(TaskWaits.Variable(assignment.Target), tail);
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

            foreach (var run in OfValue(reference, method, depth + 1, cancellationToken).SelectMany(run => InHelper(run, reference, body.Operation.Root().Syntax, depth + 1, cancellationToken)))
            {
                yield return Told(run, call, helper);
            }
        }
    }

    // A run that begins at a place inside the lambdas of a helper, told of the helper's own body.
    private IEnumerable<DelegateRun> InHelper(DelegateRun run, IOperation place, SyntaxNode helper, int depth, CancellationToken cancellationToken)
    {
        var around = place.EnclosingBody();
        if (around.Parent is null || around.Syntax == helper || run.Concurrency is DelegateConcurrency.Unknown)
        {
            return [IsInOpenLoop(run) ? run with { Concurrency = DelegateConcurrency.WithItself } : run];
        }

        return depth > MaximumDepth + 1 ? [DelegateRun.Unknown(place)] : Of(around, depth, cancellationToken).SelectMany(outer => InHelper(Combined(run, outer, place), outer.Launch, helper, depth + 1, cancellationToken));
    }

    // A run inside a lambda, and the run of the lambda.
    private DelegateRun Combined(DelegateRun inner, DelegateRun outer, IOperation place)
    {
        if (inner.Concurrency is DelegateConcurrency.Unknown || outer.Concurrency is DelegateConcurrency.Unknown)
        {
            return DelegateRun.Unknown(place);
        }

        var isRepeated = outer.Repeats && inner.IsConcurrent && inner.End is not DelegateEnd.Call && !(inner.Result is { } task && TaskWaits.IsAwaitedAtOnce(task));
        var concurrency = isRepeated || inner.Concurrency is DelegateConcurrency.WithItself || outer.Concurrency is DelegateConcurrency.WithItself ? DelegateConcurrency.WithItself
            : inner.IsConcurrent || outer.IsConcurrent ? DelegateConcurrency.WithCreator
            : DelegateConcurrency.OnTheSpot;
        return (outer.IsConcurrent || !inner.IsConcurrent ? outer : inner) with
        {
            Launch = outer.Launch,
            Concurrency = concurrency,
            FromFirstAwait = inner.FromFirstAwait || (outer.FromFirstAwait && !inner.IsConcurrent && !awaits.IsBefore(place)),
        };
    }

    // 'foreach (var item in items) tasks.Add(Task.Run(() => action(item)));': nobody waits for one before the next is started.
    private static bool IsInOpenLoop(DelegateRun run)
    {
        if (run.Concurrency is not DelegateConcurrency.WithCreator || run.End is DelegateEnd.Call or DelegateEnd.Unknown)
        {
            return false;
        }

        var waits = run.Result is { } result ? TaskWaits.Of(result) : new TaskWaits([], []);
        for (var outer = run.Launch.Parent; outer is not null && outer is not (IAnonymousFunctionOperation or ILocalFunctionOperation); outer = outer.Parent)
        {
            if (outer is ILoopOperation loop)
            {
                return !waits.Certain.Concat(waits.Possible).Any(wait => wait.IsWithin(loop));
            }
        }

        return false;
    }

    // What happens in the helper, told of the call of the helper.
    private static DelegateRun Told(DelegateRun run, IInvocationOperation call, IMethodSymbol helper)
    {
        if (run.Concurrency is DelegateConcurrency.Unknown)
        {
            return DelegateRun.Unknown(call);
        }

        if (!run.IsConcurrent)
        {
            return new DelegateRun(call, DelegateConcurrency.OnTheSpot, DelegateEnd.Call) { Repeats = true };
        }

        var end = EndOf(run, helper);
        return new DelegateRun(call, run.Concurrency, end)
        {
            Result = end is DelegateEnd.Result ? call : null,
            FromFirstAwait = run.FromFirstAwait,
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

    /// <summary>How what an async method does after its first <c>await</c> runs, seen from a call of it.</summary>
    public DelegateRun OfAsyncCall(IInvocationOperation call)
    {
        if (TaskWaits.IsAwaitedAtOnce(call))
        {
            return DelegateRun.OnTheSpot(call);
        }

        if (call.Type is not { SpecialType: not SpecialType.System_Void })
        {
            // Nobody can wait for what gives no task.
            return new DelegateRun(call, DelegateConcurrency.WithCreator, DelegateEnd.Never) { FromFirstAwait = true };
        }

        if (TaskWaits.IsReturned(call))
        {
            // 'Task.Run(() => Load())' waits for both; 'items.Select(item => Load(item))' starts one beside the other.
            return call.EnclosingBody() is IAnonymousFunctionOperation lambda && TaskWaits.SelectAround(lambda) is { } select
                ? OfTasks(select, ConsumersOf(select).FirstOrDefault())
                : DelegateRun.OnTheSpot(call);
        }

        return new DelegateRun(call, DelegateConcurrency.WithCreator, DelegateEnd.Result) { Result = call, FromFirstAwait = true };
    }

    // The tasks that a selector gives run beside each other, unless a loop waits for one before it asks for the next.
    private static DelegateRun OfTasks(IInvocationOperation select, IOperation? consumer) => consumer is IInvocationOperation
        ? new DelegateRun(consumer, DelegateConcurrency.WithItself, DelegateEnd.Result) { Result = select, Repeats = true, FromFirstAwait = true }
        : DelegateRun.Unknown(select);

    private DelegateRun OfCall(IInvocationOperation call, IMethodSymbol method, CancellationToken cancellationToken)
    {
        if (method.IsAsync)
        {
            return OfAsyncCall(call);
        }

        // An iterator runs when its result is enumerated.
        var isIterator = method.MethodKind is MethodKind.LocalFunction && bodies.Of(method, cancellationToken) is { IsIterator: true };
        return isIterator && QueryConsumers.Of(call, types) is null ? DelegateRun.Unknown(call) : DelegateRun.OnTheSpot(call);
    }

    // 'items.Select(x => ..).ToList()': the query runs where it is consumed.
    private IEnumerable<DelegateRun> OfQuery(IInvocationOperation call, Laziness laziness, IMethodSymbol method)
    {
        var consumers = laziness is Laziness.Consumes ? [call] : ConsumersOf(call);
        return consumers.IsEmpty ? [DelegateRun.Unknown(call)]
            : consumers.Select(consumer => !method.IsAsync ? new DelegateRun(consumer, DelegateConcurrency.OnTheSpot, DelegateEnd.Call) { Repeats = true }
                : call.TargetMethod.Name is "Select" ? OfTasks(call, consumer)
                : DelegateRun.Unknown(call));
    }

    // Where the query runs: in its own expression, or by the local that it is kept in: 'var loads = items.Select(..); await Task.WhenAll(loads);'.
    private ImmutableArray<IOperation> ConsumersOf(IInvocationOperation query)
    {
        if (QueryConsumers.Of(query, types) is { } consumer)
        {
            return [consumer];
        }

        var value = (IOperation)query;
        while (value.Parent is IConversionOperation or IParenthesizedOperation or ITranslatedQueryOperation
            || value.Parent is IArgumentOperation { Parent: IInvocationOperation { TargetMethod: var stage } } && LazyOperators.Of(stage, types) is Laziness.Defers or Laziness.Buffers)
        {
            value = value.Parent is IArgumentOperation { Parent: { } next } ? next : value.Parent;
        }

        if (value.Parent is not IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var local } } || bodies.Around(query).Locals.SoleValue(local) is null)
        {
            return [];
        }

        var body = query.EnclosingBody();
        var found = query.Root().Descendants().OfType<ILocalReferenceOperation>().Where(reference => IsOf(reference.Local, local))
            .Select(reference => reference.EnclosingBody().Syntax == body.Syntax ? QueryConsumers.Of(reference, types) : null).ToArray();
        return found.All(each => each is not null) ? [.. found.OfType<IOperation>()] : [];
    }

    private static bool IsOf(ISymbol found, ISymbol wanted) =>
        SymbolEqualityComparer.Default.Equals(found.OriginalDefinition, wanted.OriginalDefinition);
}
