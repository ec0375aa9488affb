using System.Threading;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Flow;

/// <summary>
/// Answers whether a collection in a private member is changed by no code but the region at hand. Then callees need not be
/// searched, which keeps the cost of the common case, a loop over a table that is filled in the constructor, at one look at
/// the type.
/// </summary>
internal sealed class PrivateCollection(CompilationModel model, FrameworkRules rules)
{
    /// <summary>Whether no code outside the region could disturb an enumeration of the collection.</summary>
    public bool IsChangedNowhereElse(Enumeration enumeration, CancellationToken cancellationToken)
    {
        if (enumeration.Sequence.Path.LastMember is not { } member || !MemberUses.IsPrivate(member))
        {
            return false;
        }

        foreach (var reference in model.Members.Of(member, cancellationToken))
        {
            if (reference.Root().Syntax is ConstructorDeclarationSyntax constructor && !constructor.FullSpan.Contains(enumeration.Region.Syntax.Span)
                && reference.EnclosingBody() == reference.Root())
            {
                continue;
            }

            if (reference.Syntax.SyntaxTree == enumeration.Region.Syntax.SyntaxTree && enumeration.Region.Syntax.Span.Contains(reference.Syntax.Span))
            {
                continue;
            }

            if (reference.Access() is not AccessKind.Read || !IsHarmless(reference, enumeration.Sequence.Kind))
            {
                return false;
            }
        }

        return true;
    }

    private bool IsHarmless(IMemberReferenceOperation reference, CollectionKind kind)
    {
        for (IOperation? candidate = reference; candidate is not null and not IBlockOperation; candidate = candidate.Parent)
        {
            if (DictionaryUse.TryGet(candidate, model.Types) is { } use && use.Receiver == reference)
            {
                return !use.Verb.Modifies()
                    || !CollectionSemantics.Throws(kind, use.ModificationWhen(keyIsPresent: false, kind), rules);
            }
        }

        return false;
    }
}
