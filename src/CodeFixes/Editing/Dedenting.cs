using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DictionaryAnalyzers.Editing;

/// <summary>Moves code to the left that comes out of a block.</summary>
internal static class Dedenting
{
    /// <summary>The white space before the first token of <paramref name="node"/> on its line.</summary>
    public static string IndentationOf(SyntaxNode node)
    {
        var line = node.SyntaxTree.GetText().Lines.GetLineFromPosition(node.SpanStart).ToString();
        return line.Substring(0, line.Length - line.TrimStart().Length);
    }

    /// <summary><paramref name="node"/> with lines that began with <paramref name="inner"/> beginning with <paramref name="outer"/>.</summary>
    public static T Moved<T>(this T node, string inner, string outer)
        where T : SyntaxNode =>
        inner == outer ? node : node.ReplaceTokens(node.DescendantTokens(), (_, token) => token.WithLeadingTrivia(Moved(token.LeadingTrivia, inner, outer)));

    /// <inheritdoc cref="Moved{T}(T, string, string)"/>
    public static SyntaxTriviaList Moved(SyntaxTriviaList list, string inner, string outer) => SyntaxFactory.TriviaList(list.Select(trivia =>
        trivia.IsKind(SyntaxKind.WhitespaceTrivia) && trivia.ToString().StartsWith(inner, System.StringComparison.Ordinal)
            ? SyntaxFactory.Whitespace(outer + trivia.ToString().Substring(inner.Length))
            : trivia));

    /// <summary>The comments among <paramref name="trivia"/>.</summary>
    public static IEnumerable<SyntaxTrivia> Comments(this IEnumerable<SyntaxTrivia> trivia) =>
        trivia.Where(found => found.IsKind(SyntaxKind.SingleLineCommentTrivia) || found.IsKind(SyntaxKind.MultiLineCommentTrivia));
}
