using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Flow;

/// <summary>Finds the enumerations that an operation drives, whatever their clothes: loops, operators with lambdas, enumerators.</summary>
internal sealed class EnumerationFinder(CompilationModel model)
{
    /// <summary>Whether <paramref name="operation"/> can drive an enumeration at all. It is asked of every call, and allocates nothing.</summary>
    public static bool IsCandidate(IOperation operation)
    {
        if (operation is IForEachLoopOperation)
        {
            return true;
        }

        if (operation is not IInvocationOperation invocation)
        {
            return false;
        }

        if (invocation.TargetMethod is { Name: "GetEnumerator" or "GetAsyncEnumerator" })
        {
            return true;
        }

        foreach (var argument in invocation.Arguments)
        {
            if (argument.Value is IDelegateCreationOperation)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The enumerations that <paramref name="operation"/> drives over collections that can be disturbed.</summary>
    public IEnumerable<Enumeration> Find(IOperation operation, CancellationToken cancellationToken) => operation switch
    {
        IForEachLoopOperation loop => OfLoop(loop, cancellationToken),
        IInvocationOperation { TargetMethod.Name: "GetEnumerator" or "GetAsyncEnumerator" } call => OfEnumerator(call, cancellationToken),
        IInvocationOperation call => OfCall(call, cancellationToken),
        _ => [],
    };

    /// <summary>The variables of a loop that hold the element at hand.</summary>
    public static ImmutableArray<ISymbol> ElementsOf(IForEachLoopOperation loop) =>
    [
        .. loop.LoopControlVariable.DescendantsAndSelf()
            .Select(operation => operation switch
            {
                IVariableDeclaratorOperation declarator => declarator.Symbol,
                ILocalReferenceOperation local => local.Local,
                _ => (ISymbol?)null,
            })
            .OfType<ISymbol>(),
    ];

    private IEnumerable<Enumeration> OfLoop(IForEachLoopOperation loop, CancellationToken cancellationToken)
    {
        foreach (var sequence in model.Sequences.Read(loop.Collection, cancellationToken))
        {
            yield return new Enumeration(sequence, loop, loop.Collection.Unwrapped(), loop.Body, ElementsOf(loop), EnumerationForm.Loop);
            foreach (var stage in OfStages(sequence, loop, loop.Collection.Unwrapped(), sequence.Stages))
            {
                yield return stage;
            }
        }
    }

    private IEnumerable<Enumeration> OfCall(IInvocationOperation call, CancellationToken cancellationToken)
    {
        var laziness = LazyOperators.Of(call.TargetMethod, model.Types);
        if (laziness is Laziness.Consumes or Laziness.Buffers && call.Argument(0) is { } source)
        {
            // A buffering operator is driven by whoever consumes it; its source is only enumerated then, but then in whole.
            foreach (var sequence in model.Sequences.Read(source, cancellationToken).Where(sequence => !SequenceReader.GoesByIndex(sequence)))
            {
                var own = laziness is Laziness.Consumes ? SequenceReader.StagesOf(call, sequence.View) : [];
                foreach (var stage in OfStages(sequence, call, sequence.Source, sequence.Stages.AddRange(own)))
                {
                    yield return stage;
                }
            }
        }
        else if (DictionaryUse.TryGet(call, model.Types) is { Verb: Verb.Enumerate } use && call.Arguments is [{ Value: var action }])
        {
            foreach (var sequence in model.Sequences.Read(use.Receiver, cancellationToken))
            {
                var stage = new SequenceStage(call, action.Unwrapped(), sequence.View, 0);
                foreach (var enumeration in OfStages(sequence, call, use.Receiver, [stage]))
                {
                    yield return enumeration;
                }
            }
        }
        else if (laziness is Laziness.Unknown && model.Bodies.Of(call.TargetMethod, cancellationToken) is { } body)
        {
            foreach (var enumeration in OfHelper(call, body, cancellationToken))
            {
                yield return enumeration;
            }
        }
    }

    // 'query.Each(x => ..)': a method of the compilation that walks one parameter and runs another for each element.
    private IEnumerable<Enumeration> OfHelper(IInvocationOperation call, Body body, CancellationToken cancellationToken)
    {
        foreach (var loop in body.Operation.Executed().OfType<IForEachLoopOperation>())
        {
            if (loop.Collection.Unwrapped() is not IParameterReferenceOperation { Parameter: var walked }
                || call.Argument(walked.Ordinal) is not { } source)
            {
                continue;
            }

            foreach (var invocation in loop.Body.Executed().OfType<IInvocationOperation>())
            {
                if (invocation is { TargetMethod.MethodKind: MethodKind.DelegateInvoke, Instance: { } invoked }
                    && invoked.ResolvedReceiver() is IParameterReferenceOperation { Parameter: var run }
                    && call.Argument(run.Ordinal) is { } action
                    && ElementOrdinal(invocation, loop) is { } ordinal)
                {
                    foreach (var sequence in model.Sequences.Read(source, cancellationToken))
                    {
                        var stage = new SequenceStage(call, action.Unwrapped(), sequence.View, ordinal);
                        foreach (var enumeration in OfStages(sequence, call, source.Unwrapped(), [stage]))
                        {
                            yield return enumeration;
                        }
                    }
                }
            }
        }
    }

    private static int? ElementOrdinal(IInvocationOperation invocation, IForEachLoopOperation loop)
    {
        var elements = ElementsOf(loop);
        return invocation.Arguments
            .Where(argument => argument.Value.Unwrapped() is ILocalReferenceOperation local && elements is [var only]
                && SymbolEqualityComparer.Default.Equals(local.Local, only))
            .Select(argument => argument.Parameter?.Ordinal)
            .FirstOrDefault();
    }

    private static IEnumerable<Enumeration> OfStages(
        LiveSequence sequence, IOperation statement, IOperation enumerated, ImmutableArray<SequenceStage> stages)
    {
        foreach (var stage in stages)
        {
            if (stage.Lambda is not { } lambda)
            {
                continue;
            }

            var form = LazyOperators.StopsAt(stage.Operator.TargetMethod) switch
            {
                true => EnumerationForm.CallbackUntilTrue,
                false => EnumerationForm.CallbackUntilFalse,
                null => EnumerationForm.Callback,
            };
            ImmutableArray<ISymbol> elements = stage.ElementOrdinal < lambda.Symbol.Parameters.Length
                ? [lambda.Symbol.Parameters[stage.ElementOrdinal]]
                : [];
            yield return new Enumeration(sequence with { View = stage.View }, statement, enumerated, lambda, elements, form);
        }
    }

    private IEnumerable<Enumeration> OfEnumerator(IInvocationOperation call, CancellationToken cancellationToken)
    {
        if (call.Instance is { } instance)
        {
            foreach (var sequence in model.Sequences.Read(instance.ResolvedReceiver(), cancellationToken))
            {
                yield return new Enumeration(sequence, call, instance.Unwrapped(), call.EnclosingBody(), [], EnumerationForm.Enumerator);
            }
        }
    }
}
