using System.Collections.Generic;
using System.Linq;
using System.Threading;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Flow;

/// <summary>Finds loops that move an enumerator by hand: <c>while (e.MoveNext())</c>, <c>for (;e.MoveNext();)</c>, <c>while (true) { if (!e.MoveNext()) break; .. }</c>.</summary>
internal sealed class EnumeratorLoops(CompilationModel model)
{
    /// <summary>The enumerations that <paramref name="loop"/> drives.</summary>
    public IEnumerable<Enumeration> Of(ILoopOperation loop, CancellationToken cancellationToken)
    {
        var condition = loop switch
        {
            IWhileLoopOperation { Condition: var asked } => asked,
            IForLoopOperation { Condition: var asked } => asked,
            _ => null,
        };
        var scope = condition is null or { ConstantValue.HasValue: true } ? loop.Body : condition;
        foreach (var move in scope.Executed().OfType<IInvocationOperation>())
        {
            if (move is { TargetMethod.Name: "MoveNext" or "MoveNextAsync", Instance: { } enumerator }
                && GetEnumerator(enumerator) is { Instance: { } enumerated } call)
            {
                foreach (var sequence in model.Sequences.Read(enumerated.ResolvedReceiver(), cancellationToken))
                {
                    yield return new Enumeration(sequence, call, enumerated.Unwrapped(), loop.Body, [Current(enumerator)], EnumerationForm.Enumerator);
                }
            }
        }
    }

    // 'e.Current'
    private static InstancePath? Current(IOperation enumerator) =>
        enumerator.Unwrapped() is ILocalReferenceOperation { Local: var local }
        && (local.Type.GetMembers("Current").FirstOrDefault() ?? local.Type.AllInterfaces.SelectMany(type => type.GetMembers("Current")).FirstOrDefault()) is { } current
            ? InstancePath.OfSymbol(local).Then(current)
            : null;

    private IInvocationOperation? GetEnumerator(IOperation enumerator)
    {
        if (enumerator.Unwrapped() is not ILocalReferenceOperation { Local: var local })
        {
            return null;
        }

        // An enumerator that is given anew to the same local is the last one that was given.
        return model.Bodies.Around(enumerator).Locals.ValuesOf(local)
            .Select(value => value?.Unwrapped())
            .OfType<IInvocationOperation>()
            .FirstOrDefault(call => call.TargetMethod.Name is "GetEnumerator" or "GetAsyncEnumerator");
    }
    }
