using System.Collections.Generic;
using System.Linq;
using System.Threading;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Flow;

/// <summary>Answers whether running a region may make the path of the enumerated collection denote another object.</summary>
internal sealed class Displacement(CompilationModel model, KeyPresence presence)
{
    /// <summary>Whether one of the <paramref name="effects"/> of the region, or something around it, displaces the collection.</summary>
    public bool IsPossible(Enumeration enumeration, IEnumerable<ReachedEffect> effects, CancellationToken cancellationToken) =>
        effects.Any(effect => Displaces(effect, enumeration.Sequence.Path)) || IsDisplacedAround(enumeration, cancellationToken);

    /// <summary>
    /// Whether <paramref name="reached"/> changes the dictionary that the enumerated collection is an element of, so that what
    /// comes after it may find another collection there: 'if (members.Count == 0) _rooms.Remove(room);'.
    /// </summary>
    public bool Replaces(ReachedEffect reached, Enumeration enumeration, CancellationToken cancellationToken) =>
        reached.Effect is { Kind: EffectKind.Modifies, Use: { Verb: Verb.Upsert or Verb.Overwrite or Verb.Remove or Verb.Clear } use }
        && reached.Target is { } owner && enumeration.Sequence.Path.StartsWith(owner) && enumeration.Sequence.Path.Segments.Length > owner.Segments.Length
        && !FillsAGap(reached, use, cancellationToken);

    // An assignment makes the path denote another object.
    private static bool Displaces(ReachedEffect reached, InstancePath collection) =>
        reached.Effect is { Kind: EffectKind.Assigns } assigns
        && !IsFirst(assigns.Operation)
        && (reached.Target is { } target
            ? collection.StartsWith(target)
                || target.Segments.IsEmpty && collection.Variables.Any(variable => SymbolEqualityComparer.Default.Equals(variable, target.Root.Symbol))
            : collection.Segments.Any(segment => SymbolEqualityComparer.Default.Equals(segment.Member, assigns.Target.NamingSymbol)));

    // '_map ??= new()', 'if (_map == null) _map = new();': whoever walks it has one.
    private static bool IsFirst(IOperation assigned) =>
        assigned is IMemberReferenceOperation { Member: var member }
        && (assigned.Parent is ICoalesceAssignmentOperation coalesce && coalesce.Target == assigned
            || Guard.Of(assigned).Any(guard => guard.Holds && TestedForNull(guard) is IMemberReferenceOperation tested
                && SymbolEqualityComparer.Default.Equals(tested.Member, member)));

    private static IOperation? TestedForNull(Guard guard) => guard.Condition.Unwrapped() switch
    {
        _ when guard.WantsNull => guard.Condition.Unwrapped(),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals } equality when equality.RightOperand.Unwrapped().ConstantValue is { HasValue: true, Value: null } =>
            equality.LeftOperand.Unwrapped(),
        IIsPatternOperation { Pattern: IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: null } } } test => test.Value.Unwrapped(),
        _ => null,
    };

    // 'if (!_groups.TryGetValue(key, out var group)) _groups[key] = group = new();' replaces nothing.
    private bool FillsAGap(ReachedEffect reached, DictionaryUse use, CancellationToken cancellationToken) =>
        use.Verb is Verb.Upsert
        && presence.IsAbsentAt(
            use.Operation, reached.Effect.Target, new KeyIdentity(model.Paths.Read(use.Key, cancellationToken), use.Key), cancellationToken);

    // Through an alias the path was read at another time: then nothing in the whole body may assign it.
    private bool IsDisplacedAround(Enumeration enumeration, CancellationToken cancellationToken)
    {
        var enumerated = enumeration.Sequence.Source;
        var isAlias = enumerated.Executed().Any(operation => operation is ILocalReferenceOperation local
            && model.Bodies.Around(enumerated).Locals.SoleValue(local.Local) is not null);
        return isAlias && enumeration.Sequence.Path.Segments.Any(segment => segment.Member is not null)
            && model.Effects.Of(enumeration.Region.EnclosingBody(), cancellationToken).Effects
                .Any(effect => effect.Kind is EffectKind.Assigns && enumeration.Sequence.Path.StartsWith(effect.Target));
    }
}
