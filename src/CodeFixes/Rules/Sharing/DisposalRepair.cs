using System.Collections.Generic;
using System.Linq;
using DictionaryAnalyzers.Editing;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Rules.Sharing;

/// <summary>Writes code that takes a value out of a dictionary and disposes of it, in place of code that drops it.</summary>
internal sealed class DisposalRepair(RepairContext context, DictionaryUse use, ITypeSymbol valueType)
{
    private readonly bool isConcurrent = context.Facts.Types.KindOf(use.Receiver.Type) is CollectionKind.ConcurrentDictionary;

    private string Map => use.Receiver.Syntax.ToString();

    /// <summary><c>if (map.Remove(key, out var removed)) { removed.Dispose(); }</c> in place of a removal, in whichever of its forms.</summary>
    public IEnumerable<Repair> OfRemoval(ExpressionSyntax site)
    {
        if (use.Key?.Syntax is not ExpressionSyntax key || site is not InvocationExpressionSyntax)
        {
            return [];
        }

        switch (site.Parent)
        {
            case ExpressionStatementSyntax statement:
                return Candidates(statement, key, (name, dispose, layout) => Removal(key, name, dispose, layout));
            case IfStatementSyntax { Statement: BlockSyntax { Statements: [var first, ..] } block } choice when choice.Condition == site:
                return OfCondition(choice, block, first, key, site);
            case ReturnStatementSyntax statement when IsBoolean(site):
                return OfReturn(statement, key);
            case ArrowExpressionClauseSyntax { Parent: MethodDeclarationSyntax { SemicolonToken: var end } method } arrow:
                return OfArrow(method, arrow, end, key, IsBoolean(site));
            default:
                return [];
        }
    }

    /// <summary>A walk over the values that disposes of each, before the dictionary is cleared.</summary>
    public IEnumerable<Repair> OfClear(ExpressionSyntax site)
    {
        if (site.Parent is not ExpressionStatementSyntax statement || !IsInList(statement))
        {
            yield break;
        }

        var layout = new LockLayout(statement, context.EndOfLine);
        var name = context.UniqueName(isConcurrent ? "pair" : "value", statement);
        if (!isConcurrent)
        {
            foreach (var dispose in Disposals(name, site))
            {
                yield return Before(statement, $"foreach (var {name} in {Map}.Values){layout.Block(_ => dispose)}", layout);
            }

            yield break;
        }

        // Each entry goes with its own removal, so that one that comes meanwhile is not forgotten.
        var removed = context.UniqueName("removed", statement);
        foreach (var dispose in Disposals(removed, site))
        {
            var walk = $"foreach (var {name} in {Map}){layout.Block(inner => $"if ({Map}.TryRemove({name}.Key, out var {removed})){inner.Block(_ => dispose)}")}";
            if (StatementRewrite.Replace(context, [statement], SyntaxFactory.ParseStatement(walk), use.Receiver.Syntax) is { } repair)
            {
                yield return repair;
            }
        }
    }

    /// <summary>The old value is taken out and disposed of before a new one takes its place.</summary>
    public IEnumerable<Repair> OfReplacement(ExpressionSyntax site)
    {
        if (site is not AssignmentExpressionSyntax || site.Parent is not ExpressionStatementSyntax statement || !IsInList(statement)
            || use.Key?.Syntax is not ExpressionSyntax key || !IsRepeatable(key))
        {
            yield break;
        }

        var layout = new LockLayout(statement, context.EndOfLine);
        var name = context.UniqueName("replaced", statement);
        foreach (var dispose in Disposals(name, site))
        {
            yield return Before(statement, Removal(key, name, dispose, layout), layout);
        }
    }

