using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace DictionaryAnalyzers.Flow;

/// <summary>Reads what happens to locks in one body, and solves which are held where.</summary>
internal sealed class BodyLockReader(KnownTypes types, LockObjects objects, BodyGraphs graphs, SourceBodies bodies)
{
    private readonly KnownTypes types = types;
    private readonly LockObjects objects = objects;
    private readonly BodyGraphs graphs = graphs;
    private readonly SourceBodies bodies = bodies;

    /// <summary>
    /// The locks of <paramref name="body"/>, which begins with <paramref name="atStart"/> held; <paramref name="callees"/> that
    /// take or give back locks for it are followed <paramref name="depth"/> deep.
    /// </summary>
    public BodyLocks Read(
        IOperation body, LockSigns signs, ImmutableArray<LockStay> atStart, CalleeLocks callees, int depth, CancellationToken cancellationToken)
    {
        if (signs is LockSigns.None)
        {
            return atStart.IsEmpty ? BodyLocks.None : new BodyLocks(atStart, [], null);
        }

        var reading = new Reading(this, body, atStart, callees, depth, cancellationToken);
        reading.Run(withCalls: (signs & (LockSigns.Calls | LockSigns.Usings)) != 0);
        return reading.Result();
    }

    private sealed class Reading(
        BodyLockReader owner, IOperation body, ImmutableArray<LockStay> atStart, CalleeLocks callees, int depth, CancellationToken cancellationToken)
    {
        private readonly ImmutableArray<(TextSpan Span, LockStay Stay)>.Builder statements = ImmutableArray.CreateBuilder<(TextSpan, LockStay)>();
        private readonly List<(ILockOperation Statement, HeldLock Held, int Site)> regions = [];
        private readonly List<(BlockPosition Position, LockEvent Event, int Order)> events = [];
        private readonly List<HeldLock> locks = [];
        private readonly Dictionary<object, int> flags = [];
        private BodyGraph? graph;
        private int sites = 1;

        public void Run(bool withCalls)
        {
            var operations = body.Executed();
            foreach (var operation in operations)
            {
                cancellationToken.ThrowIfCancellationRequested();
                switch (operation)
                {
                    case ILockOperation statement when owner.objects.Of(statement.LockedValue, LockFamily.Monitor, cancellationToken) is { } path:
                        Statement(statement, path);
                        break;
                    case IInvocationOperation call when withCalls && LockUse.TryGet(call, owner.types) is { } use:
                        Call(use);
                        break;
                    case IInvocationOperation or IObjectCreationOperation when withCalls && depth > 0:
                        Callee(operation);
                        break;
                }
            }
        }

        public BodyLocks Result() => new(atStart, statements.ToImmutable(), events.Count == 0 ? null : Solve());

        private void Statement(ILockOperation statement, InstancePath path)
        {
            var held = new HeldLock(path, LockMode.Exclusive);
            var site = sites++;
            statements.Add((statement.Body.Syntax.Span, new LockStay(held, 1UL << System.Math.Min(site, 63))));
            regions.Add((statement, held, site));
        }

        private void Call(LockUse use)
        {
            if (Graph() is null)
            {
                return;
            }

            var path = owner.objects.Of(use, cancellationToken);
            if (path is null)
            {
                return;
            }

            var held = new HeldLock(path, use.Mode);
            switch (use.Verb)
            {
                case LockVerb.Release or LockVerb.Pause:
                    Add(use.Operation, use.Verb, held);
                    break;
                case LockVerb.Acquire when Result(use.Operation) is not null:
                    Add(use.Operation, use.Verb, held, use.Taken is { } taken ? FlagOf(taken, taken, held) : -1);
                    break;
                case LockVerb.TryAcquire when Result(use.Operation) is { } result:
                    Add(use.Operation, use.Verb, held, use.Taken is { } flag ? FlagOf(flag, flag, held) : FlagOf(result, StoredIn(result), held));
                    break;
                case LockVerb.AcquireScope when Result(use.Operation) is { } scope:
                    HoldsUntilDisposed(use.Operation, held, scope);
                    break;
            }
        }

        // 'EnterGate();', 'ExitGate();', 'using (new Guard(gate))'
        private void Callee(IOperation call)
        {
            var (taken, given) = callees.Of(call, depth, cancellationToken);
            if (taken.IsEmpty && given.IsEmpty || Graph() is null || (call is IInvocationOperation invocation ? Result(invocation) : call) is not { } result)
            {
                return;
            }

            foreach (var held in given)
            {
                Add(call, LockVerb.Release, held);
            }

            foreach (var held in taken)
            {
                if (!HoldsUntilDisposed(call, held, result))
                {
                    Add(call, LockVerb.Acquire, held);
                }
            }
        }

        // 'using (gate.EnterScope())', 'using var scope = await gate.LockAsync();', 'scope.Dispose();' in a finally.
        private bool HoldsUntilDisposed(IOperation call, HeldLock held, IOperation scope)
        {
            var declarator = Declarator(scope);
            for (var candidate = scope.Parent; candidate is not null && candidate != body; candidate = candidate.Parent)
            {
                if (candidate is IUsingOperation { Resources: var resources } && scope.IsWithin(resources) || candidate is IUsingDeclarationOperation)
                {
                    Add(call, LockVerb.AcquireScope, held);
                    foreach (var position in Graph()!.AddedCalls(declarator?.Syntax ?? scope.Syntax, "Dispose", "DisposeAsync"))
                    {
                        Add(position, LockVerb.Release, held, call.Syntax.SpanStart);
                    }

                    return true;
                }
            }

            if ((declarator?.Symbol ?? (StoredIn(scope) as ILocalReferenceOperation)?.Local) is not { } local)
            {
                return false;
            }

            Add(call, LockVerb.AcquireScope, held);
            foreach (var disposal in body.Executed().OfType<IInvocationOperation>())
            {
                if (disposal is { TargetMethod.Name: "Dispose" or "DisposeAsync", Instance: { } instance }
                    && instance.ResolvedReceiver().Unwrapped() is ILocalReferenceOperation reference
                    && SymbolEqualityComparer.Default.Equals(reference.Local, local))
                {
                    Add(disposal, LockVerb.Release, held);
                }
            }

            return true;
        }

        private void Add(IOperation operation, LockVerb verb, HeldLock held, int flag = -1)
        {
            if (Graph()?.PositionOf(operation) is { } position)
            {
                Add(position, verb, held, operation.Syntax.SpanStart, flag);
            }
        }

        private void Add(BlockPosition position, LockVerb verb, HeldLock held, int order, int flag = -1) =>
            events.Add((position, new LockEvent(position.Index, verb, NumberOf(held), sites++, flag), order));

        private BodyGraph? Graph() => graph ??= owner.graphs.Of(body, cancellationToken);

        private int NumberOf(HeldLock held)
        {
            var number = locks.IndexOf(held);
            if (number < 0)
            {
                number = locks.Count;
                locks.Add(held);
            }

            return number;
        }

        // The Boolean that an expression is, and the local that it is stored in; only where the local holds nothing else.
        private int FlagOf(IOperation result, IOperation? stored, HeldLock held)
        {
            var number = flags.Count;
            if (stored is IDeclarationExpressionOperation declaration)
            {
                stored = declaration.Expression;
            }

            var local = (stored?.Unwrapped() as ILocalReferenceOperation)?.Local ?? Declarator(result)?.Symbol;
            flags[result.Syntax] = number;
            if (local is null)
            {
                return number;
            }

            var values = owner.bodies.Around(body).Locals.ValuesOf(local)
                .Where(value => value?.ConstantValue is not { HasValue: true, Value: false })
                .ToArray();
            if (values.Length == 1)
            {
                flags[local] = number;

                // 'var got = false; while (!got) got = Monitor.TryEnter(gate, 10);': as long as it is false it tells the truth too.
                foreach (var (_, source) in owner.bodies.Around(body).Locals.SourcesOf(local))
                {
                    if (source is { ConstantValue: { HasValue: true, Value: false } })
                    {
                        Add(source, LockVerb.TryAcquire, held, number);
                    }
                }
            }

            return number;
        }

        private BodyLocks.Solved? Solve()
        {
            var notInGraph = ImmutableArray.CreateBuilder<(TextSpan, LockStay)>();
            foreach (var (index, (statement, held, site)) in regions.Select((region, index) => (index, region)))
            {
                // A Lock whose type is known not to be null has no place in the graph of some compilers.
                var entered = graph!.AddedCalls(statement.LockedValue.Syntax, "Enter", "EnterScope").ToArray();
                if (entered.Length == 0)
                {
                    notInGraph.Add(statements[index]);
                }

                foreach (var position in entered)
                {
                    events.Add((position, new LockEvent(position.Index, LockVerb.Acquire, NumberOf(held), site, -1), statement.Syntax.SpanStart));
                }

                foreach (var position in graph.AddedCalls(statement.LockedValue.Syntax, "Exit", "Dispose"))
                {
                    events.Add((position, new LockEvent(position.Index, LockVerb.Release, NumberOf(held), site, -1), statement.Syntax.SpanStart));
                }
            }

            var atEntry = atStart.Select(stay => new LockHold(NumberOf(stay.Held), 1, LockStay.ByCaller, -1, true)).ToImmutableArray();
            var byBlock = events.OrderBy(found => found.Position.Index).ThenBy(found => found.Order)
                .ToLookup(found => found.Position.Block, found => found.Event);
            var unwinding = graph!.Unwinding;
            var blocks = Enumerable.Range(0, unwinding.Next.Length).Select(node =>
            {
                var block = node % unwinding.BlockCount;
                var (flag, whenTrue) = TestOf(graph.ConditionOf(block));
                return new LockBlock([.. byBlock[block]], unwinding.Next[node], unwinding.Handlers[node], flag, whenTrue);
            });
            return new BodyLocks.Solved(
                graph, new LockFlow([.. blocks], atEntry), [.. locks],
                [.. events.Where(found => found.Event.Verb is LockVerb.Release).Select(found => (found.Position, found.Event.Lock))],
                [.. events.Where(found => found.Event.Verb is not LockVerb.Release).Select(found => found.Event.Lock)],
                notInGraph.ToImmutable());
        }

        private (int Flag, bool WhenTrue) TestOf(IOperation? condition)
        {
            if (condition is null)
            {
                return (-1, true);
            }

            var (tested, whenTrue) = BooleanTest.Of(condition);
            return flags.TryGetValue(tested is ILocalReferenceOperation { Local: var local } ? local : tested.Syntax, out var flag)
                ? (flag, whenTrue)
                : (-1, true);
        }

        private static IVariableDeclaratorOperation? Declarator(IOperation value)
        {
            var parent = value.Parent;
            while (parent is IConversionOperation or IParenthesizedOperation or IVariableInitializerOperation)
            {
                parent = parent.Parent;
            }

            return parent as IVariableDeclaratorOperation;
        }

        private static IOperation? StoredIn(IOperation value)
        {
            var parent = value.Parent;
            while (parent is IConversionOperation or IParenthesizedOperation)
            {
                parent = parent.Parent;
            }

            return (parent as ISimpleAssignmentOperation)?.Target;
        }

        // What the call gives where it has ended: itself, the 'await' of it, or what blocks on it. Null where nobody waits.
        private static IOperation? Result(IInvocationOperation call)
        {
            if (call.TargetMethod.ReturnType is not INamedTypeSymbol { Name: "Task" or "ValueTask" or "AwaitableDisposable" })
            {
                return call;
            }

            for (var parent = call.Parent; parent is not null; parent = parent.Parent)
            {
                switch (parent)
                {
                    case IAwaitOperation:
                    case IInvocationOperation { TargetMethod.Name: "GetResult" or "Wait" }:
                    case IPropertyReferenceOperation { Property.Name: "Result" }:
                        return parent;
                    case IInvocationOperation { TargetMethod.Name: "ConfigureAwait" or "GetAwaiter" or "AsTask" }:
                    case IConversionOperation or IParenthesizedOperation:
                        continue;
                    default:
                        return null;
                }
            }

            return null;
        }
    }
}
