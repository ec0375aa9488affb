using System.Collections.Generic;
using System.Linq;
using System.Threading;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Flow;

/// <summary>A delegate that a concurrent dictionary may call more often than it keeps a result, and the code behind it.</summary>
/// <param name="Call">The call of <c>GetOrAdd</c> or <c>AddOrUpdate</c>.</param>
/// <param name="Argument">The delegate as it is given.</param>
/// <param name="Body">The lambda, or the body of the method behind it; the method group, where that method has no body here.</param>
/// <param name="Method">The lambda or method.</param>
/// <param name="Updates">Whether it is given the old value.</param>
internal sealed record ValueFactory(IInvocationOperation Call, IOperation Argument, IOperation Body, IMethodSymbol Method, bool Updates)
{
    /// <summary>The old value that an updating factory is given.</summary>
    public IParameterSymbol? OldValue => Updates && Method.Parameters.Length > 1 ? Method.Parameters[1] : null;

    /// <summary>The parameter that stands for the call's <c>factoryArgument</c>, and that argument.</summary>
    public (IParameterSymbol Parameter, IOperation Argument)? State =>
        Call.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == "factoryArgument")?.Value is { } state
        && Method.Parameters.Length == (Updates ? 3 : 2)
            ? (Method.Parameters[Updates ? 2 : 1], state)
            : null;

    /// <summary>The factories of a call, where the code behind them is known; a cheap look at the call comes first.</summary>
    public static IEnumerable<ValueFactory> Of(IInvocationOperation call, CompilationModel model, CancellationToken cancellationToken) =>
        IsCandidate(call) && model.Types.KindOf(call.TargetMethod.ContainingType) is CollectionKind.ConcurrentDictionary ? Find(call, model, cancellationToken) : [];

    private static IEnumerable<ValueFactory> Find(IInvocationOperation call, CompilationModel model, CancellationToken cancellationToken) => call.Arguments
        .Where(argument => argument.Parameter?.OriginalDefinition.Type.TypeKind is TypeKind.Delegate)
        .Select(argument => Of(call, argument, model, cancellationToken))
        .OfType<ValueFactory>();

    private static bool IsCandidate(IInvocationOperation call) => call is { Instance: not null, TargetMethod.Name: "GetOrAdd" or "AddOrUpdate" };

    private static ValueFactory? Of(IInvocationOperation call, IArgumentOperation argument, CompilationModel model, CancellationToken cancellationToken)
    {
        var updates = argument.Parameter!.Name == "updateValueFactory";
        var origin = model.Paths.Origin(argument.Value);
        if (origin is IPropertyReferenceOperation { Property: { IsIndexer: false, GetMethod: { } getter } given } && !given.MayBeOverridden()
            && model.Bodies.Of(getter, cancellationToken)?.SoleReturnValue is { } returned)
        {
            origin = returned;
        }

        if (origin is IMemberReferenceOperation { Member: IFieldSymbol or IPropertySymbol } stored && origin.MethodGroup() is null)
        {
            var writes = model.Members.WritesOf(stored.Member, cancellationToken);
            if (writes is not { AreComplete: true, Values: [{ } sole] })
            {
                return null;
            }

            origin = sole;
        }

        if (origin.Lambda() is { } lambda)
        {
            return new ValueFactory(call, argument.Value, lambda, lambda.Symbol, updates);
        }

        if (origin.MethodGroup() is not { } group || model.SoleTarget(group.Method, group.Instance) is not { } method)
        {
            return null;
        }

        // What has no body here may still be known by name: 'GetOrAdd(path, File.ReadAllText)'.
        return model.Bodies.Of(method, cancellationToken) is { } body
            ? body.IsIterator ? null : new ValueFactory(call, argument.Value, body.Operation, method, updates)
            : new ValueFactory(call, argument.Value, group, method, updates);
    }
}
