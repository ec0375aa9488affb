using System;
using System.Collections.Generic;
using System.Composition;
using System.Linq;
using DictionaryAnalyzers.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DictionaryAnalyzers.Rules.Sharing;

/// <summary>Repairs DICT216 where every lock on the dictionary is around one call of it: drops the lock.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DICT216DictionaryAsLockCodeFix))]
[Shared]
public sealed class DICT216DictionaryAsLockCodeFix : RuleCodeFix
{
    /// <summary>The equivalence key of the repair.</summary>
    public const string DropLockKey = "DICT216.DropLock";

    /// <summary>Creates the code fix.</summary>
    public DICT216DictionaryAsLockCodeFix()
        : base("DICT216", new RepairVariant(DropLockKey, "Drop the lock: the call is atomic", Plan, diagnostic => diagnostic.Location.SourceSpan))
    {
    }

    private static IEnumerable<Repair> Plan(RepairContext context, Diagnostic diagnostic)
    {
        if (!diagnostic.Properties.ContainsKey(DICT216DictionaryAsLockAnalyzer.NeedlessKey)
            || context.Find<ExpressionSyntax>(diagnostic.Location)?.FirstAncestorOrSelf<LockStatementSyntax>() is not { ContainsDirectives: false } statement)
        {
            yield break;
        }

        var inner = statement.Statement is BlockSyntax block ? block.Statements : [statement.Statement];
        var isInList = statement.Parent is BlockSyntax or SwitchSectionSyntax;
        var heading = Heading(statement, inner, context.EndOfLine);
        if (isInList && inner.Count > 0 && !NamesClash(statement))
        {
            var statements = Unwrapped(statement, inner, heading);
            yield return new Repair(statement, editor =>
            {
                editor.InsertBefore(statement, statements.Take(statements.Count - 1));
                editor.ReplaceNode(statement, (_, _) => statements[statements.Count - 1]);
            });
        }
        else if (isInList || heading.Count == 0)
        {
            // A block comes to stand below what owns it.
            var from = Dedenting.IndentationOf(statement);
            var to = isInList || statement.Statement is not BlockSyntax ? from : Dedenting.IndentationOf(statement.Parent!);
            var unlocked = statement.Statement.Moved(from, to).WithLeadingTrivia(Dedenting.Moved(statement.GetLeadingTrivia().AddRange(heading), from, to));
            yield return new Repair(statement, editor => editor.ReplaceNode(statement, (_, _) => unlocked));
        }
    }

    // The comments between 'lock' and the first statement, each on a line of its own.
    private static SyntaxTriviaList Heading(LockStatementSyntax statement, SyntaxList<StatementSyntax> inner, string endOfLine)
    {
        var start = statement.LockKeyword.Span.End;
        var end = inner.Count > 0 ? inner[0].FullSpan.Start : statement.Span.End;
        var indentation = Dedenting.IndentationOf(statement);
        return
        [
            .. from comment in statement.DescendantTrivia().Comments()
               where comment.SpanStart >= start && comment.Span.End <= end
               from trivia in new[] { comment, SyntaxFactory.EndOfLine(endOfLine), SyntaxFactory.Whitespace(indentation) }
               select trivia,
        ];
    }

    private static List<StatementSyntax> Unwrapped(LockStatementSyntax statement, SyntaxList<StatementSyntax> inner, SyntaxTriviaList heading)
    {
        var outerIndentation = Dedenting.IndentationOf(statement);
        var innerIndentation = Dedenting.IndentationOf(inner[0]);
        var statements = inner.Select(each => each.Moved(innerIndentation, outerIndentation)).ToList();

        // What stood before the lock, then its own comments, then those of the first statement.
        var own = statements[0].GetLeadingTrivia().SkipWhile(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia) || trivia.IsKind(SyntaxKind.EndOfLineTrivia));
        statements[0] = statements[0].WithLeadingTrivia(statement.GetLeadingTrivia().AddRange(heading).AddRange(own));

        var last = statements[statements.Count - 1];
        var hasLine = last.GetTrailingTrivia().Any(SyntaxKind.EndOfLineTrivia);
        IEnumerable<SyntaxTrivia> trailing = last.GetTrailingTrivia();
        if (statement.Statement is BlockSyntax { CloseBraceToken: var brace })
        {
            if (brace.LeadingTrivia.Comments().Any())
            {
                trailing = trailing.Concat(WithoutLast(Dedenting.Moved(brace.LeadingTrivia, innerIndentation, outerIndentation)));
            }

            if (!hasLine)
            {
                trailing = WithoutLast(last.GetTrailingTrivia()).Concat(brace.TrailingTrivia);
            }
            else if (brace.TrailingTrivia.Comments().Any())
            {
                trailing = trailing.Append(SyntaxFactory.Whitespace(outerIndentation))
                    .Concat(brace.TrailingTrivia.SkipWhile(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia)));
            }
        }

        statements[statements.Count - 1] = last.WithTrailingTrivia(trailing);
        return statements;
    }

    // The white space before the brace itself.
    private static IEnumerable<SyntaxTrivia> WithoutLast(SyntaxTriviaList list) =>
        list.Count > 0 && list[list.Count - 1].IsKind(SyntaxKind.WhitespaceTrivia) ? list.Take(list.Count - 1) : list;

    // A variable of the block would be seen by the rest of the body, where its name may mean something else.
    private static bool NamesClash(LockStatementSyntax statement)
    {
        var declared = new HashSet<string>(
            statement.Statement.DescendantNodes().Select(node => node switch
            {
                VariableDeclaratorSyntax variable => variable.Identifier.ValueText,
                SingleVariableDesignationSyntax variable => variable.Identifier.ValueText,
                _ => null,
            }).OfType<string>(),
            StringComparer.Ordinal);
        var body = statement.Ancestors().FirstOrDefault(node => node is MemberDeclarationSyntax or AccessorDeclarationSyntax) ?? statement.SyntaxTree.GetRoot();
        return declared.Count > 0 && body.DescendantTokens().Any(token =>
            token.IsKind(SyntaxKind.IdentifierToken) && !statement.Span.Contains(token.Span) && declared.Contains(token.ValueText));
    }
}
