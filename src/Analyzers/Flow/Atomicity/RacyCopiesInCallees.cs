using System.Collections.Concurrent;
using System.Linq;
using System.Threading;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Flow;

/// <summary>
/// Answers whether a method of this compilation that is given a concurrent dictionary as a mere sequence copies it in two steps:
/// <c>static List&lt;T&gt; Snapshot&lt;T&gt;(this IEnumerable&lt;T&gt; source) => source.ToList();</c>.
/// </summary>
internal sealed class RacyCopiesInCallees(CompilationModel model)
{
    private readonly ConcurrentDictionary<IParameterSymbol, bool> copied = new(SymbolEqualityComparer.Default);

    /// <summary>The copy that <paramref name="call"/> makes in its callee; null where it makes none, or not always.</summary>
    public RacyCopy? Of(IInvocationOperation call, CancellationToken cancellationToken)
    {
        if (call.TargetMethod.OriginalDefinition.DeclaringSyntaxReferences.IsEmpty || call.TargetMethod.MayBeOverridden())
        {
            return null;
        }

        foreach (var argument in call.Arguments)
        {
            if (argument.Parameter?.OriginalDefinition is { Type: INamedTypeSymbol { Name: "IEnumerable" or "IReadOnlyCollection", Arity: 1 } } parameter
                && model.Types.KindOf(argument.Value.Unwrapped().Type) is CollectionKind.ConcurrentDictionary
                && IsCopied(parameter, call.TargetMethod, cancellationToken))
            {
                return new RacyCopy(argument.Value.Unwrapped(), call.TargetMethod.Name, call, nameof(System.ArgumentException));
            }
        }

        return null;
    }

    private bool IsCopied(IParameterSymbol parameter, IMethodSymbol method, CancellationToken cancellationToken) =>
        copied.TryGetValue(parameter, out var known)
            ? known
            : copied.GetOrAdd(parameter, model.Bodies.Of(method, cancellationToken) is { IsIterator: false } body && body.Locals.IsNeverReassigned(parameter)
                && new RacyCopyReader(model, parameter) is var reader
                && body.Operation.Executed().Any(operation => reader.Read(operation, cancellationToken) is { Source: IParameterReferenceOperation } && IsAlwaysRun(operation, body)));

    // 'if (source is ICollection<T> items) return items;', 'source as IList<T> ?? source.ToList()' do not copy what is one.
    private static bool IsAlwaysRun(IOperation operation, Body body)
    {
        for (var (inner, outer) = (operation, operation.Parent); outer is not null && inner != body.Operation; (inner, outer) = (outer, outer.Parent))
        {
            if (outer is IConditionalOperation or ICoalesceOperation or IConditionalAccessOperation or ISwitchExpressionArmOperation or ISwitchCaseOperation or ICatchClauseOperation
                    or IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr }
                || (outer is ILoopOperation loop && loop.Body == inner))
            {
                return false;
            }
        }

        return !body.Operation.Executed().Any(exit => exit is IReturnOperation or IThrowOperation && exit.Syntax.SpanStart < operation.Syntax.SpanStart && !operation.IsWithin(exit));
    }
}
