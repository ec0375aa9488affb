using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DictionaryAnalyzers.Flow;

/// <summary>
/// Answers whether a collection in a private member is only read outside the region at hand. Then callees need not be
/// searched, which keeps the cost of the common case, a loop over a table that is filled in the constructor, at one look at
/// the syntax of the type.
/// </summary>
internal sealed class PrivateCollection(MemberUses members)
{
    /// <summary>Whether no code outside the region could disturb an enumeration of the collection.</summary>
    public bool IsChangedNowhereElse(Enumeration enumeration, CancellationToken cancellationToken)
    {
        var region = enumeration.Region.Syntax;
        return enumeration.Sequence.Path.LastMember is { } member && MemberUses.IsPrivate(member)
            && members.NamesOf(member, cancellationToken).All(name =>
                SyntacticReads.OnlyReads(name)
                || name.SyntaxTree == region.SyntaxTree && region.Span.Contains(name.Span)
                || IsInConstructor(name.Parent!, region.SpanStart));
    }

    // What a constructor does was done before, unless the enumeration stands in it or it hands out a lambda.
    private static bool IsInConstructor(Microsoft.CodeAnalysis.SyntaxNode name, int region)
    {
        foreach (var node in name.Ancestors())
        {
            if (node is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax)
            {
                return false;
            }

            if (node is ConstructorDeclarationSyntax constructor)
            {
                return !constructor.FullSpan.Contains(region);
            }
        }

        return false;
    }
}
