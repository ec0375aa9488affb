using System.Collections.Generic;
using System.Composition;
using System.Linq;
using DictionaryAnalyzers.Editing;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Rules.Sharing;

/// <summary>Repairs DICT212: sets the value by the indexer.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DICT212IgnoredOldValueCodeFix))]
[Shared]
public sealed class DICT212IgnoredOldValueCodeFix : RuleCodeFix
{
    /// <summary>The equivalence key of the repair.</summary>
    public const string UseIndexerKey = "DICT212.UseIndexer";

    /// <summary>Creates the code fix.</summary>
    public DICT212IgnoredOldValueCodeFix()
        : base("DICT212", new RepairVariant(UseIndexerKey, "Set the value by the indexer", Plan, diagnostic => diagnostic.Location.SourceSpan))
    {
    }

    private static IEnumerable<Repair> Plan(RepairContext context, Diagnostic diagnostic)
    {
        if (diagnostic.AdditionalLocations is not [var location]
            || context.Find<InvocationExpressionSyntax>(diagnostic.Location) is not { Expression: MemberAccessExpressionSyntax access } call
            || context.Find<ExpressionSyntax>(location) is not { } value
            || context.OperationOf(call) is not IInvocationOperation operation
            || operation.Argument(0)?.Syntax is not ExpressionSyntax key)
        {
            yield break;
        }

        // What stands in the call and does not go into the assignment: a comment there would be lost.
        var kept = new[] { access.Expression.Span, key.Span, value.Span };
        if (call.DescendantTrivia().Any(trivia => call.Span.Contains(trivia.Span) && IsComment(trivia) && !kept.Any(span => span.Contains(trivia.Span)))
            || InTermsOfCall(context, operation, value, key) is not { } told)
        {
            yield break;
        }

        var assignment = SyntaxFactory.AssignmentExpression(
            SyntaxKind.SimpleAssignmentExpression,
            SyntaxFactory.ElementAccessExpression(
                access.Expression.WithoutTrailingTrivia(),
                SyntaxFactory.BracketedArgumentList(SyntaxFactory.SingletonSeparatedList(SyntaxFactory.Argument(key.WithoutTrivia())))),
            SyntaxFactory.Token(SyntaxFactory.TriviaList(SyntaxFactory.Space), SyntaxKind.EqualsToken, SyntaxFactory.TriviaList(SyntaxFactory.Space)),
            told.WithoutTrivia());

        // '_ = d.AddOrUpdate(..);' has no need of its discard.
        var place = call.Parent is AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: "_" }, Parent: ExpressionStatementSyntax } discard
            && discard.Right == call && context.OperationOf(discard) is ISimpleAssignmentOperation { Target: IDiscardOperation }
                ? discard
                : (ExpressionSyntax)call;
        ExpressionSyntax result = NeedsParentheses(place)
            ? SyntaxFactory.ParenthesizedExpression(assignment.WithoutTrivia())
            : assignment;
        yield return new Repair(place, editor => editor.ReplaceNode(place, result.WithTriviaFrom(place)));
    }

    // The value with the lambda's own parameters replaced by what they are; null where that is not one plain name or constant.
    private static ExpressionSyntax? InTermsOfCall(RepairContext context, IInvocationOperation call, ExpressionSyntax value, ExpressionSyntax key)
    {
        var argument = call.Argument(3)?.Syntax as ExpressionSyntax;
        var parameters = new Dictionary<SyntaxNode, ExpressionSyntax>();
        foreach (var name in value.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>())
        {
            if (context.Model.GetSymbolInfo(name, context.CancellationToken).Symbol is not IParameterSymbol
                {
                    ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.AnonymousFunction } lambda,
                } parameter || !call.Syntax.Span.Contains(lambda.DeclaringSyntaxReferences[0].Span))
            {
                continue;
            }

            var meant = parameter.Ordinal == 0 ? key : argument;
            if (meant is not (IdentifierNameSyntax or LiteralExpressionSyntax or MemberAccessExpressionSyntax or ThisExpressionSyntax))
            {
                return null;
            }

            parameters.Add(name, meant);
        }

        return value.ReplaceNodes(parameters.Keys, (name, _) => parameters[name].WithTriviaFrom(name));
    }

    private static bool IsComment(SyntaxTrivia trivia) => !trivia.IsKind(SyntaxKind.WhitespaceTrivia) && !trivia.IsKind(SyntaxKind.EndOfLineTrivia);

    // An assignment binds weakest of all.
    private static bool NeedsParentheses(ExpressionSyntax place) => place.Parent
        is not (ExpressionStatementSyntax or EqualsValueClauseSyntax or ReturnStatementSyntax or ArrowExpressionClauseSyntax or ArgumentSyntax
            or AnonymousFunctionExpressionSyntax or ParenthesizedExpressionSyntax or ForStatementSyntax)
        && !(place.Parent is AssignmentExpressionSyntax assignment && assignment.Right == place);
}