    private IEnumerable<Repair> Candidates(StatementSyntax statement, ExpressionSyntax key, System.Func<string, string, LockLayout, string> write)
    {
        var layout = new LockLayout(statement, context.EndOfLine);
        var name = context.UniqueName("removed", statement);
        foreach (var dispose in Disposals(name, statement))
        {
            if (StatementRewrite.Replace(context, [statement], SyntaxFactory.ParseStatement(write(name, dispose, layout)), use.Receiver.Syntax, key) is { } repair)
            {
                yield return repair;
            }
        }

        // Before .NET Core 2.0 a removal does not give the value.
        if (!isConcurrent && IsRepeatable(key))
        {
            foreach (var dispose in Disposals(name, statement))
            {
                var text = $"if ({Map}.TryGetValue({key}, out var {name})){layout.Block(inner => $"{Map}.Remove({key});{inner.NewLine}{dispose}")}";
                if (StatementRewrite.Replace(context, [statement], SyntaxFactory.ParseStatement(text), use.Receiver.Syntax, key) is { } repair)
                {
                    yield return repair;
                }
            }
        }
    }

    private IEnumerable<Repair> OfCondition(IfStatementSyntax choice, BlockSyntax block, StatementSyntax first, ExpressionSyntax key, ExpressionSyntax site)
    {
        var layout = new LockLayout(first, context.EndOfLine);
        var name = context.UniqueName("removed", choice);
        foreach (var dispose in Disposals(name, choice))
        {
            if (StatementRewrite.Replace(site, SyntaxFactory.ParseExpression(Call(key, name)), use.Receiver.Syntax, key) is { } condition)
            {
                var added = SyntaxFactory.ParseStatement(dispose).WithLeadingTrivia(layout.Leading).WithTrailingTrivia(layout.Separator);
                yield return condition with
                {
                    Place = choice,
                    Fix = editor =>
                    {
                        condition.Fix(editor);
                        editor.InsertBefore(first, added);
                        editor.ReplaceNode(first, (current, _) => current.WithLeadingTrivia(layout.Indentation));
                    },
                    Rewrites = [site.Span],
                };
            }
        }
    }

    // 'return map.Remove(key);'
    private IEnumerable<Repair> OfReturn(ReturnStatementSyntax statement, ExpressionSyntax key)
    {
        if (statement.Parent is not BlockSyntax || statement.ContainsDirectives || HasComments(statement.DescendantTrivia(statement.Span).Where(trivia => statement.Span.Contains(trivia.Span))))
        {
            yield break;
        }

        var layout = new LockLayout(statement, context.EndOfLine);
        var name = context.UniqueName("removed", statement);
        foreach (var dispose in Disposals(name, statement))
        {
            var guard = SyntaxFactory.ParseStatement($"if (!{Call(key, name)}){layout.Block(_ => "return false;")}").WithLeadingTrivia(layout.Leading).WithTrailingTrivia(layout.Separator);
            var disposal = SyntaxFactory.ParseStatement(dispose).WithLeadingTrivia(layout.LeadingOfNext).WithTrailingTrivia(layout.Separator);
            if (StatementRewrite.Replace(context, [statement], SyntaxFactory.ParseStatement("return true;"), use.Receiver.Syntax, key) is { } repair)
            {
                yield return repair with
                {
                    Fix = editor =>
                    {
                        editor.InsertBefore(statement, [guard, disposal]);
                        editor.ReplaceNode(statement, (_, _) => SyntaxFactory.ParseStatement("return true;")
                            .WithLeadingTrivia(layout.Indentation).WithTrailingTrivia(statement.GetTrailingTrivia()));
                    },
                };
            }
        }
    }

