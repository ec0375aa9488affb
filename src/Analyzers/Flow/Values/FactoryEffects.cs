using System.Collections.Generic;
using System.Linq;
using System.Threading;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Flow;

/// <summary>
/// Answers what a value factory does beside computing a value, itself or up to three calls deep: what it creates that must
/// be disposed, what it starts, which input or output it does, what it writes that outlives it.
/// </summary>
internal sealed class FactoryEffects(CompilationModel model)
{
    private readonly DisposalCosts costs = new(model);
    private readonly ProducedValues values = new(model);
    private readonly LastingWrites writes = new(model);

    /// <summary>The effect that tells most about <paramref name="factory"/>; null where it only computes, or is not known to do more.</summary>
    public FactoryEffect? Of(ValueFactory factory, INamedTypeSymbol? type, CancellationToken cancellationToken)
    {
        if (factory.Body is IMethodReferenceOperation)
        {
            return OfFramework(factory);
        }

        var produced = values.Of(factory.Body, cancellationToken).ToArray();
        if (Disposable(factory, produced, cancellationToken) is { } created)
        {
            return created;
        }

        var activations = model.Search.Activations(factory.Body, type, MayReach, cancellationToken).ToArray();
        return Awaits(factory)
            ?? produced.Select(value => AsyncCall(value, cancellationToken)).FirstOrDefault(effect => effect is not null)
            ?? activations.SelectMany(activation => Started(activation, cancellationToken)).FirstOrDefault()
            ?? activations.SelectMany(InputOutput).FirstOrDefault()
            ?? activations.SelectMany(activation => writes.Of(factory, activation, cancellationToken)).FirstOrDefault();
    }

    /// <summary>The value that <c>GetOrAdd(key, new X())</c> or <c>AddOrUpdate(key, new X(), ..)</c> is given, where it has to be disposed: it is made whether or not the key is there.</summary>
    public (IOperation Value, FactoryEffect Effect)? OfValue(IInvocationOperation call, CancellationToken cancellationToken) =>
        call is { Instance: not null, TargetMethod.Name: "GetOrAdd" or "AddOrUpdate" }
        && model.Types.KindOf(call.TargetMethod.ContainingType) is CollectionKind.ConcurrentDictionary
        && call.Arguments.FirstOrDefault(argument => argument.Parameter?.Name is "value" or "addValue")?.Value is { } value
        && value.Unwrapped() is IObjectCreationOperation creation && costs.Of(creation, cancellationToken)
            ? (value, new FactoryEffect(FactoryEffectKind.Each, $"is a new '{NameOf(creation.Type!)}'", creation, null))
            : null;

    private static FactoryEffect? OfFramework(ValueFactory factory) =>
        OutsideWorld.IsInputOutput(factory.Method) ? new FactoryEffect(FactoryEffectKind.IO, InputOutput(factory.Method), factory.Body, null)
        : OutsideWorld.Starts(factory.Method) is { } started ? new FactoryEffect(FactoryEffectKind.Starts, "starts " + started, factory.Body, null)
        : null;

    private FactoryEffect? Disposable(ValueFactory factory, IEnumerable<ProducedValue> produced, CancellationToken cancellationToken)
    {
        foreach (var value in produced)
        {
            var created = value.Operation switch
            {
                IObjectCreationOperation creation when costs.Of(creation, cancellationToken) => creation.Type,
                IInvocationOperation call when OutsideWorld.GivesOwnedDisposable(call.TargetMethod) => call.Type,
                _ => null,
            };
            // What was made before the call is one object, however often the factory hands it out.
            var isMadeAnew = value.In is not null || value.Operation.IsWithin(factory.Body);
            if (created is not null && isMadeAnew && !IsDisposedByCaller(factory))
            {
                return new FactoryEffect(
                    FactoryEffectKind.Disposable, $"creates a '{NameOf(created)}'",
                    value.Operation, value.In);
            }
        }

        return null;
    }

