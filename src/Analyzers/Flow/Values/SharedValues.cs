using System.Collections.Generic;
using System.Linq;
using System.Threading;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Flow;

/// <summary>
/// Answers whether an expression denotes a value that a concurrent dictionary holds: looked up on the spot, kept in a local,
/// met in a walk, or handed to an updating factory. A value that was taken out of the dictionary belongs to the taker.
/// </summary>
internal sealed class SharedValues(CompilationModel model)
{
    private const int MaximumSteps = 6;

    /// <summary>The dictionary that holds the object; null where none does, or where it is not known.</summary>
    public SharedValue? Of(IOperation value, CancellationToken cancellationToken) =>
        value.IsEndlessChain() ? null : Of(value, 0, cancellationToken);

    private SharedValue? Of(IOperation value, int step, CancellationToken cancellationToken)
    {
        if (step == MaximumSteps)
        {
            return null;
        }

        value = value.Unwrapped().ResolvedReceiver().Unwrapped();
        switch (value)
        {
            case IConditionalAccessOperation access:
                return Of(access.WhenNotNull, step + 1, cancellationToken);
            case ILocalReferenceOperation local:
                return OfLocal(local, step, cancellationToken);
            case IParameterReferenceOperation parameter:
                return OfOldValue(parameter, cancellationToken);
            case IConditionalOperation { WhenFalse: { } otherwise } choice:
                return OfAny([choice.WhenTrue, otherwise], step, cancellationToken);
            case ICoalesceOperation choice:
                return OfAny([choice.Value, choice.WhenNull], step, cancellationToken);
            case ISimpleAssignmentOperation assignment:
                return Of(assignment.Value, step + 1, cancellationToken);
            case IPropertyReferenceOperation { Property.Name: "Value", Instance: { } pair } when IsPair(pair.Type):
                return OfPair(pair, cancellationToken);
            case IInvocationOperation call when PickedFrom(call) is { IsValues: true } walked:
                return IsConcurrent(walked.Collection, cancellationToken) ? new SharedValue(walked.Collection, null) : null;
            case IInvocationOperation or IPropertyReferenceOperation when DictionaryUse.TryGet(value, model.Types) is { } use:
                return OfUse(use, step, cancellationToken);
            case IInvocationOperation call:
                return OfGiver(call, step, cancellationToken);
            default:
                return null;
        }
    }

    private SharedValue? OfUse(DictionaryUse use, int step, CancellationToken cancellationToken)
    {
        if (IsConcurrent(use.Receiver, cancellationToken))
        {
            return use is { Verb: Verb.Lookup } && use.Operation.Type?.SpecialType is not SpecialType.System_Boolean
                || use.Operation is IInvocationOperation { TargetMethod.Name: "GetOrAdd" or "AddOrUpdate" }
                    ? new SharedValue(use.Receiver, use.Key)
                    : null;
        }

        // The list in a dictionary that is itself the value.
        return use.Verb is Verb.Lookup && !use.Kind.IsImmutable() ? Of(use.Receiver, step + 1, cancellationToken) : null;
    }

    // 'List<string> ListOf(string key) => _lists.GetOrAdd(key, _ => []);'
    private SharedValue? OfGiver(IInvocationOperation call, int step, CancellationToken cancellationToken) =>
        !call.TargetMethod.OriginalDefinition.DeclaringSyntaxReferences.IsEmpty && call.TargetMethod is { MethodKind: MethodKind.Ordinary or MethodKind.LocalFunction, IsAsync: false }
        && !call.TargetMethod.MayBeOverridden() && call.EnclosingBody() is not IConstructorBodyOperation
        && model.Bodies.Of(call.TargetMethod, cancellationToken) is { IsIterator: false, SoleReturnValue: { } given }
        && Of(given, step + 1, cancellationToken) is { } shared
            ? shared.Key?.Unwrapped() is IParameterReferenceOperation { Parameter: var key } && SymbolEqualityComparer.Default.Equals(key.ContainingSymbol, call.TargetMethod.OriginalDefinition)
                ? shared with { Key = call.Argument(key.Ordinal) }
                : shared
            : null;

