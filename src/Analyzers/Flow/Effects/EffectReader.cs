using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Flow;

/// <summary>
/// Reads what a region of code does itself when it runs: lambdas count where they are run on the spot, not where they are
/// only written down.
/// </summary>
internal sealed class EffectReader(KnownTypes types, PathReader paths, SourceBodies bodies)
{
    private readonly KnownTypes types = types;
    private readonly PathReader paths = paths;
    private readonly SourceBodies bodies = bodies;
    private readonly ConcurrentDictionary<IOperation, RegionEffects> regions = new();

    /// <summary>The effects of running <paramref name="region"/> once.</summary>
    public RegionEffects Of(IOperation region, CancellationToken cancellationToken)
    {
        if (regions.TryGetValue(region, out var known))
        {
            return known;
        }

        var reader = new Reading(this, cancellationToken);
        reader.Region(region);
        return regions.GetOrAdd(region, reader.Result());
    }

    /// <summary>Whether a call runs the delegates it is given before it returns, as the methods of collections and arrays do.</summary>
    public static bool RunsDelegatesOnTheSpot(IInvocationOperation invocation, KnownTypes types) =>
        invocation.TargetMethod.ContainingType is { } type
        && (type.SpecialType == SpecialType.System_Array || types.KindOf(type) is not CollectionKind.None && types.IsKnown(type));

    private sealed class Reading(EffectReader owner, CancellationToken cancellationToken)
    {
        private readonly ImmutableArray<Effect>.Builder effects = ImmutableArray.CreateBuilder<Effect>();
        private readonly ImmutableArray<CallSite>.Builder calls = ImmutableArray.CreateBuilder<CallSite>();
        private readonly HashSet<IOperation> entered = [];
        private int firstAwaitEnd = int.MaxValue;

        public RegionEffects Result() => new(effects.ToImmutable(), calls.ToImmutable());

        public void Region(IOperation region)
        {
            if (!entered.Add(region))
            {
                return;
            }

            if (region is IAnonymousFunctionOperation lambda)
            {
                region = lambda.Body;
            }
            else if (region is ILocalFunctionOperation { Body: { } body })
            {
                region = body;
            }
            else if (region is IMethodReferenceOperation group)
            {
                // A method group that somebody runs for each element.
                calls.Add(new CallSite(group, group.Method, null, group, false, true, false));
                return;
            }

            foreach (var operation in region.Executed())
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (operation is IAwaitOperation)
                {
                    firstAwaitEnd = System.Math.Min(firstAwaitEnd, operation.Syntax.Span.End);
                }

                Visit(operation);
            }
        }

        private void Visit(IOperation operation)
        {
            var use = DictionaryUse.TryGet(operation, owner.types);
            if (use is { } found && (found.Verb.Modifies() || found.Verb is Verb.Enumerate))
            {
                Add(found.Verb.Modifies() ? EffectKind.Modifies : EffectKind.Enumerates, found.Receiver, operation, found);
            }

            switch (operation)
            {
                case IInvocationOperation invocation:
                    Invocation(invocation, isCollectionUse: use is not null);
                    break;
                case IPropertyReferenceOperation property:
                    Property(property, isCollectionUse: use is not null);
                    break;
                case IFieldReferenceOperation or IParameterReferenceOperation or ILocalReferenceOperation or IArrayElementReferenceOperation when operation.Access() is not AccessKind.Read:
                    Assigned(operation);
                    break;
                case IObjectCreationOperation { Constructor: { } constructor }:
                    calls.Add(new CallSite(operation, constructor, null, null, false, true, IsAfterAwait(operation)));
                    break;
                case IUsingOperation { Resources: var resources }:
                    Disposal(resources, operation);
                    break;
                case IUsingDeclarationOperation { DeclarationGroup: var group }:
                    Disposal(group, operation);
                    break;
                case IForEachLoopOperation loop:
                    Enumerated(loop.Collection);
                    break;
                case IEventAssignmentOperation { Adds: true, EventReference: var subscribed }:
                    Add(EffectKind.Subscribes, subscribed, operation, null);
                    break;
            }
        }