    private static string NameOf(ITypeSymbol type) =>
        type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat.WithMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.UseSpecialTypes));

    // 'GetOrAdd(key, _ => made = new X())', after which the caller disposes of what it made in vain.
    private static bool IsDisposedByCaller(ValueFactory factory)
    {
        var made = new HashSet<ISymbol>(
            factory.Body.Descendants().OfType<ISimpleAssignmentOperation>().Select(assignment => assignment.Target).OfType<ILocalReferenceOperation>().Select(target => target.Local),
            SymbolEqualityComparer.Default);
        return made.Count > 0 && factory.Call.EnclosingBody().DescendantsAndSelf().Any(operation =>
            operation is IInvocationOperation { TargetMethod.Name: "Dispose" or "DisposeAsync", Instance: { } instance }
            && !operation.IsWithin(factory.Body)
            && instance.ResolvedReceiver().Unwrapped() is ILocalReferenceOperation local && made.Contains(local.Local));
    }

    // The factory is an async lambda or method: each run is an operation under way.
    private static FactoryEffect? Awaits(ValueFactory factory) =>
        factory.Method.IsAsync && FirstAwait(factory.Body) is { } awaited
            ? new FactoryEffect(FactoryEffectKind.Starts, "starts asynchronous work", awaited, null)
            : null;

    // The value is the task of an async method of this compilation.
    private FactoryEffect? AsyncCall(ProducedValue value, CancellationToken cancellationToken) =>
        !value.IsAwaited && value.Operation is IInvocationOperation call && StartsAsyncMethod(call, cancellationToken)
            ? new FactoryEffect(FactoryEffectKind.Starts, $"starts '{call.TargetMethod.Name}'", call, value.In)
            : null;

    private IEnumerable<FactoryEffect> Started(Activation activation, CancellationToken cancellationToken)
    {
        foreach (var call in activation.Region.Calls)
        {
            var deed = call.Operation switch
            {
                IInvocationOperation invocation when OutsideWorld.Starts(call.Method) is { } started =>
                    IsWaitedFor(invocation, activation.Frame) ? null : "starts " + started,
                IInvocationOperation { Parent: IExpressionStatementOperation or ISimpleAssignmentOperation { Target: IDiscardOperation } } invocation
                    when StartsAsyncMethod(invocation, cancellationToken) => $"starts '{invocation.TargetMethod.Name}'",
                IObjectCreationOperation creation when IsRunningTimer(creation) => "starts a timer",
                _ => null,
            };
            if (deed is not null)
            {
                yield return new FactoryEffect(FactoryEffectKind.Starts, deed, call.Operation, activation.Frame.Callee);
            }
        }
    }

    private static IEnumerable<FactoryEffect> InputOutput(Activation activation) =>
        from call in activation.Region.Calls
        where call.Operation is IInvocationOperation or IObjectCreationOperation && OutsideWorld.IsInputOutput(call.Method)
        select new FactoryEffect(FactoryEffectKind.IO, InputOutput(call.Method), call.Operation, activation.Frame.Callee);

    private static string InputOutput(IMethodSymbol method) => method.MethodKind is MethodKind.Constructor
        ? $"does input or output ('new {method.ContainingType.Name}')"
        : $"does input or output ('{method.ContainingType.Name}.{method.Name}')";

    private bool StartsAsyncMethod(IInvocationOperation call, CancellationToken cancellationToken) =>
        IsAwaitable(call.Type) && model.SoleTarget(call.TargetMethod, call.Instance) is { IsAsync: true } target
        && model.Bodies.Of(target, cancellationToken) is { } body && FirstAwait(body.Operation) is not null;

    // An await of what has already ended starts nothing.
    private static IOperation? FirstAwait(IOperation body) =>
        (body is IAnonymousFunctionOperation lambda ? lambda.Body : body is ILocalFunctionOperation { Body: { } local } ? local : body)
            .Executed()
            .FirstOrDefault(operation => operation is IForEachLoopOperation { IsAsynchronous: true }
                || (operation is IAwaitOperation { Operation: var awaited } && !IsOver(awaited.Unwrapped())));

    private static bool IsOver(IOperation task) => task switch
    {
        IInvocationOperation { TargetMethod.Name: "ConfigureAwait" } call => call.Receiver() is { } inner && IsOver(inner.Unwrapped()),
        IInvocationOperation { TargetMethod: { Name: "FromResult", ContainingType.Name: "Task" or "ValueTask" } } => true,
        IPropertyReferenceOperation { Property: { Name: "CompletedTask", ContainingType.Name: "Task" or "ValueTask" } } => true,
        IObjectCreationOperation { Type.Name: "ValueTask" } => true,
        _ => false,
    };

    // Whether the factory is still running when what it started has ended.
    private static bool IsWaitedFor(IOperation started, Frame frame)
    {
        for (var (inner, outer) = (started, started.Parent); outer is not null; (inner, outer) = (outer, outer.Parent))
        {
            switch (outer)
            {
                case IPropertyReferenceOperation { Property.Name: "Result" }:
                case IInvocationOperation { TargetMethod.Name: "Wait" or "GetResult" or "WaitAll" }:
                    return true;
                case IAwaitOperation or IReturnOperation:
                    return frame.Call is { Operation: var call } && frame.Caller is { } caller && IsWaitedFor(call, caller);
                case IInvocationOperation { TargetMethod.Name: "ConfigureAwait" or "GetAwaiter" or "AsTask" or "Unwrap" } or IArgumentOperation
                    or IConversionOperation or IParenthesizedOperation or IConditionalAccessOperation or IArrayInitializerOperation or IArrayCreationOperation:
                    continue;
                case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var task } }:
                    return inner.EnclosingBody().Executed().Any(use =>
                        use is ILocalReferenceOperation local && SymbolEqualityComparer.Default.Equals(local.Local, task) && IsWaitedFor(local, frame));
                default:
                    return false;
            }
        }

        return false;
    }

    private static bool IsRunningTimer(IObjectCreationOperation creation) =>
        creation.Type.IsNamed("System.Threading", "Timer") && creation.Arguments.Length > 1
        && creation.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == "dueTime")?.Value is { } due
        && !(due.Unwrapped().ConstantValue is { HasValue: true, Value: -1 or -1L or uint.MaxValue })
        && due.Unwrapped() is not IFieldReferenceOperation { Field.Name: "InfiniteTimeSpan" };

    private static bool IsAwaitable(ITypeSymbol? type) => type?.Name is "Task" or "ValueTask";

    // One method, and none whose business is to log.
    private bool MayReach(CallSite call, Frame frame)
    {
        if (call.Delegate is { } invoked)
        {
            return model.Paths.Origin(invoked) is var origin && (origin.Lambda() is not null || origin.MethodGroup() is not null || origin is IParameterReferenceOperation);
        }

        return !IsLog(call.Method.ContainingType) && (!call.IsVirtual || model.SoleTarget(call.Method, call.Receiver) is not null);
    }

    private static bool IsLog(INamedTypeSymbol? type) => type is not null && (
        type.Name.EndsWith("Log", System.StringComparison.Ordinal) || type.Name.EndsWith("Logger", System.StringComparison.Ordinal)
        || type.Name.EndsWith("Logging", System.StringComparison.Ordinal) || type.Name.EndsWith("Trace", System.StringComparison.Ordinal)
        || type.Name.EndsWith("Tracer", System.StringComparison.Ordinal) || type.Name.EndsWith("Telemetry", System.StringComparison.Ordinal)
        || type.Name.EndsWith("Metrics", System.StringComparison.Ordinal) || type.Name.EndsWith("EventSource", System.StringComparison.Ordinal)
        || type.Name.StartsWith("Log", System.StringComparison.Ordinal) && (type.Name.Length == 3 || char.IsUpper(type.Name[3])));
}
