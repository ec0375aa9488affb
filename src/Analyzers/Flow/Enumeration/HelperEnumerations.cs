using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Flow;

/// <summary>Finds enumerations in helpers of the compilation that walk a collection, their parameter or their own, and run a delegate for each element: <c>query.Each(x => ..)</c>, <c>table.Visit((k, v) => ..)</c>.</summary>
internal sealed class HelperEnumerations(CompilationModel model)
{
    private readonly ConcurrentDictionary<ISymbol, bool> walking = new(SymbolEqualityComparer.Default);

    /// <summary>The enumerations that <paramref name="call"/> drives by calling a helper.</summary>
    public IEnumerable<Enumeration> Of(IInvocationOperation call, CancellationToken cancellationToken)
    {
        if (!MayWalk(call.TargetMethod, cancellationToken) || model.Bodies.Of(call.TargetMethod, cancellationToken) is not { } body)
        {
            yield break;
        }

        var runs = body.Operation.Executed()
            .OfType<IInvocationOperation>()
            .Where(invocation => invocation is { TargetMethod.MethodKind: MethodKind.DelegateInvoke, Instance: { } invoked }
                && invoked.ResolvedReceiver() is IParameterReferenceOperation)
            .ToArray();
        if (runs.Length == 0)
        {
            yield break;
        }

        foreach (var walk in body.Operation.Executed())
        {
            var (walked, region) = walk switch
            {
                IForEachLoopOperation loop => (loop.Collection.Unwrapped(), loop.Body),
                IInvocationOperation { TargetMethod.Name: "GetEnumerator", Instance: { } instance } => (instance.Unwrapped(), body.Operation),
                _ => default((IOperation, IOperation)),
            };
            foreach (var run in runs.Where(run => region is not null && run.IsWithin(region)))
            {
                var ran = (IParameterReferenceOperation)run.Instance!.ResolvedReceiver();
                if (call.Argument(ran.Parameter.Ordinal) is not { } action)
                {
                    continue;
                }

                foreach (var (sequence, source) in WalkedBy(call, walked!, cancellationToken))
                {
                    var stage = new SequenceStage(call, action.Unwrapped(), sequence.View, ElementOrdinals(run, walk));
                    foreach (var enumeration in Enumeration.OfStages(sequence, call, source, [stage]))
                    {
                        yield return enumeration;
                    }
                }
            }
        }
    }

    // Most methods that take a delegate do not walk anything; their syntax says so before they are bound.
    private bool MayWalk(IMethodSymbol method, CancellationToken cancellationToken) =>
        walking.TryGetValue(method.OriginalDefinition, out var known) ? known : walking.GetOrAdd(method.OriginalDefinition, Walks(method, cancellationToken));

    private static bool Walks(IMethodSymbol method, CancellationToken cancellationToken) =>
        method.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax(cancellationToken).DescendantNodes().Any(node =>
            node is CommonForEachStatementSyntax or SimpleNameSyntax { Identifier.ValueText: "GetEnumerator" }));

    // What a callee walks, in terms of the caller.
    private IEnumerable<(LiveSequence Sequence, IOperation Source)> WalkedBy(
        IInvocationOperation call, IOperation walked, CancellationToken cancellationToken)
    {
        if (walked is IParameterReferenceOperation { Parameter: var parameter })
        {
            return call.Argument(parameter.Ordinal) is { } source
                ? model.Sequences.Read(source, cancellationToken).Select(sequence => (sequence, source.Unwrapped()))
                : [];
        }

        return
            from sequence in model.Sequences.Read(walked, cancellationToken)
            let path = sequence.Path.Translated(root =>
                root.Kind is PathRootKind.This ? model.Paths.Read(call.Instance?.ResolvedReceiver(), cancellationToken) : null)
            where path is not null
            select (sequence with { Path = path, Source = call, Stages = [] }, (IOperation)call);
    }

    private static ImmutableArray<int> ElementOrdinals(IInvocationOperation run, IOperation walk)
    {
        if (walk is not IForEachLoopOperation loop)
        {
            return [.. run.Arguments.Where(argument => argument.Value.Unwrapped() is IPropertyReferenceOperation { Property.Name: "Current" })
                .Select(argument => argument.Parameter!.Ordinal)];
        }

        var ordinals = LoopElements.Of(loop).Where(element => element is not null).Select(element => run.Arguments
            .FirstOrDefault(argument => argument.Value.Unwrapped() is ILocalReferenceOperation local
                && SymbolEqualityComparer.Default.Equals(local.Local, element!.Root.Symbol))?.Parameter?.Ordinal);
        return ordinals.All(ordinal => ordinal is not null) ? [.. ordinals.Select(ordinal => ordinal!.Value)] : [];
    }
}
