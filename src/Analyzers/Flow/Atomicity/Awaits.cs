using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Linq;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Flow;

/// <summary>Answers whether an operation of an async body runs after the body has waited for something, and so perhaps on another thread.</summary>
internal sealed class Awaits
{
    private readonly ConcurrentDictionary<SyntaxNode, ImmutableArray<IOperation>> known = new();

    /// <summary>
    /// Whether an <c>await</c> of the same body stands before <paramref name="place"/>, around a loop that it stands in, or in the
    /// expression that uses it: <c>d[key] = await Load(key)</c> writes after it has waited.
    /// </summary>
    public bool IsBefore(IOperation place)
    {
        var body = place.EnclosingBody();
        var waits = known.TryGetValue(body.Syntax, out var found) ? found : known.GetOrAdd(body.Syntax, In(body));
        if (waits.IsEmpty)
        {
            return false;
        }

        if (waits.Any(wait => wait.Syntax.SpanStart < place.Syntax.SpanStart && !Contains(wait, place)))
        {
            return true;
        }

        var isInExpression = true;
        for (var outer = place.Parent; outer is not null && outer.Syntax != body.Syntax; outer = outer.Parent)
        {
            if (outer is IForEachLoopOperation { IsAsynchronous: true, Body: { } loopBody } && Contains(loopBody, place))
            {
                return true;
            }

            isInExpression &= outer is not (IBlockOperation or IConditionalOperation or ILoopOperation or ISwitchOperation or ITryOperation or IUsingOperation or ILockOperation);
            if ((outer is ILoopOperation || (isInExpression && outer is IInvocationOperation or IAssignmentOperation)) && waits.Any(wait => Contains(outer, wait) && !Contains(wait, place)))
            {
                return true;
            }
        }

        return false;
    }

    private static ImmutableArray<IOperation> In(IOperation body) =>
        [.. body.Executed().Where(operation => operation is IAwaitOperation wait ? !IsGiven(wait.Operation) : operation is IForEachLoopOperation { IsAsynchronous: true } or IUsingOperation { IsAsynchronous: true })];

    // What waits for a task that its caller gave it goes on where that task ends, one after the other.
    private static bool IsGiven(IOperation awaited)
    {
        awaited = awaited.Unwrapped();
        return (awaited is IInvocationOperation { TargetMethod.Name: "ConfigureAwait", Instance: { } task } ? task.Unwrapped() : awaited) is IParameterReferenceOperation;
    }

    private static bool Contains(IOperation outer, IOperation inner) =>
        outer.Syntax.SyntaxTree == inner.Syntax.SyntaxTree && outer.Syntax.Span.Contains(inner.Syntax.Span);
}