    // 'bool Close(string id) => map.Remove(id);'
    private IEnumerable<Repair> OfArrow(MethodDeclarationSyntax method, ArrowExpressionClauseSyntax arrow, SyntaxToken end, ExpressionSyntax key, bool isBoolean)
    {
        var returnsNothing = context.Model.GetDeclaredSymbol(method, context.CancellationToken) is { ReturnsVoid: true };
        if (HasComments(arrow.DescendantTrivia().Concat(end.LeadingTrivia)) || arrow.ContainsDirectives || !(returnsNothing || isBoolean))
        {
            yield break;
        }

        var layout = new LockLayout(method, context.EndOfLine);
        var name = context.UniqueName("removed", method);
        foreach (var dispose in Disposals(name, method))
        {
            var body = layout.Block(inner => returnsNothing
                ? Removal(key, name, dispose, inner)
                : $"if (!{Call(key, name)}){inner.Block(_ => "return false;")}{context.EndOfLine}{inner.NewLine}{dispose}{inner.NewLine}return true;");
            var before = arrow.GetFirstToken().GetPreviousToken();
            var result = method.ReplaceToken(before, before.WithTrailingTrivia())
                .WithExpressionBody(null)
                .WithSemicolonToken(default)
                .WithBody((BlockSyntax)SyntaxFactory.ParseStatement(body.Substring(body.IndexOf('{'))));
            yield return new Repair(method, editor => editor.ReplaceNode(method, result
                .WithBody(result.Body!.WithLeadingTrivia(SyntaxFactory.ParseLeadingTrivia(body.Substring(0, body.IndexOf('{')))).WithTrailingTrivia(end.TrailingTrivia))))
            {
                Rewrites = [method.Span],
            };
        }
    }

    private static Repair Before(StatementSyntax statement, string text, LockLayout layout)
    {
        var added = SyntaxFactory.ParseStatement(text).WithLeadingTrivia(layout.Leading).WithTrailingTrivia(layout.Separator);
        return new Repair(statement, editor =>
        {
            editor.InsertBefore(statement, added);
            editor.ReplaceNode(statement, (current, _) => current.WithLeadingTrivia(layout.LeadingOfNext));
        })
        {
            Rewrites = [statement.Span],
        };
    }

    private string Removal(ExpressionSyntax key, string name, string dispose, LockLayout layout) => $"if ({Call(key, name)}){layout.Block(_ => dispose)}";

    private string Call(ExpressionSyntax key, string name) => $"{Map}.{(isConcurrent ? "TryRemove" : "Remove")}({key}, out var {name})";

    private IEnumerable<string> Disposals(string name, SyntaxNode place)
    {
        var access = valueType.NullableAnnotation is NullableAnnotation.Annotated ? "?." : ".";
        var types = context.Facts.Types;
        var isAsync = place.FirstAncestorOrSelf<SyntaxNode>(node => node is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or MethodDeclarationSyntax) switch
        {
            AnonymousFunctionExpressionSyntax lambda => lambda.AsyncKeyword.RawKind != 0,
            LocalFunctionStatementSyntax function => function.Modifiers.Any(SyntaxKind.AsyncKeyword),
            MethodDeclarationSyntax method => method.Modifiers.Any(SyntaxKind.AsyncKeyword),
            _ => false,
        };
        if (isAsync && access == "." && Implements(types.AsyncDisposable))
        {
            yield return $"await {name}.DisposeAsync();";
        }

        if (Implements(types.Disposable))
        {
            yield return $"{name}{access}Dispose();";
            yield return $"((System.IDisposable){name}){access}Dispose();";
        }
    }

    private bool Implements(INamedTypeSymbol? contract) =>
        KnownTypes.Is(valueType, contract) || valueType.AllInterfaces.Any(implemented => KnownTypes.Is(implemented, contract));

    private bool IsBoolean(ExpressionSyntax site) => context.OperationOf(site) is IInvocationOperation { Type.SpecialType: SpecialType.System_Boolean };

    // Where another statement can stand before it.
    private static bool IsInList(StatementSyntax statement) => statement.Parent is BlockSyntax or SwitchSectionSyntax or GlobalStatementSyntax;

    private static bool HasComments(IEnumerable<SyntaxTrivia> trivia) =>
        trivia.Any(part => part.IsKind(SyntaxKind.SingleLineCommentTrivia) || part.IsKind(SyntaxKind.MultiLineCommentTrivia));

    private static bool IsRepeatable(ExpressionSyntax key) => key is IdentifierNameSyntax or LiteralExpressionSyntax or MemberAccessExpressionSyntax;
}
