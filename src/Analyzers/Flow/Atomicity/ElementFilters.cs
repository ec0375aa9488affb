using System.Collections.Generic;
using System.Linq;
using System.Threading;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Flow;

/// <summary>
/// Answers what the elements of a sequence were asked before a loop or a lambda gets them:
/// <c>items.Where(item => !d.ContainsKey(item.Id))</c>, <c>ids.Where(d.ContainsKey)</c>.
/// </summary>
internal sealed class ElementFilters(CompilationModel model)
{
    private const int MaximumSteps = 8;

    /// <summary>The tests that the element at hand has passed where <paramref name="site"/> stands: for which key of it, and whether it was found.</summary>
    public IEnumerable<(KeyEvent Check, InstancePath Key, bool IsFound)> Of(IOperation site, CancellationToken cancellationToken)
    {
        foreach (var (element, sequence) in ElementsAround(site))
        {
            var source = model.Paths.Origin(sequence);
            for (var step = 0; step < MaximumSteps && source is not null; step++)
            {
                source = source is ITranslatedQueryOperation query ? query.Operation.Unwrapped() : source;
                if (source is not IInvocationOperation call || !KeepsElements(call))
                {
                    break;
                }

                if (call.TargetMethod.Name == "Where" && call.Argument(1) is { } predicate)
                {
                    foreach (var test in TestsIn(predicate, element, cancellationToken))
                    {
                        yield return test;
                    }
                }

                source = call.Receiver() is { } inner ? model.Paths.Origin(inner) : null;
            }
        }
    }

    private bool KeepsElements(IInvocationOperation call) =>
        LazyOperators.Of(call.TargetMethod, model.Types) is not Laziness.Unknown
        && call.TargetMethod.Name is "Where" or "OrderBy" or "OrderByDescending" or "ThenBy" or "ThenByDescending" or "Distinct" or "DistinctBy" or "Reverse"
            or "Skip" or "Take" or "SkipWhile" or "TakeWhile" or "AsEnumerable" or "ToArray" or "ToList" or "ToHashSet";

    // The variables that stand for one element after the other, and the sequences that these come from; a lambda is the last, as it runs for one.
    private static IEnumerable<(ISymbol Element, IOperation Sequence)> ElementsAround(IOperation site)
    {
        for (var outer = site.Parent; outer is not null; outer = outer.Parent)
        {
            switch (outer)
            {
                case IForEachLoopOperation { LoopControlVariable: IVariableDeclaratorOperation { Symbol: var local }, Collection: var walked }:
                    yield return (local, walked);
                    break;
                case IAnonymousFunctionOperation { Symbol.Parameters: [var parameter, ..] } lambda
                    when LambdaRuns.ReceiverOf(lambda) is { Parent: IInvocationOperation call } && SourceOf(call) is { } given:
                    yield return (parameter, given);
                    yield break;
                case IAnonymousFunctionOperation or ILocalFunctionOperation:
                    yield break;
            }
        }
    }

    private static IOperation? SourceOf(IInvocationOperation call) => call.TargetMethod switch
    {
        { ContainingType.Name: "Enumerable" or "ParallelEnumerable", Name: not ("Aggregate" or "Zip" or "Join" or "GroupJoin") } => call.Receiver(),
        { Name: "ForEach", ContainingType.Name: "List" } => call.Receiver(),
        { Name: "ForEach" or "ForEachAsync", ContainingType.Name: "Parallel" } => call.Argument(0),
        _ => null,
    };

    private IEnumerable<(KeyEvent Check, InstancePath Key, bool IsFound)> TestsIn(IOperation predicate, ISymbol element, CancellationToken cancellationToken)
    {
        if (predicate.MethodGroup() is { } group)
        {
            if (DictionaryUse.VerbOf(group, model.Types) is Verb.Contains && group.Method.Name != "ContainsValue" && group.Instance?.Unwrapped() is { } asked
                && model.Paths.Read(asked, cancellationToken) is { } collection)
            {
                var use = new DictionaryUse(group, asked, model.Types.KindOf(asked.Type), Verb.Contains, null, null);
                yield return (new KeyEvent(group, use, collection, default), InstancePath.OfSymbol(element), true);
            }

            yield break;
        }

        if (predicate.Lambda() is not { Symbol.Parameters: [var parameter, ..] } lambda || new Body(lambda.Body).SoleReturnValue is not { } condition)
        {
            yield break;
        }

        var tests = Parts(condition).Select(BooleanTest.Of).ToArray();
        foreach (var check in model.KeyEvents.In(lambda, cancellationToken))
        {
            var test = tests.FirstOrDefault(test => test.Tested?.Syntax == check.Operation.Syntax);
            if (test.Tested is not null && check is { IsTest: true, Key.Path: { } key } && SymbolEqualityComparer.Default.Equals(key.Root.Symbol, parameter)
                && key.Translated(root => SymbolEqualityComparer.Default.Equals(root.Symbol, parameter) ? InstancePath.OfSymbol(element) : null) is { } ofElement)
            {
                yield return (check, ofElement, test.WhenTrue);
            }
        }
    }

    private static IEnumerable<IOperation> Parts(IOperation condition) =>
        condition.Unwrapped() is IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd } both
            ? Parts(both.LeftOperand).Concat(Parts(both.RightOperand))
            : [condition];
}
