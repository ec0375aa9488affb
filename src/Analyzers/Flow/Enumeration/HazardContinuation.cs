using System.Collections.Generic;
using System.Linq;
using System.Threading;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Flow;

/// <summary>Answers whether an enumeration can take another step after a modification: callees return, and the region goes on.</summary>
internal sealed class HazardContinuation(CompilationModel model, KeyKnowledge keys, FrameworkRules rules)
{
    /// <summary>Whether the enumeration can take another step after <paramref name="hazard"/>.</summary>
    public bool CanGoOn(Enumeration enumeration, Hazard hazard, CancellationToken cancellationToken) =>
        CalleesReturn(hazard.Reached, cancellationToken) && SiteContinues(enumeration, hazard, cancellationToken);

    // A callee that always throws after its modification does not come back to the loop.
    private bool CalleesReturn(ReachedEffect reached, CancellationToken cancellationToken)
    {
        var operation = reached.Effect.Operation;
        for (var frame = reached.Frame; frame.Caller is not null; frame = frame.Caller)
        {
            if (model.Graphs.Around(operation, cancellationToken) is { } graph && graph.PositionOf(operation) is { } position
                && !graph.Graph.Reaches(position.Block, graph.Exit))
            {
                return false;
            }

            operation = frame.Call!.Operation;
        }

        return true;
    }

    private bool SiteContinues(Enumeration enumeration, Hazard hazard, CancellationToken cancellationToken)
    {
        var site = hazard.Reached.Site;
        switch (enumeration.Form)
        {
            case EnumerationForm.Operation:
                return true;
            case EnumerationForm.Callback when enumeration.Region is IMethodReferenceOperation:
                return true;
            case EnumerationForm.CallbackUntilTrue or EnumerationForm.CallbackUntilFalse when enumeration.Region is IMethodReferenceOperation:
                return ResultsAfter(hazard, enumeration, cancellationToken).Any(result => result is null || result == (enumeration.Form is EnumerationForm.CallbackUntilFalse));
        }

        var body = enumeration.Region is IAnonymousFunctionOperation ? enumeration.Region : enumeration.Region.EnclosingBody();

        // A lambda that the region runs must return before the region goes on.
        while (site.EnclosingBody() is { } inner && inner != body)
        {
            if (!CanReturn(site, inner, EnumerationForm.Callback, hazard, enumeration, cancellationToken) || inner.Parent is null)
            {
                return false;
            }

            site = inner;
        }

        if (enumeration.Form is not (EnumerationForm.Loop or EnumerationForm.Enumerator))
        {
            return CanReturn(site, body, enumeration.Form, hazard, enumeration, cancellationToken);
        }

        if (model.Graphs.Of(body, cancellationToken) is not { } graph || graph.PositionOf(site) is not { } position)
        {
            return false;
        }

        var positions = enumeration.Statement is IForEachLoopOperation loop
            ? LoopPositions.Of(loop, graph)
            : LoopPositions.OfEnumerator((IInvocationOperation)enumeration.Statement, graph, cancellationToken);
        var isAfterStart = enumeration.Form is EnumerationForm.Loop || positions.Starts.Any(start =>
            start.Block == position.Block ? start.Index < position.Index : graph.Graph.Reaches(start.Block, position.Block));
        return isAfterStart && OutcomesOf(hazard, enumeration, cancellationToken).Any(outcome =>
            LoopContinuation.CanStepAgain(
                graph.Graph, position, positions.Steps, positions.Starts, BooleanFlags.After(graph, position, ResultOf(site).Syntax, outcome)));
    }

    private bool CanReturn(
        IOperation site, IOperation body, EnumerationForm form, Hazard hazard, Enumeration enumeration, CancellationToken cancellationToken)
    {
        if (model.Graphs.Of(body, cancellationToken) is not { } graph || graph.PositionOf(site) is not { } position)
        {
            return false;
        }

        if (form is EnumerationForm.Callback)
        {
            return position.Block == graph.Exit || graph.Graph.Reaches(position.Block, graph.Exit);
        }

        // A predicate goes on where it returns the one value. A result that is not a constant may be either, unless it is
        // made of what the modification itself returned.
        var goesOnAt = form is EnumerationForm.CallbackUntilFalse;
        return Enumerable.Range(0, graph.Graph.Count).Any(block =>
            graph.ReturnedBy(block) is { } returned
            && (block == position.Block || graph.Graph.Reaches(position.Block, block))
            && (returned.ConstantValue is { HasValue: true, Value: bool constant } ? constant == goesOnAt
                : BooleanTest.Of(returned) is var (tested, positive) && tested.Syntax == ResultOf(site).Syntax
                    ? OutcomesOf(hazard, enumeration, cancellationToken).Any(outcome => outcome is null || (outcome == positive) == goesOnAt)
                : !returned.Syntax.Span.Contains(site.Syntax.Span)));
    }

