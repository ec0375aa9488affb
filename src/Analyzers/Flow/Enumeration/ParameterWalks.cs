using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Flow;

/// <summary>
/// Finds methods that walk a sequence they are given and change the collection behind it: <c>table.RemoveAll(table.Keys)</c>.
/// The fault is with the caller, who gives a live view.
/// </summary>
internal sealed class ParameterWalks(CompilationModel model, EnumerationHazards hazards)
{
    private readonly ConcurrentDictionary<IParameterSymbol, IReadOnlyList<IForEachLoopOperation>> walks = new(SymbolEqualityComparer.Default);

    /// <summary>Whether <paramref name="argument"/> can be such a sequence. It is asked of every argument, and allocates nothing.</summary>
    public static bool IsCandidate(IArgumentOperation argument) =>
        argument.Parameter is { ContainingSymbol.ContainingAssembly: ISourceAssemblySymbol }
        && IsSequence(argument.Parameter.Type)
        && argument.Value.Unwrapped() is IMemberReferenceOperation or IInvocationOperation or ILocalReferenceOperation or IParameterReferenceOperation or ITranslatedQueryOperation;

    /// <summary>What goes wrong in the callees of <paramref name="call"/>, in terms of the call.</summary>
    public IEnumerable<(Enumeration Enumeration, Hazard Hazard)> Of(IInvocationOperation call, CancellationToken cancellationToken) =>
        from argument in call.Arguments
        where IsCandidate(argument)
        from sequence in model.Sequences.Read(argument.Value, cancellationToken)
        from target in model.Hierarchy.Targets(call.TargetMethod, call.Instance?.ResolvedReceiver().Type)
        from loop in WalksOf(target.Parameters[argument.Parameter!.Ordinal], target, cancellationToken)
        from hazard in HazardsOf(loop, sequence, call, target, cancellationToken)
        select (new Enumeration(sequence, call, argument.Value.Unwrapped(), call, [], EnumerationForm.Operation), hazard);

    // Kept: many callers give a sequence to the same method, and few methods change what they walk.
    private IReadOnlyList<IForEachLoopOperation> WalksOf(IParameterSymbol parameter, IMethodSymbol method, CancellationToken cancellationToken) =>
        walks.GetOrAdd(
            parameter.OriginalDefinition,
            _ => model.Bodies.Of(method, cancellationToken) is { IsIterator: false } body ? [.. WalksOf(body, parameter)] : []);

    private static IEnumerable<IForEachLoopOperation> WalksOf(Body body, IParameterSymbol parameter) =>
        body.Operation.Executed()
            .OfType<IForEachLoopOperation>()
            .Where(loop => loop.Collection.Unwrapped() is IParameterReferenceOperation walked
                && SymbolEqualityComparer.Default.Equals(walked.Parameter.OriginalDefinition, parameter.OriginalDefinition)
                && body.Locals.IsNeverReassigned(walked.Parameter));

    // The walk seen from inside, where the collection has the name by which the callee changes it.
    private IEnumerable<Hazard> HazardsOf(
        IForEachLoopOperation loop, LiveSequence sequence, IInvocationOperation call, IMethodSymbol target, CancellationToken cancellationToken)
    {
        var callee = Frame.OfRegion(model.Paths).Into(
            new CallSite(call, call.TargetMethod, call.Instance?.ResolvedReceiver(), null, call.IsVirtual, true, false), target);
        var names = model.Search.Of(loop.Body, target.ContainingType, static (_, _) => true, cancellationToken)
            .Where(effect => effect is { Effect.Kind: EffectKind.Modifies, Target: not null })
            .Select(effect => effect.Target!)
            .Distinct()
            .Where(name => sequence.Path.Equals(callee.Translate(name, cancellationToken)));
        return
            from name in names
            let walk = new Enumeration(
                sequence with { Path = name, Source = loop.Collection.Unwrapped(), Stages = [] }, loop, loop.Collection.Unwrapped(), loop.Body, LoopElements.Of(loop), EnumerationForm.Loop)
            from hazard in hazards.Of(walk, cancellationToken)
            select hazard with { Reached = hazard.Reached with { Site = call } };
    }

    private static bool IsSequence(ITypeSymbol type) => type.OriginalDefinition.SpecialType
        is SpecialType.System_Collections_Generic_IEnumerable_T or SpecialType.System_Collections_Generic_ICollection_T
        or SpecialType.System_Collections_Generic_IReadOnlyCollection_T or SpecialType.System_Collections_Generic_IList_T
        or SpecialType.System_Collections_Generic_IReadOnlyList_T;
}
