using System.Collections.Generic;
using System.Linq;
using System.Threading;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Flow;

/// <summary>Answers whether an insertion inside an enumeration adds or overwrites, from what is known of its key.</summary>
internal sealed class KeyKnowledge(CompilationModel model, KeyPresence presence)
{
    /// <summary>
    /// What <paramref name="reached"/> does to the contents of the enumerated collection; null where it is not known whether it
    /// does anything that counts. The region assigns <paramref name="assigned"/>.
    /// </summary>
    public Modification? ModificationOf(
        ReachedEffect reached, Enumeration enumeration, IReadOnlyCollection<InstancePath> assigned, CancellationToken cancellationToken)
    {
        var use = reached.Effect.Use!.Value;
        var kind = enumeration.Sequence.Kind;
        if (use.Verb is not (Verb.Insert or Verb.InsertOrThrow or Verb.Upsert) || use.Key is null)
        {
            return use.ModificationWhen(keyIsPresent: false, kind);
        }

        var keyInBody = model.Paths.Read(use.Key, cancellationToken);
        if (keyInBody is not null && presence.IsPresentAt(use.Operation, reached.Effect.Target, keyInBody, atStart: false, cancellationToken))
        {
            return use.ModificationWhen(keyIsPresent: true, kind);
        }

        var key = reached.Frame.Read(use.Key, cancellationToken);
        var isOwn = key is not null && (enumeration.IsOwnKey(key) || IsOwnKeyOfLoopAround(key, enumeration, cancellationToken));
        var isDirect = reached.Frame.Caller is null;
        if (isOwn && presence.IsPresentAt(isDirect ? use.Operation : reached.Site, enumeration.Sequence.Path, key!, atStart: true, cancellationToken))
        {
            // 'Add' of a key that is there throws by itself; that is another fault than this one.
            return use.Verb is Verb.InsertOrThrow && kind is not CollectionKind.List ? null : use.ModificationWhen(keyIsPresent: true, kind);
        }

        // 'if (!d.ContainsKey(k)) d[k] = v;' says itself that it adds.
        if (keyInBody is not null && presence.IsAbsentAt(use.Operation, reached.Effect.Target, keyInBody, cancellationToken))
        {
            return use.ModificationWhen(keyIsPresent: false, kind);
        }

        var isUnclear = key is null
            ? DependsOnElement(use.Key, reached, enumeration)
            : enumeration.MayBeOwnKey(key) && !assigned.Any(key.StartsWith);
        if (isUnclear)
        {
            return null;
        }

        var isPresent = key is not null && !isDirect
            && presence.IsPresentAt(reached.Site, enumeration.Sequence.Path, key, atStart: false, cancellationToken);
        return use.ModificationWhen(isPresent, kind);
    }

    // A key computed from the element in a way that has no path, while elements do not tell their keys.
    private static bool DependsOnElement(IOperation key, ReachedEffect reached, Enumeration enumeration) =>
        reached.Frame.Caller is null
        && enumeration.Sequence.View is SequenceView.Projected
        && key.Executed().Any(operation =>
            operation is ILocalReferenceOperation local && enumeration.Holds(local.Local));

    // 'foreach (var a in d.Keys) foreach (var b in d.Keys) d[a] = ..;'
    private bool IsOwnKeyOfLoopAround(InstancePath key, Enumeration enumeration, CancellationToken cancellationToken)
    {
        for (var parent = enumeration.Statement.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is not IForEachLoopOperation loop)
            {
                continue;
            }

            var walked = loop.Collection.Unwrapped();
            if (DictionaryUse.TryGet(walked, model.Types) is { Verb: Verb.Snapshot } snapshot)
            {
                walked = snapshot.Operation is IInvocationOperation call ? call.Receiver() ?? walked : walked;
            }

            foreach (var sequence in model.Sequences.Read(walked, cancellationToken))
            {
                var outer = new Enumeration(sequence, loop, walked, loop.Body, LoopElements.Of(loop), EnumerationForm.Loop);
                if (sequence.Path.Equals(enumeration.Sequence.Path) && outer.IsOwnKey(key))
                {
                    return true;
                }
            }
        }

        return false;
    }
}