    // What the Boolean result of the site can be when the modification happened; null where it says nothing.
    private IEnumerable<bool?> OutcomesOf(Hazard hazard, Enumeration enumeration, CancellationToken cancellationToken)
    {
        if (!IsBoolean(ResultOf(hazard.Reached.Site).Type))
        {
            return [null];
        }

        return hazard.Reached.Frame.Caller is null
            ? TellsChange(hazard, enumeration, cancellationToken) ? [true] : [null]
            : ResultsAfter(hazard, enumeration, cancellationToken);
    }

    // A removal of what is absent also disturbs some collections; there the result tells something only where the key is
    // known to be present.
    private bool TellsChange(Hazard hazard, Enumeration enumeration, CancellationToken cancellationToken)
    {
        var use = hazard.Reached.Effect.Use!.Value;
        var without = use.Verb is Verb.Remove ? Modification.RemoveAbsent : Modification.AddPresent;
        return use.ResultTellsChange
            && (!CollectionSemantics.Throws(use.Kind, without, rules)
                || use.Verb is Verb.Remove && keys.IsOwnKey(hazard.Reached, enumeration, cancellationToken));
    }

    private static bool IsBoolean(ITypeSymbol? type) =>
        type is { SpecialType: SpecialType.System_Boolean }
        || type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [{ SpecialType: SpecialType.System_Boolean }] };

    // 'await TryAsync(key)' has the result of the call.
    private static IOperation ResultOf(IOperation site)
    {
        var result = site;
        for (var parent = site.Parent; parent is not null; parent = parent.Parent)
        {
            switch (parent)
            {
                case IAwaitOperation:
                    return parent;
                case IInvocationOperation { TargetMethod.Name: "ConfigureAwait" }:
                case IConversionOperation or IParenthesizedOperation:
                    continue;
                default:
                    return result;
            }
        }

        return result;
    }

    // What the callee that the region calls can return after its modification.
    private IEnumerable<bool?> ResultsAfter(Hazard hazard, Enumeration enumeration, CancellationToken cancellationToken)
    {
        var reached = hazard.Reached;
        var operation = reached.Effect.Operation;
        var isOwn = true;
        for (var frame = reached.Frame; frame.Caller is { Caller: not null }; frame = frame.Caller)
        {
            operation = frame.Call!.Operation;
            isOwn = false;
        }

        if (model.Graphs.Around(operation, cancellationToken) is not { } graph || graph.PositionOf(operation) is not { } position)
        {
            return [null];
        }

        var results = new HashSet<bool?>();
        for (var block = 0; block < graph.Graph.Count; block++)
        {
            if (graph.ReturnedBy(block) is not { } returned
                || (block != position.Block && !graph.Graph.Reaches(position.Block, block)))
            {
                continue;
            }

            if (returned.Unwrapped().ConstantValue is { HasValue: true, Value: bool value })
            {
                results.Add(value);
            }
            else if (IsResultOf(operation, returned))
            {
                // 'return _map.Remove(key);' is true where it removed, and whoever hands that on most likely says the same.
                results.Add(isOwn && !TellsChange(hazard, enumeration, cancellationToken) ? null : true);
            }
            else
            {
                results.UnionWith([true, false]);
            }
        }

        return results;
    }

    // The returned value is the operation, is made of it, or is a local that holds it.
    private bool IsResultOf(IOperation operation, IOperation returned) =>
        returned.Syntax.Span.Contains(operation.Syntax.Span)
        || returned.Unwrapped() is ILocalReferenceOperation local
            && model.Bodies.Around(operation).Locals.SoleValue(local.Local)?.Syntax.Span.Contains(operation.Syntax.Span) == true;
}
