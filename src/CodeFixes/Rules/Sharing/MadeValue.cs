using System.Collections.Generic;
using DictionaryAnalyzers.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DictionaryAnalyzers.Rules.Sharing;

/// <summary>Statements that do nothing but make the value of an absent key and store it: <c>v = New(); d[k] = v;</c> and the like.</summary>
/// <param name="Value">What makes the value.</param>
/// <param name="Assigned">The variable that holds it afterwards.</param>
/// <param name="Returns">The statement that returns it.</param>
internal sealed record MadeValue(ExpressionSyntax Value, ISymbol? Assigned, ReturnStatementSyntax? Returns)
{
    /// <summary>Reads <paramref name="statements"/>; null where they do anything else.</summary>
    public static MadeValue? Of(CheckThenActSite site, IReadOnlyList<StatementSyntax> statements)
    {
        var index = 0;
        var (value, holder, isOwn) = Make(site, statements, ref index);
        if (index >= statements.Count)
        {
            return null;
        }

        // The store, and what else it assigns.
        var store = statements[index] switch
        {
            ExpressionStatementSyntax statement => statement.Expression,
            ReturnStatementSyntax { Expression: { } returned } => returned.Bare(),
            _ => null,
        };
        var returns = statements[index++] as ReturnStatementSyntax;
        if (store is AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } outer && site.VariableOf(outer.Left) is { } target && site.StoredBy(outer) is null && value is null)
        {
            (store, holder) = (outer.Right, target);
        }

        if (store is null || site.StoredBy(store) is not { } stored)
        {
            return null;
        }

        if (value is not null)
        {
            if (!SymbolEqualityComparer.Default.Equals(site.VariableOf(stored), holder))
            {
                return null;
            }
        }
        else if (holder is null && stored.Bare() is AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } inner && site.VariableOf(inner.Left) is { } variable)
        {
            (value, holder) = (inner.Right, variable);
        }
        else
        {
            value = stored;
        }

        var assigned = isOwn ? null : holder;

        // 'v = own;'
        if (returns is null && isOwn && index < statements.Count
            && statements[index] is ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } copy }
            && SymbolEqualityComparer.Default.Equals(site.VariableOf(copy.Right), holder) && site.VariableOf(copy.Left) is { } given)
        {
            (assigned, index) = (given, index + 1);
        }

        if (returns is null && index < statements.Count && statements[index] is ReturnStatementSyntax { Expression: { } result } last
            && (site.IsEntry(result) || (site.VariableOf(result) is { } named
                && (SymbolEqualityComparer.Default.Equals(named, holder) || SymbolEqualityComparer.Default.Equals(named, assigned)))))
        {
            (returns, index) = (last, index + 1);
        }

        return index == statements.Count && !value.Span.Contains(site.Act.Span) ? new MadeValue(value, assigned, returns) : null;
    }

    // 'v = New();', 'var own = New();'
    private static (ExpressionSyntax? Value, ISymbol? Holder, bool IsOwn) Make(CheckThenActSite site, IReadOnlyList<StatementSyntax> statements, ref int index)
    {
        switch (index < statements.Count ? statements[index] : null)
        {
            case LocalDeclarationStatementSyntax { UsingKeyword.RawKind: 0, Declaration.Variables: [{ Initializer.Value: var value } declarator] }:
                index++;
                return (value, site.Context.Model.GetDeclaredSymbol(declarator, site.Context.CancellationToken), true);
            case ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } assignment }
                when site.VariableOf(assignment.Left) is { } variable && !assignment.Span.Contains(site.Act.Span):
                index++;
                return (assignment.Right, variable, false);
            default:
                return (null, null, false);
        }
    }
}