    private SharedValue? OfLocal(ILocalReferenceOperation local, int step, CancellationToken cancellationToken)
    {
        var locals = model.Bodies.Around(local).Locals;
        if (locals.SolePart(local.Local) is var (whole, members))
        {
            return members is [{ Name: "Value" }] && IsPair(whole.Type) ? OfPair(whole, cancellationToken) : null;
        }

        var writes = locals.WritesOf(local.Local).ToArray();
        if (writes is [IForEachLoopOperation loop])
        {
            return OfElement(loop, local.Local, cancellationToken);
        }

        return OfAny(locals.ValuesOf(local.Local), step, cancellationToken) is { } shared && !(writes.Length > 1 && IsFresh(local)) ? shared : null;
    }

    // Something that was made on the spot may be among them.
    private SharedValue? OfAny(IEnumerable<IOperation?> values, int step, CancellationToken cancellationToken)
    {
        SharedValue? shared = null;
        foreach (var value in values)
        {
            if (value is null)
            {
                return null;
            }

            if (IsMadeHere(value))
            {
                continue;
            }

            var taken = value is IInvocationOperation { Type.SpecialType: SpecialType.System_Boolean } call
                ? OfOutArgument(call, cancellationToken)
                : Of(value, step + 1, cancellationToken);
            if (taken is null)
            {
                return null;
            }

            shared ??= taken;
        }

        return shared;
    }

    private static bool IsMadeHere(IOperation value) => value.Unwrapped() switch
    {
        IObjectCreationOperation or ICollectionExpressionOperation or ILiteralOperation or IDefaultValueOperation => true,
        ISimpleAssignmentOperation { Value: var assigned } => IsMadeHere(assigned),
        _ => false,
    };

    // 'TryGetValue' hands out what the dictionary keeps, 'TryRemove' what it gives up.
    private SharedValue? OfOutArgument(IInvocationOperation call, CancellationToken cancellationToken) =>
        DictionaryUse.TryGet(call, model.Types) is { Verb: Verb.Lookup } use
            ? IsConcurrent(use.Receiver, cancellationToken) ? new SharedValue(use.Receiver, use.Key) : Of(use.Receiver, 1, cancellationToken)
            : null;

    private SharedValue? OfPair(IOperation pair, CancellationToken cancellationToken)
    {
        var walked = pair.Unwrapped() switch
        {
            IInvocationOperation call => PickedFrom(call),
            ILocalReferenceOperation local => model.Bodies.Around(local).Locals.WritesOf(local.Local).ToArray() switch
            {
                [IForEachLoopOperation { LoopControlVariable: IVariableDeclaratorOperation } loop] => Walked(loop.Collection),
                [_] when model.Paths.Origin(local) is IInvocationOperation call => PickedFrom(call),
                _ => null,
            },
            _ => null,
        };
        return walked is { IsValues: false, Collection: var collection } && IsConcurrent(collection, cancellationToken) ? new SharedValue(collection, null) : null;
    }

    // 'd.First()', 'd.Values.Where(..).Last()'
    private (IOperation Collection, bool IsValues)? PickedFrom(IInvocationOperation call) =>
        KnownTypes.Is(call.TargetMethod.ContainingType, model.Types.Enumerable)
        && call.TargetMethod.Name is "First" or "FirstOrDefault" or "Last" or "LastOrDefault" or "Single" or "SingleOrDefault" or "ElementAt" or "ElementAtOrDefault" or "MinBy" or "MaxBy"
        && call.Receiver() is { } sequence
            ? Walked(sequence)
            : null;

    private SharedValue? OfElement(IForEachLoopOperation loop, ILocalSymbol local, CancellationToken cancellationToken)
    {
        var isElement = loop.LoopControlVariable is IVariableDeclaratorOperation;
        var isPart = !isElement && loop.LoopControlVariable.DescendantsAndSelf().OfType<ITupleOperation>().FirstOrDefault() is { Elements: [_, var second] }
            && second.DescendantsAndSelf().Any(inner => inner is ILocalReferenceOperation reference && SymbolEqualityComparer.Default.Equals(reference.Local, local));
        return Walked(loop.Collection) is { } walked && (isElement ? walked.IsValues : isPart && !walked.IsValues) && IsConcurrent(walked.Collection, cancellationToken)
            ? new SharedValue(walked.Collection, null)
            : null;
    }