        private void Invocation(IInvocationOperation invocation, bool isCollectionUse)
        {
            if (invocation.TargetMethod.MethodKind is MethodKind.DelegateInvoke && invocation.Instance is { } invoked)
            {
                DelegateInvocation(invocation, invoked.ResolvedReceiver());
                return;
            }

            if (LazyOperators.Of(invocation.TargetMethod, owner.types) is Laziness.Consumes)
            {
                RunStages(SequenceReader.StagesOf(invocation, SequenceView.Projected));
                if (invocation.Argument(0) is { } source)
                {
                    Enumerated(source);
                }

                return;
            }

            if (isCollectionUse || RunsDelegatesOnTheSpot(invocation, owner.types))
            {
                foreach (var argument in invocation.Arguments)
                {
                    RunDelegate(argument.Value, invocation);
                }

                return;
            }

            calls.Add(new CallSite(
                invocation, invocation.TargetMethod, invocation.Instance?.ResolvedReceiver(), null,
                invocation.IsVirtual, RunsToEnd(invocation), IsAfterAwait(invocation)));
        }

        private void DelegateInvocation(IInvocationOperation invocation, IOperation invoked)
        {
            var origin = owner.paths.Origin(invoked);
            calls.Add(new CallSite(invocation, invocation.TargetMethod, null, origin, false, RunsToEnd(invocation), IsAfterAwait(invocation)));
        }

        private void Property(IPropertyReferenceOperation property, bool isCollectionUse)
        {
            var access = property.Access();
            if (access is not AccessKind.Read && !property.Property.IsIndexer)
            {
                Assigned(property);
            }

            if (isCollectionUse)
            {
                return;
            }

            var accessors = access switch
            {
                AccessKind.Read => new[] { property.Property.GetMethod },
                AccessKind.Write => [property.Property.SetMethod],
                _ => [property.Property.GetMethod, property.Property.SetMethod],
            };
            foreach (var accessor in accessors)
            {
                if (accessor is not null)
                {
                    var isVirtual = accessor.IsVirtual || accessor.IsAbstract || accessor.IsOverride;
                    calls.Add(new CallSite(property, accessor, property.Instance?.ResolvedReceiver(), null, isVirtual, true, IsAfterAwait(property)));
                }
            }
        }

        // What a lazy chain or an iterator does happens where it is enumerated.
        private void Enumerated(IOperation sequence)
        {
            if (sequence.IsEndlessChain())
            {
                return;
            }

            sequence = sequence.Unwrapped();
            if (sequence is ITranslatedQueryOperation query)
            {
                sequence = query.Operation;
            }

            if (sequence is IInvocationOperation call)
            {
                if (LazyOperators.Of(call.TargetMethod, owner.types) is Laziness.Defers or Laziness.Buffers)
                {
                    RunStages(SequenceReader.StagesOf(call, SequenceView.Projected));
                    if (call.Argument(0) is { } source)
                    {
                        Enumerated(source);
                    }
                }
                else if (owner.bodies.Of(call.TargetMethod, cancellationToken) is { IsIterator: true })
                {
                    calls.Add(new CallSite(call, call.TargetMethod, call.Instance?.ResolvedReceiver(), null, call.IsVirtual, true, IsAfterAwait(call))
                        { RunsIterator = true });
                }
            }
            else if (sequence is ILocalReferenceOperation && owner.paths.Origin(sequence) is IInvocationOperation or ITranslatedQueryOperation)
            {
                Enumerated(owner.paths.Origin(sequence));
            }
        }

        private void RunStages(IEnumerable<SequenceStage> stages)
        {
            foreach (var stage in stages)
            {
                RunDelegate(stage.Delegate, stage.Operator);
            }
        }

