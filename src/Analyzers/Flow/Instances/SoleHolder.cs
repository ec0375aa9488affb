using System.Linq;
using System.Threading;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Flow;

/// <summary>
/// Answers whether one thread has a value of a concurrent dictionary for itself: its key is the thread's own, it has just been
/// taken out, or nobody else has the dictionary yet or any more.
/// </summary>
internal sealed class SoleHolder(CompilationModel model)
{
    /// <summary>Whether <paramref name="operation"/>, which uses <paramref name="shared"/>, is the only one that can.</summary>
    public bool IsAt(IOperation operation, SharedValue shared, CancellationToken cancellationToken) =>
        ThreadIdentity.IsIn(shared.Key, model.Paths)
        || IsOfRun(shared, cancellationToken)
        || IsBeforeOrAfterLife(operation, shared, cancellationToken)
        || IsTakenOut(operation, shared, cancellationToken);

    // Only constructors use it here, or only 'Dispose'.
    private bool IsBeforeOrAfterLife(IOperation operation, SharedValue shared, CancellationToken cancellationToken) =>
        shared.Dictionary is IMemberReferenceOperation { Member: var member } reference
        && model.Lives.PhaseOf(operation, member, model.Uses.OwnerOf(reference, cancellationToken), cancellationToken) is not LifePhase.Life;

    // 'Parallel.For(0, n, i => .. own[i] ..)'; whether the elements of a 'ForEach' differ is not known.
    private bool IsOfRun(SharedValue shared, CancellationToken cancellationToken)
    {
        if (shared is not { Dictionary: ILocalReferenceOperation, Key: { } key }
            || model.Paths.Origin(key) is not IParameterReferenceOperation { Parameter: { Ordinal: 0, ContainingSymbol: var function } })
        {
            return false;
        }

        for (IOperation? around = key; around is not null; around = around.Parent)
        {
            if (around is IAnonymousFunctionOperation lambda && SymbolEqualityComparer.Default.Equals(lambda.Symbol, function))
            {
                return model.Concurrency.Of(lambda, cancellationToken) is [{ Concurrency: DelegateConcurrency.WithItself, Launch: IInvocationOperation launch }]
                    && launch.TargetMethod.ContainingType?.Name is "Parallel" or "ParallelEnumerable";
            }
        }

        return false;
    }

    // 'if (d.TryRemove(pair)) pair.Value.Clear();', 'if (!d.TryRemove(pair)) continue; pair.Value.Clear();'
    private bool IsTakenOut(IOperation operation, SharedValue shared, CancellationToken cancellationToken) =>
        Guard.Of(operation).Any(guard => guard is { Section: null, WantsNull: false } && IsRemoved(guard.Condition, guard.Holds, shared, cancellationToken));

    // Whether the removal has succeeded where the condition has this value.
    private bool IsRemoved(IOperation condition, bool value, SharedValue shared, CancellationToken cancellationToken)
    {
        var (tested, whenTrue) = BooleanTest.Of(condition);
        value = value == whenTrue;
        return tested switch
        {
            IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd } both =>
                value && (IsRemoved(both.LeftOperand, true, shared, cancellationToken) || IsRemoved(both.RightOperand, true, shared, cancellationToken)),
            IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalOr } either =>
                !value && (IsRemoved(either.LeftOperand, false, shared, cancellationToken) || IsRemoved(either.RightOperand, false, shared, cancellationToken)),
            _ => value && DictionaryUse.TryGet(tested, model.Types) is { Verb: Verb.Remove } removal
                && Equals(model.Paths.Read(removal.Receiver, cancellationToken), model.Paths.Read(shared.Dictionary, cancellationToken)),
        };
    }
}