    // 'foreach (.. in d)', '.. in d.Values', '.. in d.ToArray()', '.. in d.Where(..)'
    private static (IOperation Collection, bool IsValues)? Walked(IOperation sequence)
    {
        var source = sequence.Unwrapped();
        for (var step = 0; step < MaximumSteps && source is IInvocationOperation call; step++)
        {
            var isStep = call.TargetMethod.Name is "ToArray" or "ToList" or "Where" or "OrderBy" or "OrderByDescending" or "Take" or "Skip" or "Reverse" or "AsEnumerable";
            if (!isStep || call.Receiver() is not { } inner)
            {
                return null;
            }

            source = inner.Unwrapped();
        }

        return source is IPropertyReferenceOperation { Property.Name: "Values", Instance: { } owner } ? (owner.Unwrapped(), true) : (source, false);
    }

    // '(key, old) => { old.Add(x); return old; }'
    private SharedValue? OfOldValue(IParameterReferenceOperation reference, CancellationToken cancellationToken)
    {
        if (reference.Parameter is not { Ordinal: 1, ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.AnonymousFunction } function })
        {
            return null;
        }

        for (IOperation? around = reference; around is not null; around = around.Parent)
        {
            if (around is IAnonymousFunctionOperation lambda && SymbolEqualityComparer.Default.Equals(lambda.Symbol, function))
            {
                var target = lambda.Parent;
                while (target is IDelegateCreationOperation or IConversionOperation or IParenthesizedOperation)
                {
                    target = target.Parent;
                }

                return target is IArgumentOperation { Parameter.Name: "updateValueFactory", Parent: IInvocationOperation { TargetMethod.Name: "AddOrUpdate" } call }
                    && DictionaryUse.TryGet(call, model.Types) is { } use && IsConcurrent(use.Receiver, cancellationToken)
                        ? new SharedValue(use.Receiver, use.Key)
                        : null;
            }
        }

        return null;
    }

    // 'if (!d.TryGetValue(k, out var list)) { list = new(); list.Add(first); d.TryAdd(k, list); }': until it is handed on, nobody else has it.
    private static bool IsFresh(ILocalReferenceOperation use)
    {
        for (var (inner, outer) = ((IOperation)use, use.Parent); outer is not null; (inner, outer) = (outer, outer.Parent))
        {
            if (outer is not IBlockOperation block)
            {
                continue;
            }

            var creation = block.Operations.LastOrDefault(statement => statement.Syntax.SpanStart < inner.Syntax.SpanStart && statement
                is IExpressionStatementOperation { Operation: ISimpleAssignmentOperation { Target: ILocalReferenceOperation target, Value: var value } }
                && SymbolEqualityComparer.Default.Equals(target.Local, use.Local)
                && value.Unwrapped() is IObjectCreationOperation or ICollectionExpressionOperation);
            if (creation is not null)
            {
                return !block.Descendants().Any(operation =>
                    operation is ILocalReferenceOperation handed && SymbolEqualityComparer.Default.Equals(handed.Local, use.Local)
                    && handed.Syntax.SpanStart >= creation.Syntax.Span.End && handed.Syntax.Span.End <= use.Syntax.SpanStart
                    && (handed.Parent is IArgumentOperation or IConversionOperation
                        || handed.Parent is IAssignmentOperation assignment && assignment.Value == handed));
            }
        }

        return false;
    }

    private bool IsConcurrent(IOperation receiver, CancellationToken cancellationToken) =>
        model.Kinds.Of(receiver, cancellationToken) is CollectionKind.ConcurrentDictionary;

    private static bool IsPair(ITypeSymbol? type) => type.IsNamed("System.Collections.Generic", "KeyValuePair");
}
