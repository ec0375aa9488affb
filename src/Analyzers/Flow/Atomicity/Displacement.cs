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
        effects.Any(effect => Displaces(effect, enumeration.Sequence.Path, cancellationToken)) || IsDisplacedAround(enumeration, cancellationToken);

    // An assignment, or a change of the dictionary that the collection is an element of, makes the path denote another object.
    private bool Displaces(ReachedEffect reached, InstancePath collection, CancellationToken cancellationToken) => reached.Effect switch
    {
        { Kind: EffectKind.Assigns } assigns => reached.Target is { } target
            ? collection.StartsWith(target)
                || target.Segments.IsEmpty && collection.Variables.Any(variable => SymbolEqualityComparer.Default.Equals(variable, target.Root.Symbol))
            : collection.Segments.Any(segment => SymbolEqualityComparer.Default.Equals(segment.Member, assigns.Target.NamingSymbol)),
        { Kind: EffectKind.Modifies, Use: { Verb: Verb.Upsert or Verb.Overwrite or Verb.Remove or Verb.Clear } use } =>
            reached.Target is { } owner && collection.StartsWith(owner) && collection.Segments.Length > owner.Segments.Length
            && !FillsAGap(reached, use, cancellationToken),
        _ => false,
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
