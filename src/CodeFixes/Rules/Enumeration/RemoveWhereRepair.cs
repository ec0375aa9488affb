using System.Collections.Generic;
using System.Linq;
using DictionaryAnalyzers.Editing;
using DictionaryAnalyzers.Flow;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DictionaryAnalyzers.Rules.Enumeration;

/// <summary>
/// Replaces a loop that does nothing but remove what meets a condition by <c>set.RemoveWhere(x => ..)</c>, or
/// <c>list.RemoveAll(x => ..)</c>.
/// </summary>
internal static class RemoveWhereRepair
{
    /// <summary>The repair of the loop; none where it does anything else.</summary>
    public static IEnumerable<Repair> Plan(RepairContext context, Diagnostic diagnostic)
    {
        if (LoopFacts.Of(context, diagnostic) is not
            {
                Loop: ForEachStatementSyntax loop, Removals: [var removal], Enumeration.Sequence: { View: SequenceView.Elements, Stages.IsEmpty: true } sequence,
            }
            || MethodOf(sequence.Kind) is not { } method
            || context.Facts.Types.KindOf(context.Model.GetTypeInfo(loop.Expression, context.CancellationToken).Type) != sequence.Kind
            || ConditionOf(loop.Statement, removal) is not { } condition
            || !context.Model.GetForEachStatementInfo(loop).ElementConversion.IsIdentity
            || condition.DescendantNodesAndSelf().OfType<AwaitExpressionSyntax>().Any()
            || loop.ContainsDirectives)
        {
            yield break;
        }

        var indentation = LoopLayout.Of(loop, context.EndOfLine).Indentation;
        var leading = loop.GetLeadingTrivia().AddRange(
            CommentsOf(loop, condition).SelectMany(comment => new[] { comment, SyntaxFactory.EndOfLine(context.EndOfLine) }.Concat(indentation)));
        yield return new Repair(loop, editor => editor.ReplaceNode(loop, (current, _) =>
        {
            var currentLoop = (ForEachStatementSyntax)current;
            var currentCondition = ConditionOf(currentLoop.Statement, null) ?? condition;
            var call = currentLoop.Expression.WithoutTrivia()
                .Followed($".{method}({loop.Identifier.Text} => {currentCondition.WithoutTrivia().ToFullString()})");
            return SyntaxFactory.ExpressionStatement(call)
                .WithLeadingTrivia(leading)
                .WithTrailingTrivia(loop.GetTrailingTrivia());
        }));
    }

    private static string? MethodOf(CollectionKind kind) => kind switch
    {
        CollectionKind.HashSet or CollectionKind.SortedSet => "RemoveWhere",
        CollectionKind.List => "RemoveAll",
        _ => null,
    };

    // 'if (condition) { set.Remove(x); }', with or without braces, and nothing else.
    private static ExpressionSyntax? ConditionOf(StatementSyntax body, InvocationExpressionSyntax? removal) =>
        Sole(body) is IfStatementSyntax { Else: null } test
        && Sole(test.Statement) is ExpressionStatementSyntax { Expression: var expression }
        && (removal is null || expression == removal)
            ? test.Condition
            : null;

    private static StatementSyntax Sole(StatementSyntax statement) =>
        statement is BlockSyntax { Statements: [var only] } ? Sole(only) : statement;

    // The comments inside the loop, other than in what is kept as it is.
    private static IEnumerable<SyntaxTrivia> CommentsOf(ForEachStatementSyntax loop, ExpressionSyntax condition) =>
        loop.DescendantTrivia()
            .Where(trivia => trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) || trivia.IsKind(SyntaxKind.MultiLineCommentTrivia))
            .Where(trivia => loop.Span.Contains(trivia.Span) && !condition.Span.Contains(trivia.Span));
}
