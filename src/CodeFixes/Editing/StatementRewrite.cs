using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace DictionaryAnalyzers.Editing;

/// <summary>Repairs that write statements or expressions anew and keep the comments in what goes.</summary>
internal static class StatementRewrite
{
    // A comment, the end of its line, and the indentation of the next.
    private const int LineLength = 3;

    /// <summary>
    /// Puts <paramref name="statement"/> in the place of statements that follow each other; null where a directive stands between them,
    /// or an <c>else</c> that follows would go to it.
    /// Comments move in front of it, other than those in what is <paramref name="kept"/>.
    /// </summary>
    public static Repair? Replace(RepairContext context, IReadOnlyList<StatementSyntax> old, StatementSyntax statement, params IEnumerable<SyntaxNode> kept)
    {
        if (old.Any(part => part.ContainsDirectives) || (statement is IfStatementSyntax { Else: null } && IsFollowedByElse(old[old.Count - 1])))
        {
            return null;
        }

        var (first, last) = (old[0], old[old.Count - 1]);
        var leading = first.GetLeadingTrivia().AddRange(CommentLines(context, first, TextSpan.FromBounds(first.SpanStart, last.Span.End), kept));
        return new Repair(first, editor =>
        {
            foreach (var gone in old.Skip(1))
            {
                editor.RemoveNode(gone.Parent is GlobalStatementSyntax global ? global : gone, SyntaxRemoveOptions.KeepNoTrivia);
            }

            editor.ReplaceNode(first, (_, _) => statement.WithLeadingTrivia(leading).WithTrailingTrivia(last.GetTrailingTrivia()));
        })
        {
            Rewrites = [.. old.Select(part => part.Span)],
        };
    }

    /// <summary>Puts an expression in the place of another; null where a comment or a directive would be lost.</summary>
    public static Repair? Replace(ExpressionSyntax old, ExpressionSyntax expression, params IEnumerable<SyntaxNode> kept) =>
        old.ContainsDirectives || Comments(old, old.Span, kept).Any()
            ? null
            : new Repair(old, editor => editor.ReplaceNode(old, (_, _) => expression.WithTriviaFrom(old))) { Rewrites = [old.Span] };

    /// <summary>
    /// Replaces expressions, and removes a statement that stands in a list; null where a directive is in the way. Comments of the statement
    /// move to what follows it.
    /// </summary>
    public static Repair? ReplaceAndRemove(
        RepairContext context, SyntaxNode place, ImmutableArray<(ExpressionSyntax Old, ExpressionSyntax New)> replacements, StatementSyntax gone, params IEnumerable<SyntaxNode> kept)
    {
        var next = gone.Following().FirstOrDefault();
        var comments = CommentLines(context, gone, gone.FullSpan, kept).ToArray();
        if (gone.ContainsDirectives || replacements.Any(pair => pair.Old.ContainsDirectives) || (next is null && comments.Length > 0))
        {
            return null;
        }

        return new Repair(place, editor =>
        {
            foreach (var (old, replacement) in replacements)
            {
                editor.ReplaceNode(old, (_, _) => replacement.WithTriviaFrom(old));
            }

            // What follows takes over the comments, and the empty line above the first of them.
            if (next is not null)
            {
                var leading = SyntaxFactory.TriviaList(
                    HasEmptyLine(gone) || gone.Previous() is null || !gone.GetTrailingTrivia().Any(SyntaxKind.EndOfLineTrivia)
                        ? gone.GetLeadingTrivia().AddRange(Without(gone, comments)).AddRange(WithoutEmptyLines(next))
                        : comments.Length > 0 ? next.GetLeadingTrivia().AddRange(comments) : next.GetLeadingTrivia());
                editor.ReplaceNode(next, (current, _) => current.WithLeadingTrivia(leading));
            }

            editor.RemoveNode(gone.Parent is GlobalStatementSyntax global ? global : gone, SyntaxRemoveOptions.KeepNoTrivia);
        })
        {
            Rewrites = [.. replacements.Select(pair => pair.Old.Span), gone.Span],
        };
    }

    // 'if (a) statement; else ..', also with a loop or a lock in between.
    private static bool IsFollowedByElse(StatementSyntax statement)
    {
        for (SyntaxNode? inner = statement; inner is StatementSyntax and not BlockSyntax || inner is ElseClauseSyntax; inner = inner.Parent)
        {
            if (inner.Parent is IfStatementSyntax { Else: not null } choice && choice.Statement == inner)
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasEmptyLine(StatementSyntax statement) => statement.GetLeadingTrivia() is [{ RawKind: (int)SyntaxKind.EndOfLineTrivia }, ..];

    // The comments above a statement are in its leading trivia already.
    private static IEnumerable<SyntaxTrivia> Without(StatementSyntax gone, SyntaxTrivia[] comments)
    {
        var above = gone.GetLeadingTrivia().Count(trivia => trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) || trivia.IsKind(SyntaxKind.MultiLineCommentTrivia));
        return comments.Skip(above * LineLength);
    }

    // The comments above a statement, without the empty line, and without the indentation of the first.
    private static IEnumerable<SyntaxTrivia> WithoutEmptyLines(StatementSyntax statement) =>
        statement.GetLeadingTrivia().SkipWhile(trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia) || trivia.IsKind(SyntaxKind.WhitespaceTrivia));

    // Each on a line of its own, followed by the indentation of what comes next.
    private static IEnumerable<SyntaxTrivia> CommentLines(RepairContext context, StatementSyntax statement, TextSpan span, IEnumerable<SyntaxNode> kept)
    {
        var indentation = SyntaxFactory.Whitespace(statement.Indentation());
        return Comments(statement.Parent ?? statement, span, kept)
            .SelectMany(comment => new[] { comment, SyntaxFactory.EndOfLine(context.EndOfLine), indentation });
    }

    private static IEnumerable<SyntaxTrivia> Comments(SyntaxNode node, TextSpan span, IEnumerable<SyntaxNode> kept)
    {
        var holder = node is GlobalStatementSyntax { Parent: { } unit } ? unit : node;
        return holder.DescendantTrivia(span)
            .Where(trivia => trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) || trivia.IsKind(SyntaxKind.MultiLineCommentTrivia))
            .Where(trivia => span.Contains(trivia.Span) && !kept.Any(part => part.Span.Contains(trivia.Span)));
    }
}
