using System.Collections.Concurrent;
using System.Linq;
using System.Threading;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Flow;

/// <summary>
/// Answers which of the delegates that a method is given it hands on to a concurrent dictionary as the factory of a value:
/// <c>TValue Get(TKey key, Func&lt;TKey, TValue&gt; create) => _values.GetOrAdd(key, create);</c>.
/// </summary>
internal sealed class ForwardedFactories(CompilationModel model)
{
    private readonly ConcurrentDictionary<IParameterSymbol, IInvocationOperation?> calls = new(SymbolEqualityComparer.Default);

    /// <summary>The factory that <paramref name="call"/> hands in, and the call of <c>GetOrAdd</c> in the callee that gets it; null where there is none.</summary>
    public (ValueFactory Factory, IInvocationOperation Inner)? Of(IInvocationOperation call, CancellationToken cancellationToken)
    {
        if (call.TargetMethod is { MethodKind: MethodKind.DelegateInvoke } || call.TargetMethod.OriginalDefinition.DeclaringSyntaxReferences.IsEmpty
            || call.Instance?.ResolvedReceiver().Unwrapped() is ILocalReferenceOperation)
        {
            return null;
        }

        foreach (var argument in call.Arguments)
        {
            if (argument is { ArgumentKind: ArgumentKind.Explicit, Parameter: { Type.TypeKind: TypeKind.Delegate, OriginalDefinition: var parameter } }
                && Made(argument.Value) is { } made
                && model.SoleTarget(call.TargetMethod, call.Instance) is { } target && target.Parameters.Length > parameter.Ordinal
                && InnerOf(target.Parameters[parameter.Ordinal], target, cancellationToken) is { } inner
                && Factory(call, argument, made, cancellationToken) is { } factory)
            {
                return (factory, inner);
            }
        }

        return null;
    }

    private static IOperation? Made(IOperation given) => (IOperation?)given.Lambda() ?? given.MethodGroup();

    private ValueFactory? Factory(IInvocationOperation call, IArgumentOperation argument, IOperation made, CancellationToken cancellationToken) => made switch
    {
        IAnonymousFunctionOperation lambda => new ValueFactory(call, argument.Value, lambda, lambda.Symbol, Updates: false),
        IMethodReferenceOperation group when model.SoleTarget(group.Method, group.Instance) is { } method && model.Bodies.Of(method, cancellationToken) is { IsIterator: false } body =>
            new ValueFactory(call, argument.Value, body.Operation, method, Updates: false),
        _ => null,
    };

    private IInvocationOperation? InnerOf(IParameterSymbol parameter, IMethodSymbol method, CancellationToken cancellationToken)
    {
        if (calls.TryGetValue(parameter, out var known))
        {
            return known;
        }

        // The names come first; nothing is bound for them.
        var inner = model.Members.NamesOf("GetOrAdd", method.ContainingType, cancellationToken).Any()
            && model.Bodies.Of(method, cancellationToken) is { IsIterator: false } body && body.Locals.IsNeverReassigned(parameter)
                ? body.Operation.Executed().OfType<IInvocationOperation>().FirstOrDefault(candidate => HandsOn(candidate, parameter))
                : null;
        return calls.GetOrAdd(parameter, inner);
    }

    private bool HandsOn(IInvocationOperation call, IParameterSymbol parameter) =>
        call is { Instance: not null, TargetMethod.Name: "GetOrAdd" }
        && model.Types.KindOf(call.TargetMethod.ContainingType) is CollectionKind.ConcurrentDictionary
        && call.Arguments.Any(argument => argument.Parameter?.Name == "valueFactory" && (Is(argument.Value, parameter) || Calls(argument.Value.Lambda(), parameter)));

    // 'key => create(key)', '_ => create()'
    private static bool Calls(IAnonymousFunctionOperation? lambda, IParameterSymbol parameter) =>
        lambda is not null && new Body(lambda.Body).SoleReturnValue?.Unwrapped() is IInvocationOperation { TargetMethod.MethodKind: MethodKind.DelegateInvoke, Instance: { } invoked }
        && Is(invoked, parameter);

    private static bool Is(IOperation operation, IParameterSymbol parameter) =>
        operation.Unwrapped() is IParameterReferenceOperation reference && SymbolEqualityComparer.Default.Equals(reference.Parameter.OriginalDefinition, parameter.OriginalDefinition);
}
