using System.Collections.Generic;
using System.Linq;
using DictionaryAnalyzers.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Rules.Sharing;

/// <summary><c>if (map.Remove(key, out var removed)) { removed.Dispose(); }</c> in place of a removal, in whichever of its forms.</summary>
internal sealed class RemovedValueRepair(ValueDisposal disposal)
{
    private readonly RepairContext context = disposal.Context;

    public IEnumerable<Repair> Plan(ExpressionSyntax site)
    {
        if (disposal.Use.Key?.Syntax is not ExpressionSyntax key || site is not InvocationExpressionSyntax)
        {
            return [];
        }

        return site.Parent switch
        {
            ExpressionStatementSyntax statement => OfStatement(statement, key),
            IfStatementSyntax choice when choice.Condition == site => new TestedRemovalRepair(disposal).OfRemoved(choice, key, site),
            PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression, Parent: IfStatementSyntax choice } negation when choice.Condition == negation =>
                new TestedRemovalRepair(disposal).OfAbsent(choice, key, site),
            ReturnStatementSyntax statement when IsBoolean(site) => OfReturn(statement, key),
            ArrowExpressionClauseSyntax { Parent: MethodDeclarationSyntax method } arrow => OfArrow(method, arrow, key, IsBoolean(site)),
            _ => [],
        };
    }

    private IEnumerable<Repair> OfStatement(ExpressionStatementSyntax statement, ExpressionSyntax key)
    {
        var layout = new LockLayout(statement, context.EndOfLine);
        var name = context.UniqueName("removed", statement);
        foreach (var dispose in disposal.Ways(name, statement))
        {
            if (StatementRewrite.Replace(context, [statement], SyntaxFactory.ParseStatement(disposal.Removal(key, name, dispose, layout)), disposal.Use.Receiver.Syntax, key) is { } repair)
            {
                yield return repair;
            }
        }

        // Before .NET Core 2.0 a removal does not give the value.
        if (!disposal.IsConcurrent && ValueDisposal.IsRepeatable(key))
        {
            foreach (var dispose in disposal.Ways(name, statement))
            {
                var text = $"if ({disposal.Map}.TryGetValue({key}, out var {name})){layout.Block(inner => $"{disposal.Map}.Remove({key});{inner.NewLine}{dispose}")}";
                if (StatementRewrite.Replace(context, [statement], SyntaxFactory.ParseStatement(text), disposal.Use.Receiver.Syntax, key) is { } repair)
                {
                    yield return repair;
                }
            }
        }
    }

    // 'return map.Remove(key);'
    private IEnumerable<Repair> OfReturn(ReturnStatementSyntax statement, ExpressionSyntax key)
    {
        if (statement.Parent is not BlockSyntax || statement.ContainsDirectives || statement.DescendantTrivia(statement.Span).Where(trivia => statement.Span.Contains(trivia.Span)).Comments().Any())
        {
            yield break;
        }

        var layout = new LockLayout(statement, context.EndOfLine);
        var name = context.UniqueName("removed", statement);
        foreach (var dispose in disposal.Ways(name, statement))
        {
            var guard = SyntaxFactory.ParseStatement($"if (!{disposal.Call(key, name)}){layout.Block(_ => "return false;")}").WithLeadingTrivia(layout.Leading).WithTrailingTrivia(layout.Separator);
            var disposed = SyntaxFactory.ParseStatement(dispose).WithLeadingTrivia(layout.LeadingOfNext).WithTrailingTrivia(layout.Separator);
            if (StatementRewrite.Replace(context, [statement], SyntaxFactory.ParseStatement("return true;"), disposal.Use.Receiver.Syntax, key) is { } repair)
            {
                yield return repair with
                {
                    Fix = editor =>
                    {
                        editor.InsertBefore(statement, [guard, disposed]);
                        editor.ReplaceNode(statement, (_, _) => SyntaxFactory.ParseStatement("return true;")
                            .WithLeadingTrivia(layout.Indentation).WithTrailingTrivia(statement.GetTrailingTrivia()));
                    },
                };
            }
        }
    }

    // 'bool Close(string id) => map.Remove(id);'
    private IEnumerable<Repair> OfArrow(MethodDeclarationSyntax method, ArrowExpressionClauseSyntax arrow, ExpressionSyntax key, bool isBoolean)
    {
        var returnsNothing = context.Model.GetDeclaredSymbol(method, context.CancellationToken) is { ReturnsVoid: true };
        if (!returnsNothing && !isBoolean)
        {
            yield break;
        }

        var layout = new LockLayout(method, context.EndOfLine);
        var name = context.UniqueName("removed", method);
        foreach (var dispose in disposal.Ways(name, method))
        {
            var body = layout.Block(inner => returnsNothing
                ? disposal.Removal(key, name, dispose, inner)
                : $"if (!{disposal.Call(key, name)}){inner.Block(_ => "return false;")}{context.EndOfLine}{inner.NewLine}{dispose}{inner.NewLine}return true;");
            if (ValueDisposal.WithBlock(method, arrow, body) is { } repair)
            {
                yield return repair;
            }
        }
    }

    private bool IsBoolean(ExpressionSyntax site) => context.OperationOf(site) is IInvocationOperation { Type.SpecialType: SpecialType.System_Boolean };
}
