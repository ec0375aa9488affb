using System.Collections.Generic;
using System.Linq;
using System.Threading;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Flow;

/// <summary>
/// Finds insertions into a dictionary that rely on a test of the same key before an <c>await</c>: while the flow waits, another one
/// comes to the same test and finds the key absent too. What concurrent code has captured is the matter of <see cref="CapturedDictionaries"/>.
/// </summary>
internal sealed class AwaitStraddles(CompilationModel model)
{
    private readonly CheckDependence dependence = new(model);
    private readonly SharedFlows flows = new(model);
    private readonly Awaits awaits = new();

    /// <summary>The test before an await that <paramref name="operation"/> relies on; null where there is none, or nobody comes in between.</summary>
    public AwaitStraddle? At(IOperation operation, CancellationToken cancellationToken) =>
        DictionaryUse.TryGet(operation, model.Types) is { } use ? At(use, cancellationToken) : null;

    /// <summary>The same for what is done with a collection.</summary>
    public AwaitStraddle? At(DictionaryUse act, CancellationToken cancellationToken)
    {
        // Then, whether the body waits for anything at all.
        var operation = act.Operation;
        var mayAct = operation is IPropertyReferenceOperation { Property.IsIndexer: true } or IInvocationOperation { TargetMethod.Name: "Add" or "TryAdd" };
        if (!mayAct || act.Key is not { } key || !Inserts(act) || !awaits.IsBefore(act.Receiver)
            || !IsOrdinary(model.Kinds.Of(act.Receiver, cancellationToken))
            || model.Paths.Read(act.Receiver, cancellationToken) is not { } collection)
        {
            return null;
        }

        var identity = new KeyIdentity(model.Paths.Read(key, cancellationToken), key);
        var others = model.KeyEvents.In(operation.EnclosingBody(), cancellationToken)
            .Where(found => found.Operation.Syntax != operation.Syntax && collection.Equals(found.Collection) && identity.IsSame(found.Key, model.Bodies))
            .ToArray();
        var tests = others.Where(found => found.IsTest || found.Use.Verb is Verb.Lookup).ToArray();
        var claims = others.Where(found => found.Use.Verb.LeavesKeyPresent()).ToArray();
        foreach (var check in tests)
        {
            if (dependence.Of(operation, check, identity, act.Value is { } value ? [value] : [], cancellationToken) is { IsControlled: true, Found: false }
                && WaitBetween(check, operation, tests, claims, cancellationToken) is { } wait
                && !model.Gates.Contain(check.Operation) && !model.Locks.AnyHeldAtBoth(check.Operation, operation, cancellationToken)
                && !IsInAwaitedUsing(check.Operation))
            {
                var locked = IsLockedInHalves(check, act, cancellationToken);
                return (locked && !MattersWhoWins(act)) || !flows.Reach(act.Receiver, cancellationToken) ? null : new AwaitStraddle(check.Operation, act, wait, locked);
            }
        }

        return null;
    }

    // An indexer that writes, 'Add', and a 'TryAdd' that nobody asks about its result.
    private static bool Inserts(DictionaryUse use) => use switch
    {
        { Verb: Verb.Upsert or Verb.InsertOrThrow } => true,
        { Verb: Verb.Insert, Operation: IInvocationOperation { TargetMethod.Name: "TryAdd", Parent: IExpressionStatementOperation or ISimpleAssignmentOperation { Target: IDiscardOperation } } } => true,
        _ => false,
    };

    // What DICT204 asks of a ConcurrentDictionary.
    private static bool IsOrdinary(CollectionKind kind) =>
        kind.IsKeyed() && !kind.IsImmutable() && kind is not (CollectionKind.ConcurrentDictionary or CollectionKind.Interface or CollectionKind.Additional or CollectionKind.ReadOnlyDictionary);

