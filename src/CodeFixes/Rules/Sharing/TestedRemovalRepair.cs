using System.Collections.Generic;
using DictionaryAnalyzers.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace DictionaryAnalyzers.Rules.Sharing;

/// <summary>Disposes of the value where a condition asks whether there was one: where it says that it is out, and nowhere else.</summary>
internal sealed class TestedRemovalRepair(ValueDisposal disposal)
{
    private readonly RepairContext context = disposal.Context;

    /// <summary><c>if (map.Remove(key)) { .. }</c></summary>
    public IEnumerable<Repair> OfRemoved(IfStatementSyntax choice, ExpressionSyntax key, ExpressionSyntax site)
    {
        if (choice.Statement is not BlockSyntax { Statements: [var first, ..] })
        {
            yield break;
        }

        var layout = new LockLayout(first, context.EndOfLine);
        var name = context.UniqueName("removed", choice);
        foreach (var dispose in disposal.Ways(name, choice))
        {
            var added = SyntaxFactory.ParseStatement(dispose).WithLeadingTrivia(layout.Leading).WithTrailingTrivia(layout.Separator);
            if (WithOutput(choice, key, site, name, editor =>
                {
                    editor.InsertBefore(first, added);
                    editor.ReplaceNode(first, (current, _) => current.WithLeadingTrivia(layout.Indentation));
                }) is { } repair)
            {
                yield return repair;
            }
        }
    }

    /// <summary><c>if (!map.Remove(key)) { return; }</c>: what follows runs for who has removed it; else there is an <c>else</c>.</summary>
    public IEnumerable<Repair> OfAbsent(IfStatementSyntax choice, ExpressionSyntax key, ExpressionSyntax site)
    {
        var leaves = choice.Statement.Flat() is [.., var last] && last.IsJump();
        if (choice.ContainsDirectives || (choice.Else is not null && choice.Else.Statement is not BlockSyntax { Statements.Count: > 0 }) || (choice.Else is null && !(leaves ? ValueDisposal.IsInList(choice) : choice.Statement is BlockSyntax)))
        {
            yield break;
        }

        var layout = new LockLayout(choice, context.EndOfLine);
        var name = context.UniqueName("removed", choice);
        foreach (var dispose in disposal.Ways(name, choice))
        {
            if (WithOutput(choice, key, site, name, editor => AddWhereRemoved(editor, choice, dispose, leaves, layout)) is { } repair)
            {
                yield return repair;
            }
        }
    }

    private void AddWhereRemoved(DocumentEditor editor, IfStatementSyntax choice, string dispose, bool leaves, LockLayout layout)
    {
        if (choice.Else is { Statement: BlockSyntax { Statements: [var first, ..] } })
        {
            var inner = new LockLayout(first, context.EndOfLine);
            editor.InsertBefore(first, SyntaxFactory.ParseStatement(dispose).WithLeadingTrivia(inner.Leading).WithTrailingTrivia(inner.Separator));
            editor.ReplaceNode(first, (current, _) => current.WithLeadingTrivia(inner.Indentation));
            return;
        }

        if (leaves)
        {
            var next = choice.Parent is GlobalStatementSyntax global ? global : (SyntaxNode)choice;
            var added = SyntaxFactory.ParseStatement(dispose).WithLeadingTrivia(layout.LeadingOfNext).WithTrailingTrivia(choice.GetTrailingTrivia());
            editor.InsertAfter(next, next == choice ? added : SyntaxFactory.GlobalStatement(added));
            return;
        }

        var text = $"if (x) {{ }} else{layout.Block(_ => dispose)}";
        var otherwise = ((IfStatementSyntax)SyntaxFactory.ParseStatement(text)).Else!.WithTrailingTrivia(choice.GetTrailingTrivia());
        editor.ReplaceNode(choice, (current, _) => ((IfStatementSyntax)current).WithStatement(((IfStatementSyntax)current).Statement.WithTrailingTrivia(layout.IsOneLine ? SyntaxFactory.Space : SyntaxFactory.EndOfLine(context.EndOfLine)))
            .WithElse(otherwise.WithLeadingTrivia(layout.Indentation)));
    }

    // The removal gives the value to a variable, and something is added beside.
    private Repair? WithOutput(IfStatementSyntax choice, ExpressionSyntax key, ExpressionSyntax site, string name, System.Action<DocumentEditor> add) =>
        StatementRewrite.Replace(site, SyntaxFactory.ParseExpression(disposal.Call(key, name)), disposal.Use.Receiver.Syntax, key) is { } condition
            ? condition with
            {
                Place = choice,
                Fix = editor =>
                {
                    condition.Fix(editor);
                    add(editor);
                },
                Rewrites = [site.Span],
            }
            : null;
}
