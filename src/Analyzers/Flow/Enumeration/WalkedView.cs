using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Flow;

/// <summary>
/// Answers whether a loop does as well without the moment in time that <c>Keys</c>, <c>Values</c> or <c>Count</c> of a concurrent
/// dictionary is, or with a single one for all its steps, as far as its own code goes.
/// </summary>
internal sealed class WalkedView(CompilationModel model)
{
    private readonly EnumerationHazards hazards = new(model, model.Rules);

    /// <summary>Whether the loop over the view could walk the dictionary: it changes no other key than the one it stands at.</summary>
    public bool MayWalkDictionary(IForEachLoopOperation loop, DictionaryUse view, CancellationToken cancellationToken)
    {
        if (loop.IsAsynchronous || Yields(loop) || model.Paths.Read(view.Receiver, cancellationToken) is not { } path)
        {
            return false;
        }

        if (MayChangeByAnotherName(loop.Body, path, view.Receiver, cancellationToken))
        {
            return false;
        }

        var shown = view.Verb is Verb.EnumerateKeys ? SequenceView.Keys : SequenceView.Values;
        var enumeration = Region(loop, loop.Body, path, shown, view.Receiver, LoopElements.Of(loop));
        return hazards.ModificationsIn(enumeration, cancellationToken) is { } modifications && modifications.All(hazard =>
            hazard is { Change: Modification.Remove or Modification.Overwrite or Modification.AddPresent, Reached.Effect.Use: { Key: { } key } }
            && hazard.Reached.Frame.Read(key, cancellationToken) is { } changed && enumeration.IsOwnKey(changed));
    }

    /// <summary>Whether the count could be taken before the loop: nothing in the loop changes the dictionary, or what stands for it.</summary>
    public bool MayCountBefore(IOperation loop, DictionaryUse count, CancellationToken cancellationToken)
    {
        // A 'while' may wait for the count to change.
        if (loop is not (IForEachLoopOperation { IsAsynchronous: false } or IForLoopOperation) || Yields(loop) || !IsPlain(count.Receiver, cancellationToken)
            || model.Paths.Read(count.Receiver, cancellationToken) is not { } path
            || path.Root.Kind is not (PathRootKind.This or PathRootKind.Static or PathRootKind.Symbol)
            || path.Segments.Any(segment => segment.Key is not null)
            || (path.Root.Symbol is { } variable && variable.DeclaringSyntaxReferences.Any(declared => loop.Syntax.Span.Contains(declared.Span))))
        {
            return false;
        }

        return hazards.ModificationsIn(Region(loop, loop, path, SequenceView.Elements, count.Receiver, [null]), cancellationToken) is { Count: 0 }
            && !MayChangeByAnotherName(loop, path, count.Receiver, cancellationToken);
    }

    // Two fields of one type that were given from outside, or the same field of two objects, may hold the same dictionary.
    private bool MayChangeByAnotherName(IOperation region, InstancePath path, IOperation dictionary, CancellationToken cancellationToken)
    {
        var type = model.Bodies.ModelOf(region.Syntax.SyntaxTree).GetEnclosingSymbol(region.Syntax.SpanStart, cancellationToken)?.ContainingType;
        var isOwn = IsMadeHere(path, cancellationToken);
        return model.Search.Of(region, type, static (_, _) => true, cancellationToken).Any(reached =>
            reached is { Effect: { Kind: EffectKind.Modifies, Use: { } use }, Target: { } target } && !target.Equals(path)
            && SymbolEqualityComparer.Default.Equals(use.Receiver.Type?.OriginalDefinition, dictionary.Unwrapped().Type?.OriginalDefinition)
            && !(isOwn && IsMadeHere(target, cancellationToken) && !SymbolEqualityComparer.Default.Equals(target.LastMember, path.LastMember))
            && target.Root.Kind is not PathRootKind.Creation && path.Root.Kind is not PathRootKind.Creation);
    }

    // 'private readonly ConcurrentDictionary<K, V> _map = new();'
    private bool IsMadeHere(InstancePath path, CancellationToken cancellationToken) =>
        path.LastMember is { } member && model.Members.WritesOf(member, cancellationToken) is { AreComplete: true, Values: { IsEmpty: false } values }
        && values.All(value => value?.Unwrapped() is IObjectCreationOperation);

    // Between two steps runs whoever walks the iterator.
    private static bool Yields(IOperation loop) => loop.Executed().Any(operation => operation is IReturnOperation { Kind: OperationKind.YieldReturn });

    // Whether it matters neither how often nor when the dictionary is asked for: no code runs, and nothing is null.
    private bool IsPlain(IOperation dictionary, CancellationToken cancellationToken) => dictionary.Unwrapped() switch
    {
        ILocalReferenceOperation { Local: var local } reference => local.NullableAnnotation is not NullableAnnotation.Annotated
            || model.Bodies.Around(reference).Locals.ValuesOf(local).All(value => value is not null && IsPlain(value, cancellationToken)),
        IParameterReferenceOperation { Parameter: var parameter } => parameter.NullableAnnotation is not NullableAnnotation.Annotated,
        IFieldReferenceOperation { Field: var field, Instance: var owner } =>
            field.NullableAnnotation is not NullableAnnotation.Annotated && (owner is null || IsPlain(owner, cancellationToken)),
        IPropertyReferenceOperation { Property: var property, Instance: var owner } =>
            property.NullableAnnotation is not NullableAnnotation.Annotated && property.IsAutomatic(cancellationToken) && (owner is null || IsPlain(owner, cancellationToken)),
        IInstanceReferenceOperation or IObjectCreationOperation => true,
        _ => false,
    };

    private static Enumeration Region(
        IOperation loop, IOperation region, InstancePath path, SequenceView view, IOperation dictionary, ImmutableArray<InstancePath?> elements) =>
        new(new LiveSequence(path, CollectionKind.ConcurrentDictionary, view, dictionary, []), loop, dictionary, region, elements, EnumerationForm.Loop);
}