    // The first await that the test reaches before the key is claimed, and after which the insertion is reached without another test.
    private IOperation? WaitBetween(KeyEvent check, IOperation act, KeyEvent[] tests, KeyEvent[] claims, CancellationToken cancellationToken)
    {
        if (model.Graphs.Around(act, cancellationToken) is not { } graph || graph.PositionOf(check.Operation) is not { } tested || graph.PositionOf(act) is not { } acted)
        {
            return null;
        }

        var again = tests.Select(test => graph.PositionOf(test.Operation)).OfType<BlockPosition>().ToArray();
        var claimed = claims.Select(claim => graph.PositionOf(claim.Operation)).OfType<BlockPosition>().ToArray();
        foreach (var (wait, waited) in act.EnclosingBody().Executed().SelectMany(operation => WaitsAt(operation, graph)))
        {
            // 'map[key] = await Load(key)': nothing comes between the await and the insertion.
            if (!check.Operation.IsWithin(wait) && graph.Reaches(tested, waited, claimed) && (IsInSameExpression(wait, act) || graph.Reaches(waited, acted, Others(again, waited))))
            {
                return wait;
            }
        }

        return null;
    }

    // 'await task', the head of an 'await foreach', and where an 'await using' disposes.
    private static IEnumerable<(IOperation Wait, BlockPosition Position)> WaitsAt(IOperation operation, BodyGraph graph)
    {
        var (wait, isDisposal) = operation switch
        {
            IAwaitOperation => (operation, false),
            IForEachLoopOperation { IsAsynchronous: true } loop => (loop.Collection, false),
            IUsingOperation { IsAsynchronous: true } statement => (statement.Resources, true),
            IUsingDeclarationOperation { IsAsynchronous: true } declaration => (declaration.DeclarationGroup, true),
            _ => (null, false),
        };
        return wait is null ? []
            : isDisposal ? graph.AddedCalls(wait.Syntax, "DisposeAsync", "DisposeAsync").Select(position => (wait, position))
            : graph.PositionOf(wait) is { } waited ? [(wait, waited)]
            : [];
    }

    private static IReadOnlyCollection<BlockPosition> Others(BlockPosition[] tests, BlockPosition wait) => [.. tests.Where(test => test != wait)];

    private static bool IsInSameExpression(IOperation wait, IOperation act)
    {
        var whole = act;
        while (whole.Parent is { } parent and (IAssignmentOperation or IArgumentOperation or IInvocationOperation or IConversionOperation or IExpressionStatementOperation))
        {
            whole = parent;
        }

        return wait.IsWithin(whole);
    }

    // 'using (await gate.LockAsync())': what it is, only its author knows; what it is for, everybody does.
    private static bool IsInAwaitedUsing(IOperation check)
    {
        for (var (inner, outer) = (check, check.Parent); outer is not null; (inner, outer) = (outer, outer.Parent))
        {
            var resources = outer switch
            {
                IUsingOperation statement when statement.Body == inner => [statement.Resources],
                IBlockOperation block => block.Operations.TakeWhile(statement => statement != inner).OfType<IUsingDeclarationOperation>().Select(declared => (IOperation)declared.DeclarationGroup),
                _ => Enumerable.Empty<IOperation>(),
            };
            if (resources.Any(resource => resource.DescendantsAndSelf().Any(part => part is IAwaitOperation)))
            {
                return true;
            }
        }

        return false;
    }

    // Each half is locked on its own: the table stays whole.
    private bool IsLockedInHalves(KeyEvent check, DictionaryUse act, CancellationToken cancellationToken) =>
        !model.Locks.At(check.Operation, cancellationToken).IsEmpty && !model.Locks.At(act.Operation, cancellationToken).IsEmpty;

    // A second value that is as good as the first does no harm.
    private bool MattersWhoWins(DictionaryUse act) =>
        act.Verb is Verb.InsertOrThrow || (act.Value is { } value && ValueIdentity.Matters(value.Unwrapped().Type ?? value.Type, model.Types));
}
