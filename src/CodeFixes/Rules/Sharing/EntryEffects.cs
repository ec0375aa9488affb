using System.Linq;
using DictionaryAnalyzers.Flow;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Rules.Sharing;

/// <summary>What does code that could become part of one call do with the dictionary itself?</summary>
internal static class EntryEffects
{
    /// <summary>
    /// Whether running <paramref name="code"/> changes an entry of the dictionary, or what the dictionary or the key is; also where that is
    /// not known.
    /// </summary>
    public static bool ChangesEntry(this CheckThenActSite site, SyntaxNode code)
    {
        var (facts, cancellationToken) = (site.Context.Facts, site.Context.CancellationToken);
        if (facts.Paths.Read(site.Found.Act.Receiver, cancellationToken) is not { } collection || site.Context.OperationOf(code) is not { } operation)
        {
            return true;
        }

        var key = facts.Paths.Read(site.Found.Act.Key, cancellationToken);
        var type = site.Context.Model.GetEnclosingSymbol(site.Act.SpanStart, cancellationToken)?.ContainingType;
        return facts.Search.Of(operation, type, static (_, _) => true, cancellationToken).Any(reached => reached.Effect.Kind switch
        {
            EffectKind.Modifies => collection.Equals(reached.Target),
            EffectKind.Assigns => (collection.LastMember is { } member && SymbolEqualityComparer.Default.Equals(reached.Effect.Target.LastMember, member))
                || (key is not null && key.Equals(reached.Target)),
            _ => false,
        });
    }

    /// <summary>
    /// Whether <paramref name="code"/> asks the dictionary something that is not about one entry, such as their number: what it is told is over
    /// by the time that an entry follows from it, whether a delegate asks or the code before the call.
    /// </summary>
    public static bool ReadsWhole(this CheckThenActSite site, SyntaxNode code) => site.Context.OperationOf(code) is { } operation
        && site.Context.Facts.Paths.Read(site.Found.Act.Receiver, site.Context.CancellationToken) is { } collection
        && operation.DescendantsAndSelf().Any(part => DictionaryUse.TryGet(part, site.Context.Facts.Types) is { Key: null } use
            && collection.Equals(site.Context.Facts.Paths.Read(use.Receiver, site.Context.CancellationToken)));
}
