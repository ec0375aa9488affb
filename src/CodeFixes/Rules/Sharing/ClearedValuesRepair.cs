using System.Collections.Generic;
using DictionaryAnalyzers.Editing;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DictionaryAnalyzers.Rules.Sharing;

/// <summary>
/// Disposes of each value before the dictionary is cleared. Of one that threads share each entry goes with its own removal, so that one
/// that comes meanwhile is not forgotten.
/// </summary>
internal sealed class ClearedValuesRepair(ValueDisposal disposal)
{
    private readonly RepairContext context = disposal.Context;

    public IEnumerable<Repair> Plan(ExpressionSyntax site) => site.Parent switch
    {
        ExpressionStatementSyntax statement when ValueDisposal.IsInList(statement) => OfStatement(statement, site),
        ArrowExpressionClauseSyntax { Parent: MethodDeclarationSyntax method } arrow => OfArrow(method, arrow, site),
        _ => [],
    };

    private IEnumerable<Repair> OfStatement(ExpressionStatementSyntax statement, ExpressionSyntax site)
    {
        var layout = new LockLayout(statement, context.EndOfLine);
        foreach (var walk in Walks(statement, site, layout))
        {
            if (!disposal.IsConcurrent)
            {
                yield return ValueDisposal.Before(statement, walk, layout);
            }
            else if (StatementRewrite.Replace(context, [statement], SyntaxFactory.ParseStatement(walk), disposal.Use.Receiver.Syntax) is { } repair)
            {
                yield return repair;
            }
        }
    }

    // 'public void Dispose() => map.Clear();'
    private IEnumerable<Repair> OfArrow(MethodDeclarationSyntax method, ArrowExpressionClauseSyntax arrow, ExpressionSyntax site)
    {
        var layout = new LockLayout(method, context.EndOfLine);
        var bodies = new List<string>();
        layout.Block(inner =>
        {
            foreach (var walk in Walks(method, site, inner))
            {
                bodies.Add(disposal.IsConcurrent ? walk : $"{walk}{(inner.IsOneLine ? string.Empty : context.EndOfLine)}{inner.NewLine}{site};");
            }

            return string.Empty;
        });
        foreach (var body in bodies)
        {
            if (ValueDisposal.WithBlock(method, arrow, layout.Block(_ => body)) is { } repair)
            {
                yield return repair;
            }
        }
    }

    private IEnumerable<string> Walks(Microsoft.CodeAnalysis.SyntaxNode place, ExpressionSyntax site, LockLayout layout)
    {
        var name = context.UniqueName(disposal.IsConcurrent ? "pair" : "value", place);
        if (!disposal.IsConcurrent)
        {
            foreach (var dispose in disposal.Ways(name, site))
            {
                yield return $"foreach (var {name} in {disposal.Map}.Values){layout.Block(_ => dispose)}";
            }

            yield break;
        }

        var removed = context.UniqueName("removed", place);
        foreach (var dispose in disposal.Ways(removed, site))
        {
            yield return $"foreach (var {name} in {disposal.Map}){layout.Block(inner => $"if ({disposal.Map}.TryRemove({name}.Key, out var {removed})){inner.Block(_ => dispose)}")}";
        }
    }
}