        private void RunDelegate(IOperation argument, IInvocationOperation runner)
        {
            if (argument.Lambda() is { } lambda)
            {
                Region(lambda);
            }
            else if (argument.MethodGroup() is not null || argument.Type?.TypeKind is TypeKind.Delegate)
            {
                calls.Add(new CallSite(runner, runner.TargetMethod, null, owner.paths.Origin(argument), false, true, IsAfterAwait(runner)));
            }
        }

        private void Disposal(IOperation resources, IOperation statement)
        {
            var isAsync = statement is IUsingOperation { IsAsynchronous: true } or IUsingDeclarationOperation { IsAsynchronous: true };
            var resource = resources.Executed()
                .Select(operation => operation is IVariableDeclaratorOperation declarator ? declarator.GetVariableInitializer()?.Value : null)
                .FirstOrDefault(value => value is not null) ?? resources;
            var dispose = (isAsync ? owner.types.AsyncDisposable : owner.types.Disposable)?.GetMembers().OfType<IMethodSymbol>().FirstOrDefault();
            if (dispose is not null && resource.Unwrapped().Type is { } type)
            {
                // What is declared as an interface is disposed of through it.
                var disposed = type.FindImplementationForInterfaceMember(dispose) as IMethodSymbol ?? (type.TypeKind is TypeKind.Interface ? dispose : null);
                if (disposed is not null)
                {
                    calls.Add(new CallSite(resource, disposed, resource.Unwrapped(), null, disposed.IsVirtual || disposed.IsAbstract, true, IsAfterAwait(statement)));
                }
            }
        }

        private void Assigned(IOperation reference)
        {
            // A local's own declaration gives it its first object, which is not a change.
            if (reference.Parent is IDeclarationExpressionOperation)
            {
                return;
            }

            var path = reference switch
            {
                ILocalReferenceOperation { Local.IsRef: true } alias => owner.paths.Read(
                    owner.bodies.Around(alias).Locals.SoleTarget(alias.Local), cancellationToken),
                ILocalReferenceOperation local => InstancePath.OfSymbol(local.Local),
                _ => owner.paths.Read(reference, cancellationToken),
            };
            if (path is not null)
            {
                effects.Add(new Effect(EffectKind.Assigns, path, reference, null, IsAfterAwait(reference)));
            }
        }

        private void Add(EffectKind kind, IOperation target, IOperation operation, DictionaryUse? use)
        {
            if (owner.paths.Read(target, cancellationToken) is { } path)
            {
                effects.Add(new Effect(kind, path, operation, use, IsAfterAwait(operation)));
            }
        }

        private bool IsAfterAwait(IOperation operation) => operation.Syntax.SpanStart >= firstAwaitEnd;

        private static bool RunsToEnd(IOperation call)
        {
            if (call is not IInvocationOperation { TargetMethod: { } method } || !ReturnsAwaitable(method))
            {
                return true;
            }

            for (var parent = call.Parent; parent is not null; parent = parent.Parent)
            {
                switch (parent)
                {
                    case IAwaitOperation:
                        return true;
                    case IInvocationOperation { TargetMethod.Name: "ConfigureAwait" or "GetAwaiter" or "AsTask" or "WaitAsync" }:
                    case IConversionOperation or IParenthesizedOperation or IConditionalAccessOperation:
                        continue;
                    case IInvocationOperation { TargetMethod.Name: "GetResult" or "Wait" }:
                    case IPropertyReferenceOperation { Property.Name: "Result" }:
                        return true;
                    case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var task } }:
                        return call.EnclosingBody().Executed().Any(operation => operation is IAwaitOperation { Operation: var awaited }
                            && awaited.Unwrapped() is ILocalReferenceOperation local && SymbolEqualityComparer.Default.Equals(local.Local, task));
                    default:
                        return false;
                }
            }

            return false;
        }

        private static bool ReturnsAwaitable(IMethodSymbol method) =>
            method.IsAsync || method.ReturnType.Name is "Task" or "ValueTask";
    }
}
